// How complete figures are: from how many places anything was recorded in a period, and which phones have not been heard of for so
// long that more may lie on them (docs/domain.md §4.2). "At least" is said only where a phone is silent. Pure.

import type { Unit } from '../model/unit.ts'
import type { Cell } from './cell.ts'
import { unitsOn } from './denominator.ts'
import type { Figures } from './figures.ts'
import type { Dates } from './period.ts'
import { halfMonthOf } from './summary.ts'
import { cellsWithin } from './unit-tree.ts'

const SILENT_DAYS = 14
const DAY_MS = 86_400_000

/** The places of which something was recorded in the period: each with all that lies below it. By half-month where the cells are. */
export function heardFrom(places: readonly Unit[], units: readonly Unit[], cells: readonly Cell[], { from, to }: Dates): Unit[] {
  const first = halfMonthOf(from)
  return places.filter(({ id }) => cellsWithin(cells, units, id).some(({ date }) => first <= date && date <= to))
}

/** Of the villages that hold on the last day, how many anything was recorded of: by the day where the figures are. */
export function villagesHeard(figures: Figures, period: Dates): { of: number; heard: number } {
  const villages = unitsOn(figures, 'villages', period.to)
  const first = figures.grain === 'day' ? period.from : halfMonthOf(period.from)
  const heard = villages.filter(({ id }) => cellsWithin(figures.cells, figures.units, id).some(({ date }) => first <= date && date <= period.to))
  return { of: villages.length, heard: heard.length }
}

/** The phones that were silent for more than 14 days before that moment, ms since 1970. */
export const silentAt = <D extends { contactAt: number }>(devices: readonly D[], at: number): D[] =>
  devices.filter(({ contactAt }) => at - contactAt > SILENT_DAYS * DAY_MS)
