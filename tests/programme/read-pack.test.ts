import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/programme/json-text.ts'
import { loadPack } from '../../src/programme/packs.ts'
import { packProblemText, readPack } from '../../src/programme/read-pack.ts'

const hue = await loadPack('003-thua-thien-hue')
const printed = (pack: unknown): string => JSON.stringify(pack, null, 2)
const text = printed(hue)

/** Fields by their place ("period.from", "indicators.0.id") and what is put there; undefined takes them away. */
type Change = Record<string, unknown>

/** What is told of the plan after a change, each as "path: sentence". */
function told(change: Change): string[] {
  const copy: unknown = structuredClone(hue)
  for (const [place, value] of Object.entries(change)) put(copy, place.split('.'), value)
  const read = readPack(printed(copy))
  return read.ok ? [] : read.problem.map(({ path, says }) => `${path}: ${says}`)
}

function put(inside: unknown, [step = '', ...rest]: string[], value: unknown): void {
  // Objects and lists are gone into in the same way.
  const holder = inside as Record<string, unknown>
  if (rest.length > 0) put(holder[step], rest, value)
  else if (value === undefined && Array.isArray(inside)) inside.splice(Number(step), 1)
  else if (value === undefined) delete holder[step]
  else holder[step] = value
}

/** The number of the line that has these words; they stand in one line only. */
function lineOf(words: string, inText = text): number {
  const lines = inText.split('\n').flatMap((line, place) => (line.includes(words) ? [place + 1] : []))
  expect(lines).toHaveLength(1)
  return lines[0] ?? 0
}

test('a plan that is right is read, a mark of byte order before it or not', () => {
  expect(readPack(text)).toEqual({ ok: true, value: hue })
  expect(readPack(`\uFEFF${text}`)).toEqual({ ok: true, value: hue })
})

test('a problem names the file, the line and the column of the field', () => {
  const broken = text.replace('"since": "2017-01"', '"since": "01/2017"')
  const read = readPack(broken, 'ke-hoach.json')
  expect(read.ok || read.problem).toMatchObject([{ file: 'ke-hoach.json', line: lineOf('01/2017', broken), column: 9, path: 'indicators[3].definition.since' }])
  expect(read.ok || read.problem.map(packProblemText)).toEqual([
    `ke-hoach.json:${lineOf('01/2017', broken)}:9 indicators[3].definition.since: this has to be a month as "year-month", such as "2026-01"`,
  ])
})

test('several problems come in the order of the file', () => {
  const broken = text.replace('"format": 1', '"colour": 1,\n  "format": 1').replace('"rule": "calendar"', '"rule": "moon"').replace('"11-15"', '"11-31"')
  const read = readPack(broken)
  const lines = read.ok ? [] : read.problem.map(({ line }) => line)
  expect(lines).toEqual([lineOf('"colour"', broken), lineOf('"moon"', broken), lineOf('"11-31"', broken)])
})

describe('text that is no JSON is told by its line', () => {
  test.each([
    ['a "," too many', '{\n  "id": "a",\n}', 3, '"}" comes right after a ",": take that "," away'],
    ['a "," too few', '{\n  "id": "a"\n  "name": 1 }', 3, '"," or "}" is needed here'],
    ['a text that is not closed', '{\n  "id": "a,\n  "b": 1 }', 2, 'this text is not closed by " on its line, or has a \\ that JSON does not know'],
    ['a name without marks', '{\n  id: 1 }', 2, 'a name in "" is needed here'],
    ['no ":"', '{\n  "id" 1 }', 2, '":" is needed here, after "id"'],
    ['a value that is none', '{\n  "id": yes }', 2, 'a value is needed here: a text in "", a number, true, false, null, [ or {'],
    ['an end too soon', '{\n  "id": [1, 2', 2, 'the file ends here, but a bracket is still open'],
    ['nothing at all', '', 1, 'the file ends here, but a bracket is still open'],
    ['more after the end', '{}\n{}', 2, 'the file goes on after its last bracket was closed'],
    ['a name that stands twice', '{\n  "id": 1,\n  "id": 2 }', 3, '"id" stands twice in the same brackets'],
    ['brackets without end', '['.repeat(2000), 1, 'brackets lie more than 40 deep here'],
  ])('%s', (_, wrong, line, says) => {
    expect(readPack(wrong)).toMatchObject({ ok: false, problem: [{ line, says }] })
  })

  property.prop([fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2)])('whatever JSON.parse reads is read alike', (value, spaces) => {
    const json = JSON.stringify(value, null, spaces)
    const read = readJson(json)
    expect(read.ok && read.value.value).toEqual(JSON.parse(json))
  })

  property.prop([fc.string({ unit: fc.constantFrom(...'{}[]":,\\ \n1-.eEtrufalsn') })])('whatever JSON.parse refuses is refused', (json) => {
    const parses = (): boolean => {
      try {
        JSON.parse(json)
        return true
      } catch {
        return false
      }
    }
    // A name that stands twice is refused here and taken there.
    const read = readJson(json)
    if (read.ok) expect(parses()).toBe(true)
    else if (!read.problem.says.includes('stands twice')) expect(parses()).toBe(false)
  })
})

describe('a field that is not as it has to be is told in a sentence', () => {
  test.each<[string, Change, string[]]>([
    ['missing', { 'period.from': undefined }, ['period.from: "from" is missing']],
    ['missing within a choice', { 'period.said.place': undefined }, ['period.said.place: "place" is missing']],
    ['misspelt', { slogan: [] }, ['slogan: there is no field "slogan" here']],
    ['of another type', { 'indicators.0.targets.0.threshold': '75' }, ['indicators[0].targets[0].threshold: this has to be a number']],
    ['empty', { 'name.en': ' ' }, ['name.en: this text is empty']],
    ['too long', { 'areas.0.name': 'x'.repeat(121) }, ['areas[0].name: this text is longer than 120 characters']],
    ['too small', { 'indicators.0.definition.atLeast': 0 }, ['indicators[0].definition.atLeast: this has to be at least 1']],
    ['a list with nothing in it', { 'reports.0.to': [] }, ['reports[0].to: this list needs at least 1']],
    [
      'a day that no calendar has',
      { 'period.to': '2020-02-30' },
      ['period.to: this has to be a date of the calendar as "year-month-day", from 2000 on, such as "2026-07-30"'],
    ],
    [
      'a day of the year that is none',
      { 'reports.0.due': { before: '15/11' } },
      ['reports[0].due.before: this has to be a day of every year as "month-day", such as "07-30"'],
    ],
    [
      'none of the choices',
      { 'reports.0.due': 'soon' },
      ['reports[0].due: this has to be { "before": "06-10" }, { "beforeDate": "2026-08-02" }, "uncertain" or "when asked"'],
    ],
    [
      'a type that there is not',
      { 'indicators.0.definition.type': 'average' },
      ['indicators[0].definition.type: this has to be one of "units-with", "months-with", "reached", "sum-over-baseline", "ratio", "count-by-organisation"'],
    ],
    [
      'attendance over people',
      { 'indicators.0.definition': { type: 'sum-over-baseline', measure: 'attendance', people: 'total', among: 'communes' } },
      [
        'indicators[0].definition.measure: this counts a person again and again, or holds for one year only: it is never divided by people (use the type "reached" for people reached)',
      ],
    ],
  ])('%s', (_, change, sentences) => {
    expect(told(change)).toEqual(sentences)
  })

  test.each(['attendance', 'visit-attendance', 'form-attendance.rally', 'female', 'first-time-14-60', 'tally.conference-attendance', 'tally.people-trained'])(
    'no share of people is made of %s',
    (measure) => {
      expect(told({ 'indicators.0.definition': { type: 'sum-over-baseline', measure, people: 'total', among: 'communes' } })).toEqual([
        expect.stringContaining('never divided by people'),
      ])
    },
  )
})

describe('parts that do not agree are told', () => {
  const ratio = (code: string) => ({ type: 'ratio', numerator: [code], denominator: 'tips-received' })
  const said = { place: 'I.2', quote: 'x' }
  const declared = (...codes: string[]) => codes.map((code) => ({ code, name: { vi: 'a', en: 'b' }, said }))

  test.each<[string, Change, string[]]>([
    ['an id twice', { 'indicators.1.id': 'CT1' }, ['indicators[1].id: "CT1" stands twice in indicators']],
    ['a campaign twice', { 'campaigns.1.id': 'ngay-30-7' }, ['campaigns[1].id: "ngay-30-7" stands twice in campaigns']],
    ['a tally twice', { measures: declared('pledges-signed', 'pledges-signed') }, ['measures[1].code: "pledges-signed" stands twice in measures']],
    [
      'a form that there is not',
      { 'forms.0.code': 'dance' },
      [expect.stringMatching(/^forms\[0\]\.code: "dance" is not known in forms: direct-talk, .*, or none$/)],
    ],
    ['a model that there is not', { 'models.2.code': 'castle' }, [expect.stringContaining('models[2].code: "castle" is not known in models')]],
    ['a measure that there is not', { 'indicators.0.definition.measure': 'form.dance' }, [expect.stringContaining('there is no measure "form.dance"')]],
    [
      'tallies that are not declared',
      { 'indicators.0.definition': ratio('tips-handled') },
      [
        'indicators[0].definition.numerator[0]: the tally "tips-handled" is not declared in "measures"',
        'indicators[0].definition.denominator: the tally "tips-received" is not declared in "measures"',
      ],
    ],
    [
      'a tally in a count that is not declared',
      { 'indicators.0.definition.measure': 'tally.films' },
      ['indicators[0].definition.measure: the tally "films" is not declared in "measures"'],
    ],
    ['no target', { 'indicators.0.targets': [] }, [expect.stringContaining('indicators[0].targets: a target is missing')]],
    [
      'a threshold left out and not marked',
      { 'indicators.1.targets.0.threshold': undefined },
      ['indicators[1].targets[0]: either a "threshold", or "setBy": "office" where it is left open'],
    ],
    [
      'a threshold that is marked open',
      { 'indicators.1.targets.0.setBy': 'office' },
      ['indicators[1].targets[0]: either a "threshold", or "setBy": "office" where it is left open'],
    ],
    [
      'two targets on a day',
      { 'indicators.0.targets.1.by': '2018-12-31' },
      ['indicators[0].targets[1]: two targets of one indicator fall due on the same day'],
    ],
    ['a target before the plan', { 'indicators.1.targets.0.by': '2016-12-31' }, ['indicators[1].targets[0].by: this day is before the plan begins']],
    [
      'a target for plain counts',
      { 'indicators.1.definition': { type: 'count-by-organisation', measures: ['events'] } },
      ['indicators[1].targets: plain counts have no share, so no target'],
    ],
    ['no VC1', { 'indicators.5': undefined }, ['indicators: the indicator "VC1" (villages with at least one session) is missing: every plan has it']],
    [
      'another VC1',
      { 'indicators.5.definition.units': 'communes' },
      ['indicators[5].definition: "VC1" has to count the villages with "sessions" in the period'],
    ],
    ['a plan that ends first', { 'period.to': '2016-12-31' }, ['period.to: the plan ends before it begins']],
    [
      'a campaign that ends first',
      { 'campaigns.0.from': '2020-07-30', 'campaigns.0.to': '2020-07-01' },
      ['campaigns[0].to: the campaign ends before it begins'],
    ],
    ['a campaign of two sorts', { 'campaigns.0.to': '2020-07-30' }, [expect.stringContaining('campaigns[0].to: "from" and "to" have to be of the same sort')]],
    ['a fifth quarter', { 'reports.0.kind': 'quarter', 'reports.0.of': 5 }, ['reports[0].of: there is no number 5 of the kind "quarter"']],
    ['a yearly report when asked', { 'reports.0.due': 'when asked' }, ['reports[0].due: "ad-hoc" reports are due "when asked", and only those']],
    [
      'an open day without a doubt',
      { 'reports.0.due': 'uncertain' },
      ['reports[0].due: "uncertain" needs a "doubt" in "said" that tells the office what to set'],
    ],
    [
      'an open campaign without a doubt',
      { 'campaigns.1.said.doubt': undefined },
      ['campaigns[1].from: "uncertain" needs a "doubt" in "said" that tells the office what to set'],
    ],
  ])('%s', (_, change, sentences) => {
    expect(told(change)).toEqual(sentences)
  })

  test('a campaign may go over New Year', () => {
    expect(told({ 'campaigns.0.from': '12-15', 'campaigns.0.to': '01-15' })).toEqual([])
  })

  test('a tally that is declared may be counted and shared', () => {
    const change = {
      measures: declared('tips-received', 'tips-handled', 'pledges-signed'),
      'indicators.0.definition': ratio('tips-handled'),
      'indicators.1.definition': { type: 'sum-over-baseline', measure: 'tally.pledges-signed', people: 'households', among: 'communes' },
    }
    expect(told(change)).toEqual([])
  })
})
