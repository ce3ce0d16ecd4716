// What stands behind one figure of a report: its value by the report's own way of counting, the records that this phone holds, the places
// below, and which records the office can open one by one where they lie with the communes.

import type { KindName } from '../../model/registry.ts'
import { behind, behindFigure, type FigureAsked, recordsAsked, recordsOfFigure } from '../../programme/behind.ts'
import { contributions, countedKinds } from '../../programme/contribution.ts'
import type { Figures } from '../../programme/figures.ts'
import { evaluate, type Measured } from '../../programme/indicator.ts'
import { comeTo } from '../../programme/opened.ts'
import type { Dates } from '../../programme/period.ts'
import { reportOn } from '../../programme/report.ts'
import { sumIn } from '../../programme/sum-told.ts'
import type { Store } from '../store/database.ts'
import { readFiguresByDayLive, readFiguresLive } from '../store/figures.ts'
import { getRecord, listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import type { OpenedAsked } from './opened.ts'
import { indicatorsIn } from './pack-indicators.ts'

/** `figure`: a sum; else an indicator of a plan. */
export interface BehindAsked {
  figure: FigureAsked | undefined
  indicator: string | undefined
  programme: string | undefined
  unit: string
  period: Dates
  home: string
  asOf: number
}

export interface Behind {
  records: Shown[]
  /** Undefined where it is no sum, and where these dates can't be told. */
  value: number | undefined
  /** Below the unit, with what is there; only of a sum. */
  places: { unit: string; value: number }[]
  /** Undefined where a survey or nothing at all stands behind it. */
  opens: Opens | undefined
}

interface Opens {
  asked: OpenedAsked
  isBehind: (record: Shown) => boolean
  /** Undefined where the figure has no number. */
  comesToFigure: (records: readonly Shown[]) => boolean | undefined
}

export async function readBehind(store: Store, asked: BehindAsked): Promise<Behind> {
  const { figure, home, asOf } = asked
  const figures = (await readFiguresByDayLive(store, { area: home, asOf })) ?? (await readFiguresLive(store, { area: home, asOf }))
  const opens = figure ? sumOpens(figure, figures, asked) : await indicatorOpens(store, figures, asked)
  const all = opens ? (await Promise.all(countedKinds.map((kind) => listRecords(store, kind)))).flat() : []
  const records = all.filter((record) => record.state !== 'attention' && opens?.isBehind(record)).sort((a, b) => b.changedAt - a.changedAt)
  // What this phone holds itself may be newer than what was opened, or not at the office yet.
  const together = (opened: readonly Shown[]): Shown[] => [...new Map([...opened, ...records].map((record) => [record.id, record])).values()]
  return {
    records,
    ...(figure ? sumOf(figure, figures, asked.period) : { value: undefined, places: [] }),
    opens: opens && { ...opens, comesToFigure: (opened) => opens.comesToFigure(together(opened)) },
  }
}

function sumOpens(figure: FigureAsked, figures: Figures, { unit, period }: BehindAsked): Opens {
  const isBehind = behindFigure(figure, figures, period)
  const { value } = sumOf(figure, figures, period)
  return {
    asked: { unit, ...recordsOfFigure(figure.measure, period) },
    isBehind: ({ kind, data }) => isBehind(kind, data),
    comesToFigure: (records) => (value === undefined ? undefined : (sumOf(figure, alone(figures, records), period).value ?? 0) === value),
  }
}

const alone = (figures: Figures, records: readonly { kind: KindName; data: Shown['data'] }[]): Figures => ({
  ...figures,
  cells: records.flatMap(({ kind, data }) => contributions(kind, data)),
  grain: 'day',
})

async function indicatorOpens(store: Store, figures: Figures, { indicator, programme, unit, period }: BehindAsked): Promise<Opens | undefined> {
  const found = programme === undefined ? undefined : await getRecord(store, programme)
  const pack = found?.kind === 'programme' && 'pack' in found.data ? found.data.pack : undefined
  const definition = pack && indicatorsIn(pack).find(({ id }) => id === indicator)?.definition
  if (!definition) return undefined
  const [measured, within]: [Measured, Figures] = [
    { id: indicator ?? '', definition, targets: [] },
    { ...figures, area: unit },
  ]
  const reading = evaluate(measured, within, period)
  if (reading.flags.includes('survey')) return undefined
  const isBehind = behind(definition, within, period)
  return {
    asked: { unit, ...recordsAsked(definition, period) },
    isBehind: ({ kind, data }) => isBehind(kind, data),
    comesToFigure: (records) => comeTo(measured, within, reading, records),
  }
}

/** By the report's own way of counting. */
function sumOf({ measure, unit, organisation, part }: FigureAsked, figures: Figures, period: Dates): Pick<Behind, 'value' | 'places'> {
  const report = reportOn({ area: unit, period, indicators: [], organisation }, figures)
  if (!report) return { value: undefined, places: [] }
  const line = part === undefined ? report.whole : report[part]
  const places = report.units.map((one) => ({ unit: one.unit, value: sumIn(one.sums, measure) ?? 0 }))
  return { value: sumIn(line.sums, measure), places: part === undefined ? places.filter(({ value }) => value !== 0) : [] }
}
