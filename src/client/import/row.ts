// What a line of somebody's table comes to: a record to make, one that is there already, or what is wrong with it.

import { civilDate, dayToDate } from '../../model/civil-date.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import { fold } from '../../text/fold.ts'
import { parseWhole } from '../../text/format.ts'
import type { Doubt } from './baseline-doubt.ts'
import { type Cell, DAYS_TO_1904, textOf } from './line.ts'

/**
 * `line`: its number as a spreadsheet shows it. `told`: what it is about, in the file's own words. `late`: it lies in a period that is
 * locked. `doubts`: numbers that are hardly so, to be confirmed.
 */
export type ImportRow = { line: number; told: string } & (
  | { as: 'new'; fields: Fields; late?: true; like?: Like; doubts?: readonly Doubt[] }
  | { as: 'known' }
  | { as: 'wrong'; problems: Problem[] }
)

/** What a line may tell a second time: an earlier line of the file, or a record that this phone holds. */
export type Like = { line: number } | { record: string }

/** A whole number; undefined where the cell is empty. Excel's own numbers are taken as they are, typed ones as people write them. */
export function wholeIn(cell: Cell, path: string[]): number | Problem | undefined {
  if (cell === '') return undefined
  const value = typeof cell === 'string' ? parseWhole(cell) : cell
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : problem('not-a-count', path, cellIn(cell))
}

/** A civil date: Excel's own, 01/07/2025, 1-7-25 or 2025-07-01. A month, a quarter or a year is told apart from what is no date. */
export function dateIn(cell: Cell, path: string[], since1904 = false): string | Problem | undefined {
  if (cell === '') return undefined
  const date = typeof cell === 'number' ? dateOfSerial(cell + (since1904 ? DAYS_TO_1904 : 0)) : dateOf(textOf(cell))
  if (date !== undefined && civilDate.safeParse(date).success) return date
  return problem(isPeriod(textOf(cell)) ? 'only-a-period' : 'not-a-date', path, cellIn(cell))
}

/** What stands in a cell, for the sentence of what is wrong with it. */
export const cellIn = (cell: Cell): { cell: string } => ({ cell: textOf(cell) })

/** The day that Excel counts as 2000-01-01, and the one it counts as 2100-01-01: what lies outside is hardly a day. */
const SERIALS = { first: 36_526, last: 73_051 }
/** Its day 0, as days since 1970. */
const SERIAL_START = -25_569

/** A day that lost its format and is only Excel's number for it. */
const dateOfSerial = (serial: number): string | undefined =>
  serial >= SERIALS.first && serial <= SERIALS.last ? dayToDate(Math.floor(serial) + SERIAL_START) : undefined

/** Behind a date a time may stand, which no session keeps. */
const TIME = '(?:[ T]\\d{1,2}[:h]\\d{0,2}(?::\\d{2})?)?'
const DAY_FIRST = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${TIME}$`)
const YEAR_FIRST = new RegExp(`^(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})${TIME}$`)

function dateOf(typed: string): string | undefined {
  const [, day, month, year] = DAY_FIRST.exec(typed) ?? []
  if (day && month && year) return dateFrom(year.length === 2 ? `20${year}` : year, month, day)
  const [, y, m, d] = YEAR_FIRST.exec(typed) ?? []
  return y && m && d ? dateFrom(y, m, d) : undefined
}

const dateFrom = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const isPeriod = (typed: string): boolean =>
  /^((quy|q|thang|nam|tuan|ky|dot|quarter|month|year|week)( |\d|$)|\d{1,2} \d{4}$|\d{4}( \d{1,2})?$)/.test(fold(typed))

/** The line under a table that sums it up is none of its lines. */
export const isTotal = (cell: Cell): boolean => /^(tong|tong cong|tong so|cong|total|toan xa|toan tinh|toan thanh pho)$/.test(fold(String(cell)))

export const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value
