// Which report is meant: of a unit, a plan and its report, or of no plan, between two dates; and the addresses that say it.

import type { Dates } from '../../programme/period.ts'
import type { Shown } from '../store/shown.ts'

export type Frozen = Shown<'report'>

export interface ReportAsk {
  unit: string
  programme: string | undefined
  /** The plan's own name for it; undefined where it is made for other dates. */
  report: string | undefined
  period: Dates
  /** Only what this organisation did. */
  doneBy: string | undefined
}

export const askOf = ({ data: { unit, programme, report, period, doneBy } }: Frozen): ReportAsk => ({ unit, programme, report, period, doneBy })

export const frozenPath = (id: string): string => `/report/${id}`

export type NewReport = Pick<ReportAsk, 'programme' | 'report' | 'period'> & { corrects?: string }

export const newReportPath = ({ programme, report, period, corrects }: NewReport): string => {
  const said = { from: period.from, to: period.to, programme, report, corrects }
  return `/report/new?${new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))}`
}

/** One series is numbered 1, 2, 3 …; what was withdrawn keeps its number. */
export const isSameSeries = ({ data }: Frozen, organisation: string, asked: ReportAsk): boolean =>
  data.organisation === organisation &&
  data.unit === asked.unit &&
  data.programme === asked.programme &&
  data.report === asked.report &&
  data.doneBy === asked.doneBy &&
  data.period.from === asked.period.from &&
  data.period.to === asked.period.to

/** The one that counts: of those not withdrawn the highest number, of two with the same the later. */
export const newestOf = (series: readonly Frozen[]): Frozen | undefined =>
  series
    .filter(({ data }) => data.state === 'frozen')
    .sort((a, b) => b.data.number - a.data.number || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    .at(0)

export const nextNumber = (series: readonly Frozen[]): number => Math.max(0, ...series.map(({ data }) => data.number)) + 1
