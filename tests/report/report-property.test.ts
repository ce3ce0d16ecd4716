import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Block, Paper, PaperCell, PaperFigure, PaperTable } from '../../src/client/report/paper.ts'
import { reportPaper } from '../../src/client/report/report-paper.ts'
import { dateToDay } from '../../src/model/civil-date.ts'
import type { Unit } from '../../src/model/unit.ts'
import { type AnyHeld, figuresFromRecords, figuresFromSummaries } from '../../src/programme/figures.ts'
import { knownMeasures } from '../../src/programme/known-measure.ts'
import type { Dates } from '../../src/programme/period.ts'
import { type ReportFigures, type ReportLine, reportOn } from '../../src/programme/report.ts'
import { summarise } from '../../src/programme/summary.ts'
import { type Asked, area, asOfDay, byHand } from '../fixture/asked.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { alignedPeriod, randomProvince } from '../fixture/random-province.ts'

const RUNS = { numRuns: 20 }
const LONGEST_MS = 60_000

/** How many sessions asked stands in no table. */
const measures = [...knownMeasures].filter((measure) => !measure.startsWith('asked-'))
const indicators = shippedPacks.flatMap((pack) => pack.indicators)

function reports(asked: Asked, period: Dates, organisation?: string): { byDay: ReportFigures | null; byHalfMonth: ReportFigures | null } {
  // The generator makes records of the model; a property of its own has each of them validated.
  const records = asked.land.records as unknown as AnyHeld[]
  const around = { area: asked.area, units: asked.land.official, asOf: dateToDay(asked.asOfDay) * 86_400_000 }
  const figures = figuresFromRecords(records, around)
  const what = { area: asked.area, period, indicators, organisation }
  return { byDay: reportOn(what, figures), byHalfMonth: reportOn(what, figuresFromSummaries(summarise(figures.cells), records, around)) }
}

/** Every measure of a place counted the slow way: all of it, and by organisation. */
function slowly(asked: Asked, period: Dates): { all: Record<string, number>; of: (organisation: string) => Record<string, number> } {
  const { totals = {}, byOrganisation = [] } = byHand(asked, { type: 'count-by-organisation', measures: [...measures, ...codesIn(asked)] }, period)
  return { all: totals, of: (organisation) => byOrganisation.find((one) => one.organisation === organisation)?.values ?? {} }
}

const codesIn = ({ land }: Asked): string[] => [...new Set(land.records.flatMap(({ kind, data }) => (kind === 'tally' ? `tally.${data['measure']}` : [])))]

const ownAlone = (asked: Asked): Asked => {
  const records = asked.land.records.filter(({ kind, data }) => kind === 'unit' || data['unit'] === asked.area)
  return { ...asked, land: { ...asked.land, records } }
}

/** No zeros: they are no different from what is not there, but for tallies. */
const filled = (sums: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(sums).filter(([name, value]) => value !== 0 && !name.startsWith('asked-')))

function added(lines: readonly ReportLine[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const line of lines) for (const [name, value] of Object.entries(line.sums)) sums[name] = (sums[name] ?? 0) + value
  return sums
}

property.prop([randomProvince, area, asOfDay, alignedPeriod], RUNS)(
  'a report’s sums are what counting by hand gives, its lines add up to them, and sums by half-month make the same report',
  (land, of, date, period) => {
    const asked = { land, area: of, asOfDay: date }
    const { byDay, byHalfMonth } = reports(asked, period)
    if (!byDay) return expect.unreachable()
    expect(byHalfMonth).toEqual(byDay)
    const slow = slowly(asked, period)
    expect(filled(byDay.whole.sums)).toEqual(filled(slow.all))
    for (const line of byDay.units) expect(filled(line.sums)).toEqual(filled(slowly({ ...asked, area: line.unit }, period).all))
    expect(filled(byDay.own.sums)).toEqual(filled(slowly(ownAlone(asked), period).all))
    for (const line of byDay.organisations) expect(filled(line.sums)).toEqual(filled(slow.of(line.organisation)))
    expect(added([...byDay.units, byDay.own, byDay.former])).toEqual(byDay.whole.sums)
    expect(added(byDay.organisations)).toEqual(byDay.whole.sums)
    for (const { organisation, ...line } of byDay.organisations) expect(reports(asked, period, organisation).byDay?.whole).toEqual(line)
    const notCounted = codesIn(asked).filter((name) => {
      const code = name.slice('tally.'.length)
      return byHand(asked, { type: 'ratio', numerator: [code], denominator: code }, period).none === 'no tally'
    })
    expect(codesIn(asked).filter((name) => byDay.whole.sums[name] === undefined)).toEqual(notCounted)
  },
  LONGEST_MS,
)

const tablesOf = ({ blocks, annexes }: Paper): PaperTable[] => [...blocks.flatMap((block: Block) => (block.as === 'table' ? [block.table] : [])), ...annexes]

const numberIn = (cell: PaperCell | undefined): number => (cell && 'whole' in cell ? cell.whole : 0)

function paperOf(report: ReportFigures, { land }: Asked): Paper {
  const villages = land.records.flatMap(({ id, kind, data }) =>
    kind === 'unit' ? [{ id, level: 'village', type: 'thon', name: String(data['name']), validFrom: '2000-01-01' } as Unit] : [],
  )
  const units = new Map([...land.official, ...villages].map((unit) => [unit.id, unit]))
  const about = { look: 'state', practice: false, issuer: 'Sở', place: 'Huế', date: '2026-01-05' } as const
  return reportPaper(report, about, paperWords('vi', { lookup: (id) => units.get(id) }))
}

type Slow = ReturnType<typeof slowly>

/** What a figure of the paper opens into, counted by hand. */
function opened({ measure = '', organisation, part }: PaperFigure, slow: Slow, report: ReportFigures): number {
  const counted = organisation === undefined ? slow.all : slow.of(organisation)
  const names = measure.endsWith('*') ? measures.filter((name) => name.startsWith(measure.slice(0, -1))) : [measure]
  const sum = names.reduce((all, name) => all + (counted[name] ?? 0), 0)
  if (part !== 'former') return sum
  return sum - names.reduce((all, name) => all + (added([...report.units, report.own])[name] ?? 0), 0)
}

property.prop([randomProvince, area, asOfDay, alignedPeriod], { numRuns: 15 })(
  'on paper every number is the sum of what it opens into, and every last row the sum of its rows',
  (land, of, date, period) => {
    const asked = { land, area: of, asOfDay: date }
    const report = reports(asked, period).byDay
    if (!report) return expect.unreachable()
    const places = new Map<string, Slow>()
    for (const { id, columns, rows, sum } of tablesOf(paperOf(report, asked))) {
      for (const cell of [...rows.flat(), ...(sum ?? [])]) {
        if (!('whole' in cell)) continue
        const { figure } = cell
        if (!figure) return expect.unreachable(`${id} has a number that opens into nothing`)
        if (figure.indicator !== undefined) continue
        const place = figure.part === 'own' ? 'own' : figure.unit
        const slow = places.get(place) ?? slowly(place === 'own' ? ownAlone(asked) : { ...asked, area: place }, period)
        places.set(place, slow)
        expect({ figure, whole: cell.whole }).toEqual({ figure, whole: opened(figure, slow, report) })
      }
      if (!sum) continue
      for (const [place, column] of columns.entries()) {
        if (column.as !== 'numbers') continue
        const all = rows.reduce((before, row) => before + numberIn(row[place]), 0)
        expect({ id, heading: column.heading, all }).toEqual({ id, heading: column.heading, all: numberIn(sum[place]) })
      }
    }
  },
  LONGEST_MS,
)

test('the provinces are such that their reports have every table', () => {
  const met = new Set<string>()
  for (const [land, of, date, period] of fc.sample(fc.tuple(randomProvince, area, asOfDay, alignedPeriod), { seed: 2026, numRuns: 40 })) {
    const asked = { land, area: of, asOfDay: date }
    const report = reports(asked, period).byDay
    if (report) for (const { id } of tablesOf(paperOf(report, asked))) met.add(id)
  }
  const all = [
    'totals',
    'places',
    'places-models',
    'forms',
    'kinds',
    'site-types',
    'site-depths',
    'visits',
    'materials',
    'receipts',
    'media-levels',
    'media-forms',
  ]
  expect([...all, 'broadcasts', 'tallies', 'organisations-1', 'organisations-2', 'indicators'].filter((id) => !met.has(id))).toEqual([])
})
