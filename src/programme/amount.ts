// How much of a measure there is between two dates, over cells. It knows which measures are a level (models that are active
// now) and which are counted again by every period's entry (tallies); whose cells they are, others say.

import type { Cell, Measure } from './cell.ts'
import type { Figures, Grain } from './figures.ts'
import { isLevel } from './level.ts'
import type { Dates } from './period.ts'
import { endOfHalfMonth, halfMonthOf } from './summary.ts'
import { isTally, tallied } from './tallied.ts'
import { cellsWithin } from './unit-tree.ts'

/** From the beginning: every cell until a date. */
export const until = (date: string): Dates => ({ from: '', to: date })

/** The sum of a measure, `tally.<code>` without its beginning among them. Where no cell has it: 0; who has to tell them apart asks `isGiven`. */
export function amount(cells: readonly Cell[], measure: Measure, { from, to }: Dates): number {
  if (isTally(measure)) return tallied(cells, measure, { from, to }).value
  const begin = isLevel(measure) ? '' : from
  let sum = 0
  for (const { date, values } of cells) if (begin <= date && date <= to) sum += values[measure] ?? 0
  return sum
}

/** Whether cells of that grain can tell these dates apart from the days around them. */
export const isAligned = ({ from, to }: Dates, grain: Grain): boolean =>
  grain === 'day' || ((from === '' || from === halfMonthOf(from)) && to === endOfHalfMonth(to))

/** A province counts an event that took in people of several communes once; a commune counts what was held in it (docs/domain.md §4.5). */
export function sessionCount({ cells, units, area }: Figures, unit: string, dates: Dates): number {
  const level = units.find(({ id }) => id === unit)?.level
  const isProvince = level === 'province' || (level === undefined && unit === area)
  return amount(cellsWithin(cells, units, unit), isProvince ? 'events' : 'sessions', dates)
}
