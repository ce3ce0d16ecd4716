// Cells cut finer than summaries hold them: by day within a half-month, and by what sessions were about and for whom. Server and
// phone cut by these functions, so that both come to the same. Pure; who may see them, others ask.

import type { Data } from '../model/registry.ts'
import type { Cell } from './cell.ts'
import type { Held } from './coverage.ts'
import { type Dates, isIn } from './period.ts'
import { addCells, endOfHalfMonth, halfMonthOf, type Sums, summariesIn } from './summary.ts'

/** The half-months that a period cuts: it begins within the one, or ends within the other. */
export function cutHalfMonths({ from, to }: Dates): Dates[] {
  const cut = [...(from === halfMonthOf(from) ? [] : [from]), ...(to === endOfHalfMonth(to) ? [] : [to])]
  return [...new Set(cut.map(halfMonthOf))].map((first) => ({ from: first, to: endOfHalfMonth(first) }))
}

/** One cell for each unit, day and organisation, in order; `less` is taken off. */
export function byDay(cells: readonly Cell[], less: readonly Cell[] = []): Cell[] {
  const days = new Map<string, Sums>()
  const add = (sign: 1 | -1) => (cell: Cell) => {
    const sums = days.get(cell.date) ?? new Map()
    addCells(sums, [cell], sign)
    days.set(cell.date, sums)
  }
  cells.forEach(add(1))
  less.forEach(add(-1))
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([date, sums]) => summariesIn(sums).map((cell) => ({ ...cell, date })))
}

/** The sums with those half-months day by day in their place. Undefined where the days do not come to the sums: one of them is newer. */
export function refined(sums: readonly Cell[], days: readonly Cell[], cut: readonly Dates[]): Cell[] | undefined {
  const isCut = ({ date }: Cell): boolean => cut.some((half) => isIn(half, date))
  const difference: Sums = new Map()
  addCells(difference, sums.filter(isCut))
  addCells(difference, days, -1)
  return summariesIn(difference).length === 0 ? [...sums.filter((cell) => !isCut(cell)), ...days] : undefined
}

export const contentFamilies = ['form', 'topic', 'target-group'] as const
export type ContentFamily = (typeof contentFamilies)[number]

/**
 * Sessions and attendance by form, topic and target group, one cell for each organisation. A session with two topics counts under
 * both, so only forms and organisations come to the whole.
 */
export function contentCells(sessions: readonly Pick<Held<'session'>, 'data'>[], unit: string, period: Dates): Cell[] {
  const sums: Sums = new Map()
  for (const { data } of sessions)
    if (isIn(period, data.date)) addCells(sums, [{ unit, date: period.from, organisation: data.organisation, values: contentOf(data) }])
  return summariesIn(sums).map((cell) => ({ ...cell, date: period.from }))
}

function contentOf({ form, topics, targetGroups = [], counts }: Data<'session'>): Cell['values'] {
  const values: Cell['values'] = { sessions: 1, attendance: counts.total }
  const add = (family: ContentFamily, code: string): void => {
    values[`${family}.${code}`] = 1
    values[`${family}-attendance.${code}`] = counts.total
  }
  add('form', form)
  for (const topic of topics) add('topic', topic)
  for (const group of targetGroups) add('target-group', group)
  return values
}
