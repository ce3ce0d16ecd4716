// Whether anything was recorded at all on the days that count: the 0 of an area that sent nothing is not the 0 of one that did
// (docs/domain.md §4.2). Asked of every reading in one place, so that phone, server and paper say the same.

import { until } from './amount.ts'
import type { Cell } from './cell.ts'
import type { Figures } from './figures.ts'
import { isLevel } from './level.ts'
import type { Definition } from './pack.ts'
import { type Dates, isIn } from './period.ts'
import { endOfHalfMonth, summarise } from './summary.ts'
import { cellsWithin } from './unit-tree.ts'

/** Cells are summed first, so that summaries and records say the same of a model that opened and closed within a half-month. */
export function isSilent(definition: Definition, { cells, units, area }: Figures, period: Dates): boolean {
  const days = daysOf(definition, period)
  const within = cellsWithin(cells, units, area)
  const isThen = ({ date }: Cell): boolean => isIn(days, date)
  if (within.some((cell) => isThen(cell) && Object.keys(cell.values).some((measure) => !isLevel(measure)))) return false
  return summarise(within.filter(isThen)).length === 0
}

/** The days on which a record counts, whatever it adds. */
export function daysOf(definition: Definition, period: Dates): Dates {
  if (definition.type === 'units-with' && (definition.when === 'until' || isLevel(definition.measure))) return until(period.to)
  if (definition.type !== 'months-with') return period
  // A period that begins within a month has the whole of that month; sums tell its end by the half-month, so days do too.
  return { from: `${definition.since ?? period.from.slice(0, 7)}-01`, to: endOfHalfMonth(period.to) }
}
