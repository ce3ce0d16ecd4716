// Where a figure of a report opens: an indicator of a regular period in its own screen, everything else among its records.

import { periodWith } from '../../programme/period.ts'
import type { PaperFigure } from '../report/paper.ts'
import type { ReportAsk } from './report-asked.ts'

/** `back`: the report's own address. */
export function figurePath(
  { measure, indicator, unit, organisation, part }: PaperFigure,
  { programme, period, doneBy, ...ask }: ReportAsk,
  back: string,
): string {
  const regular = periodWith(period)
  if (indicator !== undefined && regular.kind !== 'dates' && unit === ask.unit) {
    return `/indicator/${indicator}?${queryOf({ programme, kind: regular.kind, year: String(regular.year), number: String(regular.number) })}`
  }
  return `/figure?${queryOf({ measure, indicator, programme, unit, part, organisation: organisation ?? doneBy, from: period.from, to: period.to, back })}`
}

const queryOf = (said: Record<string, string | undefined>): string =>
  new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()
