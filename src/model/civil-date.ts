// Civil dates of Asia/Ho_Chi_Minh as text, "2026-11-22". Sessions and deadlines live in them (docs/domain.md §8), so no
// phone's time zone ever moves a session to another day. Vietnam keeps +7 all year.

import * as z from 'zod/mini'

const VIETNAM_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

const EARLIEST_DATE = '2000-01-01'

/** Days since 1970-01-01, or NaN where the text is no date of the calendar. */
export function dateToDay(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return Number.NaN
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return dayToDate(ms / DAY_MS) === date ? ms / DAY_MS : Number.NaN
}

export function dayToDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export const isDate = (date: string): boolean => !Number.isNaN(dateToDay(date))

/** A civil date from 2000 on. */
export const civilDate = z.string().check(z.refine((date) => isDate(date) && date >= EARLIEST_DATE, { params: { code: 'not-a-date' } }))

/** The civil date in Vietnam at a moment given in ms since 1970. */
export const dateInVietnam = (nowMs: number): string => dayToDate(Math.floor((nowMs + VIETNAM_MS) / DAY_MS))

/** Minutes since midnight in Vietnam. */
export const minuteInVietnam = (nowMs: number): number => Math.floor(((nowMs + VIETNAM_MS) % DAY_MS) / 60_000)

/** The moment at which a day begins in Vietnam, ms since 1970. */
export const beginOfDay = (date: string): number => dateToDay(date) * DAY_MS - VIETNAM_MS

export const addDays = (date: string, days: number): string => dayToDate(dateToDay(date) + days)

export const daysBetween = (from: string, to: string): number => dateToDay(to) - dateToDay(from)

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: string): number => (((dateToDay(date) + 4) % 7) + 7) % 7

/** The same day some months on, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = dateParts(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

/** [year, month 1–12, day] of a valid civil date. */
export function dateParts(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}
