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

/** The same of a unit and all below it. Screens ask it of the same figures again and again, so what adds up to which day is kept. */
export function amountIn({ cells, units }: Pick<Figures, 'cells' | 'units'>, unit: string, measure: Measure, dates: Dates): number {
  const within = cellsWithin(cells, units, unit)
  if (isTally(measure)) return amount(within, measure, dates)
  const running = runningOf(within, measure)
  return before(running, (day) => day > dates.to) - (isLevel(measure) ? 0 : before(running, (day) => day >= dates.from))
}

/** Days on which there is any, in order, and what all of them until each of these add up to. */
interface Running {
  days: string[]
  sums: number[]
}

const runnings = new WeakMap<readonly Cell[], Map<Measure, Running>>()

function runningOf(cells: readonly Cell[], measure: Measure): Running {
  const byMeasure = runnings.get(cells) ?? new Map<Measure, Running>()
  runnings.set(cells, byMeasure)
  const running = byMeasure.get(measure) ?? addedUp(cells, measure)
  byMeasure.set(measure, running)
  return running
}

function addedUp(cells: readonly Cell[], measure: Measure): Running {
  const byDay = new Map<string, number>()
  for (const { date, values } of cells) {
    const value = values[measure]
    if (value !== undefined) byDay.set(date, (byDay.get(date) ?? 0) + value)
  }
  const days = [...byDay.keys()].sort()
  let sum = 0
  return { days, sums: days.map((day) => (sum += byDay.get(day) ?? 0)) }
}

/** What there is before the first day that is too late, found by halving: a province asks it of two thousand villages at a time. */
function before({ days, sums }: Running, isLate: (day: string) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isLate(days[middle] ?? '')) high = middle
    else low = middle + 1
  }
  return sums[low - 1] ?? 0
}

/** Whether cells of that grain can tell these dates apart from the days around them. */
export const isAligned = ({ from, to }: Dates, grain: Grain): boolean =>
  grain === 'day' || ((from === '' || from === halfMonthOf(from)) && to === endOfHalfMonth(to))

/** A province counts an event that took in people of several communes once; a commune counts what was held in it (docs/domain.md §4.5). */
export function sessionCount({ cells, units, area }: Figures, unit: string, dates: Dates): number {
  const level = units.find(({ id }) => id === unit)?.level
  const isProvince = level === 'province' || (level === undefined && unit === area)
  return amountIn({ cells, units }, unit, isProvince ? 'events' : 'sessions', dates)
}
