// Calendar months with at least so many of a measure ÷ months that have gone by (CT3: "ít nhất một tháng một lần").

import { addDays, addMonths, dateInVietnam } from '../model/civil-date.ts'
import { amount } from './amount.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { type Finding, none } from './reading.ts'
import { shareOf } from './share.ts'
import { isTally } from './tallied.ts'
import { cellsWithin } from './unit-tree.ts'

/**
 * The months since the one named, else those that end within the period: a period from the 15th to the 14th takes in each
 * month with its last day, so no month counts in two periods. A month that is not over yet, or not reached by the figures,
 * is not judged. Months are whole half-months, so summaries tell them all.
 */
export function monthsWith({ measure, atLeast, since }: Definition & { type: 'months-with' }, figures: Figures, period: Dates): Finding {
  const months = monthsEnding(since === undefined ? period.from : `${since}-01`, earlier(period.to, dateInVietnam(figures.asOf)))
  const cells = cellsWithin(figures.cells, figures.units, figures.area)
  const counted = isTally(measure) ? cells : cells.filter(({ values }) => values[measure] !== undefined)
  const missing = months.filter((month) => amount(counted, measure, daysOf(month)) < atLeast)
  const numerator = months.length - missing.length
  const value = shareOf(numerator, months.length)
  const sources = [{ what: 'records' } as const, { what: 'calendar' } as const]
  return value ? { value, numerator, denominator: months.length, sources, missing, flags: [] } : none('no months', { sources })
}

/** The provincial press is the province's: in one commune its months would look empty. */
export const isOfProvince = (definition: Definition): boolean => definition.type === 'months-with' && definition.measure === 'media.province'

function monthsEnding(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); daysOf(month).to <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month)
  return months
}

const daysOf = (month: string): Dates => ({ from: `${month}-01`, to: addDays(addMonths(`${month}-01`, 1), -1) })

const earlier = (one: string, other: string): string => (one < other ? one : other)
