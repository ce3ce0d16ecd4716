import { describe, expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import type { KindName } from '../../src/model/registry.ts'
import { type AnyHeld, type Figures, figuresFromRecords, figuresFromSummaries } from '../../src/programme/figures.ts'
import { lockedReading } from '../../src/programme/locked-reading.ts'
import type { Definition } from '../../src/programme/pack.ts'
import { type ReportAsked, type ReportFigures, reportOn } from '../../src/programme/report.ts'
import type { Sent } from '../../src/programme/report-sent.ts'
import { withoutSmallCells } from '../../src/programme/small-cell.ts'
import { summarise } from '../../src/programme/summary.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hoaVang, hue, land } from '../fixture/land.ts'
import { session, site, village } from '../fixture/sample.ts'

const [dong, tay] = [idNamed('thôn Đông'), idNamed('thôn Tây')]
const [hoi, congAn, so] = [idNamed('Hội LHPN'), idNamed('Công an'), idNamed('Sở')]
const period = { from: '2026-07-01', to: '2026-09-30' }
const asOf = Date.parse('2026-11-20T03:00:00Z')

/** The model takes each of them; what a test does not name is as in the samples. */
const held = (kind: KindName, name: string, data: Fields, removed = false): AnyHeld => ({ id: idNamed(name), kind, data, removed }) as unknown as AnyHeld

const fair = { id: idNamed('ngày hội') }
const counts = { female: 25, male: 15, minority: 9, minorityFemale: 7, firstTime: 12 }
const quarter = { unit: hue, organisation: congAn, period }

const records: AnyHeld[] = [
  held('unit', 'thôn Đông', village({ name: 'Thôn Đông' })),
  held('unit', 'thôn Tây', village({ name: 'Thôn Tây', validTo: '2026-08-31' })),
  held('session', 's1', session({ unit: dong, date: '2026-07-10', organisation: hoi, counts: { total: 40, ...counts, method: 'counted' } })),
  held(
    'session',
    's2',
    session({
      unit: aLuoi1,
      date: '2026-07-30',
      form: 'rally',
      organisation: hoi,
      event: { ...fair, counts: true },
      counts: { total: 100, method: 'estimated' },
    }),
  ),
  held(
    'session',
    's3',
    session({
      unit: aLuoi2,
      date: '2026-07-30',
      form: 'rally',
      organisation: congAn,
      event: { ...fair, counts: false },
      counts: { total: 60, method: 'counted' },
    }),
  ),
  held('session', 's4', session({ unit: tay, date: '2026-08-20', organisation: hoi, counts: { total: 10, method: 'counted' } })),
  held('session', 's5', session({ unit: hue, date: '2026-09-15', form: 'training', organisation: so, counts: { total: 30, method: 'counted' } })),
  held('session', 'taken back', session({ unit: dong, date: '2026-08-01' }), true),
  held('session', 'another province', session({ unit: hoaVang, date: '2026-08-01' })),
  held('session', 'the next quarter', session({ unit: dong, date: '2026-10-02' })),
  held('site', 'a club', site({ unit: aLuoi1, organisation: hoi })),
  held(
    'site',
    'a club that closed',
    site({
      unit: aLuoi2,
      organisation: hoi,
      statuses: [
        { status: 'active', from: '2026-02-01' },
        { status: 'closed', from: '2026-09-30' },
      ],
    }),
  ),
  held('media-item', 'on the radio', {
    unit: hue,
    date: '2026-07-30',
    level: 'province',
    mediaForm: 'radio',
    outlet: 'Đài',
    title: 'Tin',
    times: 3,
    minutes: 15,
    organisation: so,
  }),
  held('material-receipt', 'a set', { material: idNamed('m'), unit: aLuoi2, receivedOn: '2026-07-05', deployedOn: '2026-08-01', organisation: congAn }),
  held('tally', 'received', { ...quarter, measure: 'tips-received', value: 4 }),
  held('tally', 'settled', { ...quarter, measure: 'tips-settled', value: 0 }),
]

const around = { area: hue, units: land, asOf }
const byDay = figuresFromRecords(records, around)
const byHalfMonth = figuresFromSummaries(summarise(byDay.cells), records, around)

function report(more: Partial<ReportAsked> = {}, figures: Figures = byDay): ReportFigures {
  const made = reportOn({ area: hue, period, indicators: [], ...more }, figures)
  if (!made) throw new Error('These dates can’t be told.')
  return made
}

const read = ({ sums }: { sums: Record<string, number> }, ...measures: string[]) => measures.map((measure) => sums[measure])

describe('the province’s quarter, worked out by hand', () => {
  test('sums sessions of all its communes, its own and those of a village that ended', () => {
    expect(read(report().whole, 'sessions', 'events', 'attendance', 'estimated')).toEqual([5, 4, 240, 1])
    expect(read(report().whole, 'female', 'minority', 'first-time', 'form.rally', 'form-attendance.rally')).toEqual([25, 9, 12, 2, 160])
  })

  test('counts a fair of two communes once, while its lines say who was there', () => {
    const { sessionCount, units, own, former } = report()
    expect(sessionCount).toBe(4)
    expect(units.map((line) => [line.unit, ...read(line, 'sessions', 'attendance')])).toEqual([
      [aLuoi1, 3, 150],
      [aLuoi2, 1, 60],
    ])
    expect(read(own, 'sessions', 'attendance', 'minutes', 'times')).toEqual([1, 30, 15, 3])
    expect(former).toMatchObject({ sums: {}, isRecorded: false })
  })

  test('says of models what is there on the last day, and of material who received and used it', () => {
    expect(read(report().whole, 'site-active.intensive', 'site-type.prevention-club', 'received', 'deployed')).toEqual([1, 1, 1, 1])
    expect(read(report({ period: { from: '2026-07-01', to: '2026-09-14' } }).whole, 'site-active.intensive')).toEqual([2])
  })

  test('knows a 0 that somebody counted from what nobody counted', () => {
    expect(read(report().whole, 'tally.tips-received', 'tally.tips-settled', 'tally.tips-handled')).toEqual([4, 0, undefined])
  })

  test('is told by organisation, those with nothing left out', () => {
    const lines = report().organisations.map((line) => [line.organisation, ...read(line, 'sessions', 'attendance', 'tally.tips-received')])
    const expected = [
      [hoi, 3, 150, undefined],
      [congAn, 1, 60, 4],
      [so, 1, 30, undefined],
    ]
    expect(lines).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
  })

  test('of one organisation alone holds nothing of the others', () => {
    const { whole, organisations, sessionCount } = report({ organisation: congAn })
    expect(read(whole, 'sessions', 'attendance', 'received', 'minutes')).toEqual([1, 60, 1, undefined])
    expect(organisations.map(({ organisation }) => organisation)).toEqual([congAn])
    // Its session is of a fair that counts in another commune.
    expect(sessionCount).toBe(0)
  })

  test('is the same from sums by half-month, and is none for dates that those can’t tell', () => {
    expect(JSON.stringify(report({}, byHalfMonth))).toBe(JSON.stringify(report()))
    const week = { from: '2026-07-27', to: '2026-08-02' }
    expect(reportOn({ area: hue, period: week, indicators: [] }, byHalfMonth)).toBeNull()
    expect(read(report({ period: week }).whole, 'sessions', 'attendance')).toEqual([2, 160])
  })
})

test('the commune’s quarter has its villages, its hall, and the village that ended', () => {
  const { sessionCount, units, own, former, whole } = report({ area: aLuoi1 })
  expect(sessionCount).toBe(3)
  expect(units.map((line) => [line.unit, ...read(line, 'sessions', 'attendance')])).toEqual([[dong, 1, 40]])
  expect([own, former, whole].map((line) => read(line, 'sessions', 'attendance'))).toEqual([
    [1, 100],
    [1, 10],
    [3, 150],
  ])
})

describe('its indicators', () => {
  const press: Definition = { type: 'months-with', measure: 'media.province', atLeast: 1 }
  const tips: Definition = { type: 'ratio', numerator: ['tips-settled'], denominator: 'tips-received' }
  const measured = [press, tips].map((definition, place) => ({ id: `I${place}`, definition, targets: [] }))
  const ids = (more: Partial<ReportAsked>) => report({ indicators: measured, ...more }).indicators.map(({ reading }) => reading.id)

  test('are read as on the screens', () => {
    expect(report({ indicators: measured }).indicators.map(({ reading }) => [reading.numerator, reading.denominator])).toEqual([
      [1, 3],
      [0, 4],
    ])
  })

  test('leave out what a commune is not judged by, and shares that are no single organisation’s', () => {
    expect(ids({ area: aLuoi1 })).toEqual(['I1'])
    expect(ids({ organisation: congAn })).toEqual(['I1'])
    expect(ids({})).toEqual(['I0', 'I1'])
  })
})

describe('what the communes have sent up', () => {
  const sent = (name: string, more: Fields, changedAt = 1): Sent =>
    ({
      id: idNamed(name),
      changedAt,
      data: { unit: aLuoi1, organisation: hoi, period, state: 'locked', asOf: '2026-10-05', figures: {}, ...more },
    }) as unknown as Sent
  const asked = (...submissions: Sent[]): ReportFigures => report({ sent: { submissions, programme: undefined, before: '2026-10-15', isOwed: true } })

  test('names who has not, and whose came back', () => {
    expect(asked().handedIn).toEqual({ of: 2, missing: [aLuoi1, aLuoi2].map((unit) => ({ unit, standing: 'late' })), adjusted: [] })
    expect(asked(sent('a', { state: 'returned' }), sent('b', { unit: aLuoi2, state: 'submitted' })).handedIn?.missing).toEqual([
      { unit: aLuoi1, standing: 'returned' },
    ])
    expect(asked(sent('other', { period: { from: '2026-04-01', to: '2026-06-30' } })).handedIn?.missing).toHaveLength(2)
  })

  test('tells what was changed since a lock beside the locked figures', () => {
    const figures = { sessions: 2, attendance: 140, 'indicator.VC1.numerator': 1 }
    const [adjusted] = asked(sent('a', { figures }), sent('b', { unit: aLuoi2, state: 'submitted', figures })).handedIn?.adjusted ?? []
    expect(adjusted?.unit).toBe(aLuoi1)
    expect(adjusted?.figures).toMatchObject({ sessions: { locked: 2, more: 1 }, attendance: { locked: 140, more: 10 } })
    // No indicator of this report, so there is nothing to compare it with.
    expect(Object.keys(adjusted?.figures ?? {})).not.toContain('indicator.VC1.numerator')
  })

  test('stands in an indicator as it was locked, commune by commune, with what it comes to now beside it', () => {
    const villages: Definition = { type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' }
    const indicator = { id: 'VC1', definition: villages, targets: [{ threshold: 100, compare: 'at-least' as const }] }
    const submissions = [
      sent('a', { figures: { 'indicator.VC1.numerator': 2, 'indicator.VC1.denominator': 2 } }),
      sent('b', { unit: aLuoi2, state: 'submitted' }),
    ]
    const told = (area: string, state = 'locked') => {
      const [first, ...others] = submissions.map((one) => ({ ...one, data: { ...one.data, state: one.data.state === 'locked' ? state : one.data.state } }))
      const locks = { submissions: [first, ...others] as Sent[], programme: undefined }
      const { reading, now, isLocked } = lockedReading(indicator, figuresFromRecords(records, { area, units: land, asOf }), period, locks)
      return [isLocked, reading.numerator, reading.denominator, reading.target?.met, now?.numerator, now?.denominator]
    }
    // One of the two villages ended in August.
    for (const area of [aLuoi1, hue]) expect(told(area)).toEqual([true, 2, 2, true, 1, 1])
    expect(told(aLuoi1, 'reopened')).toEqual([false, 1, 1, true, undefined, undefined])
  })

  test('is not spoken of where nobody asked', () => {
    expect(report().handedIn).toBeUndefined()
  })
})

describe('people by ethnicity and sex, where a group is under five', () => {
  const withCrossed = (minorityFemale: number, minority: number, more: AnyHeld[] = []): ReportFigures => {
    const one = session({
      unit: dong,
      date: '2026-07-10',
      organisation: hoi,
      counts: { total: 60, female: 30, male: 30, minority, minorityFemale, method: 'counted' },
    })
    const made = reportOn(
      { area: hue, period, indicators: [] },
      figuresFromRecords([held('unit', 'thôn Đông', village()), held('session', 'one', one), ...more], around),
    )
    if (!made) throw new Error('These dates can’t be told.')
    return withoutSmallCells(made)
  }
  const crossed = ({ sums, withheld }: ReportFigures['whole']) => (withheld.length > 0 ? withheld : sums['minority-female'])

  test.each([
    [4, 20],
    // The men would be told by the difference: 1 to 4 of them.
    [16, 18],
    // And so would the women of the majority.
    [28, 40],
    // That no man of a minority came is told of them, too.
    [12, 12],
  ])('%i women of %i are withheld', (women, all) => {
    expect(crossed(withCrossed(women, all).whole)).toEqual(['minority-female'])
  })

  test.each([
    [5, 20],
    [15, 20],
  ])('%i women of %i are told', (women, all) => {
    expect(crossed(withCrossed(women, all).whole)).toBe(women)
  })

  test('go from every line of a breakdown where one of them is small: the others would tell it', () => {
    const few = session({
      unit: aLuoi2,
      date: '2026-07-11',
      organisation: congAn,
      counts: { total: 40, female: 20, male: 20, minority: 10, minorityFemale: 3, method: 'counted' },
    })
    const made = withCrossed(10, 20, [held('session', 'few', few)])
    expect(crossed(made.whole)).toBe(13)
    expect(made.units.map(crossed)).toEqual([['minority-female'], ['minority-female']])
    expect(made.organisations.map(crossed)).toEqual([['minority-female'], ['minority-female']])
    expect(read(made.whole, 'minority', 'female')).toEqual([30, 50])
  })
})
