// Summaries: the cells of many records summed by unit × half-month × organisation, as sparse whole numbers. Half-months are
// cut at the 1st and the 15th, so that calendar months and periods from the 15th to the 14th both sum. Phone and server
// keep them by these functions, a difference at a time; made anew from the records they give the same bytes. Pure.

import { dateParts } from '../model/civil-date.ts'
import type { Cell } from './cell.ts'

type Values = Cell['values']

/** The first day, the 1st or the 15th, of the half-month in which a civil date lies. */
export const halfMonthOf = (date: string): string => `${date.slice(0, 8)}${date.slice(8) < '15' ? '01' : '15'}`

/** The last day of the half-month in which a civil date lies: the 14th, or the month's last. */
export function endOfHalfMonth(date: string): string {
  const [year, month, day] = dateParts(date)
  return `${date.slice(0, 8)}${day < 15 ? 14 : new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

/** Sums under way, by key. Cells in it may hold zeros; summariesIn leaves them out. */
export type Sums = Map<string, Cell>

/** One key for each summary, given any of its cells. Neither ids nor dates hold a blank. */
export const summaryKey = ({ unit, date, organisation }: Omit<Cell, 'values'>): string => `${unit} ${halfMonthOf(date)} ${organisation}`

/** Adds the cells to the sums, or takes them off. */
export function addCells(sums: Sums, cells: readonly Cell[], sign: 1 | -1 = 1): void {
  for (const cell of cells) {
    const key = summaryKey(cell)
    const { unit, organisation } = cell
    const sum = sums.get(key) ?? { unit, organisation, date: halfMonthOf(cell.date), values: {} }
    for (const [measure, value] of Object.entries(cell.values)) sum.values[measure] = (sum.values[measure] ?? 0) + sign * value
    sums.set(key, sum)
  }
}

/** What the sums have come to: in order of their keys, zeros and empty ones left out. */
export function summariesIn(sums: Sums): Cell[] {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => ({ ...sum, values: applyTo(sum.values, {}) }))
    .filter(({ values }) => !isEmpty(values))
}

/** The summaries of all cells together. */
export function summarise(cells: readonly Cell[]): Cell[] {
  const sums: Sums = new Map()
  addCells(sums, cells)
  return summariesIn(sums)
}

/** What a change of one record does to the summaries. One that moves it, in time or place, touches both of its places. */
export function changesOf(before: readonly Cell[], after: readonly Cell[]): Cell[] {
  const sums: Sums = new Map()
  addCells(sums, after)
  addCells(sums, before, -1)
  return summariesIn(sums)
}

/** The values with a difference added, measures in order, zeros left out. */
export function applyTo(values: Values, difference: Values): Values {
  const measures = [...new Set([...Object.keys(values), ...Object.keys(difference)])].sort()
  const next: Values = {}
  for (const measure of measures) {
    const value = (values[measure] ?? 0) + (difference[measure] ?? 0)
    if (value !== 0) next[measure] = value
  }
  return next
}

export const isEmpty = (values: Values): boolean => Object.keys(values).length === 0

/** The same for equal values, however they came about. No measure looks like an array index, so the order holds. */
export const valuesText = (values: Values): string => JSON.stringify(applyTo(values, {}))

/** The same for equal summaries, in whatever order they are given; empty ones count as not there. */
export function summaryBytes(summaries: readonly Cell[]): Uint8Array {
  const lines = summaries.filter(({ values }) => !isEmpty(values)).map((summary) => `${summaryKey(summary)} ${valuesText(summary.values)}\n`)
  return new TextEncoder().encode(lines.sort().join(''))
}

/** The latest of some civil dates. */
export const lastOf = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.reduce((last, date) => (date !== undefined && (last === undefined || date > last) ? date : last), undefined)
