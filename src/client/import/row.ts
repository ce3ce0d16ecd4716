// What a line of somebody's table comes to: a record to make, one that is there already, or what is wrong with it.

import { civilDate } from '../../model/civil-date.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import { fold } from '../../text/fold.ts'
import { parseWhole } from '../../text/format.ts'
import type { Cell } from './line.ts'

/** `line`: its number as a spreadsheet shows it. `told`: what it is about, in the file's own words. */
export type ImportRow = { line: number; told: string } & ({ as: 'new'; fields: Fields } | { as: 'known' } | { as: 'wrong'; problems: Problem[] })

/** A whole number; undefined where the cell is empty. Excel's own numbers are taken as they are, typed ones as people write them. */
export function wholeIn(cell: Cell, path: string[]): number | Problem | undefined {
  if (cell === '') return undefined
  const value = typeof cell === 'string' ? parseWhole(cell) : cell
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : problem('not-a-count', path)
}

/** A civil date: Excel's own, 01/07/2025 or 2025-07-01. */
export function dateIn(cell: Cell, path: string[]): string | Problem | undefined {
  if (cell === '') return undefined
  const date = cell instanceof Date ? cell.toISOString().slice(0, 10) : dateOf(String(cell))
  return date !== undefined && civilDate.safeParse(date).success ? date : problem('not-a-date', path)
}

function dateOf(typed: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined
}

/** The line under a table that sums it up is none of its lines. */
export const isTotal = (cell: Cell): boolean => /^(tong|tong cong|tong so|cong|total|toan xa|toan tinh|toan thanh pho)$/.test(fold(String(cell)))

export const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value
