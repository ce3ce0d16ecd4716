// Reporting periods (kỳ báo cáo): calendar ones, the state's that run from the 15th to the 14th (docs/domain.md §4.6), school
// years, campaigns, and any two dates. Both end days belong. Its dates are no deadlines and no "figures up to": those are other things. No labels.

import { addDays, addMonths, dateParts, daysBetween, isDate } from '../model/civil-date.ts'

/** calendar: 1/1–31/12. 15-14: year 2024 is 15/12/2023–14/12/2024, and its months, quarters and halves are cut alike. */
export const periodRules = ['calendar', '15-14'] as const
export type PeriodRule = (typeof periodRules)[number]

export const periodKinds = ['month', 'quarter', 'half', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface Dates {
  from: string
  to: string
}

/** `number` counts from 1 within `year`: months to 12, quarters to 4, halves to 2, the year itself is 1. */
export interface RegularPeriod extends Dates {
  kind: PeriodKind
  rule: PeriodRule
  year: number
  number: number
}

export interface FreePeriod extends Dates {
  kind: 'dates'
}

/** Năm học 2026–2027 is of the year 2026, in which it begins. */
export interface SchoolYear extends Dates {
  kind: 'school-year'
  year: number
}

export type Period = RegularPeriod | SchoolYear | FreePeriod

/** Schools open in September (khai giảng), so the school calendar is cut there; a plan may cut it on another day. */
const SCHOOL_YEAR_BEGINS = '09-01'

const monthsIn: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The given period of a year. A number outside the year is carried over: quarter 5 of 2024 is quarter 1 of 2025. */
export function periodNumbered(rule: PeriodRule, kind: PeriodKind, year: number, number: number): RegularPeriod {
  const months = monthsIn[kind]
  const month = (number - 1) * months
  const from = addMonths(rule === 'calendar' ? `${year}-01-01` : `${year - 1}-12-15`, month)
  const carried = Math.floor(month / 12)
  return { kind, rule, year: year + carried, number: number - (carried * 12) / months, from, to: addDays(addMonths(from, months), -1) }
}

/** The period of that kind in which a civil date lies. */
export function periodOf(rule: PeriodRule, kind: PeriodKind, date: string): RegularPeriod {
  const [year, month, day] = dateParts(date)
  const months = month - 1 + (rule === '15-14' && day >= 15 ? 1 : 0)
  return periodNumbered(rule, kind, year, Math.floor(months / monthsIn[kind]) + 1)
}

/** The school year in which a civil date lies. `begins` is a day of every year, "09-01". */
export function schoolYearOf(date: string, begins = SCHOOL_YEAR_BEGINS): SchoolYear {
  const [year] = dateParts(date)
  return schoolYearFrom(date < dayIn(year, begins) ? year - 1 : year, begins)
}

const schoolYearFrom = (year: number, begins: string): SchoolYear => ({
  kind: 'school-year',
  year,
  from: dayIn(year, begins),
  to: addDays(dayIn(year + 1, begins), -1),
})

/**
 * A campaign's days: two civil dates, or days of every year ("07-01" to "07-30") taken in that year; one that ends before it
 * begins ends in the year after.
 */
export function campaignIn({ from, to }: Dates, year: number): FreePeriod {
  const begin = isDate(from) ? from : dayIn(year, from)
  if (isDate(to)) return periodBetween(begin, to)
  const [beginYear] = dateParts(begin)
  const end = dayIn(beginYear, to)
  return periodBetween(begin, end < begin ? dayIn(beginYear + 1, to) : end)
}

/** A day of every year in one year; the 29th of February is the 28th where there is none. */
const dayIn = (year: number, day: string): string => (isDate(`${year}-${day}`) ? `${year}-${day}` : `${year}-02-28`)

/** Any two dates, the earlier first whichever way they are given. */
export const periodBetween = (one: string, other: string): FreePeriod => ({ kind: 'dates', from: one <= other ? one : other, to: one <= other ? other : one })

/** The regular period that has just these days, or the days themselves. */
export function periodWith({ from, to }: Dates): RegularPeriod | FreePeriod {
  const regular = periodRules.flatMap((rule) => periodKinds.map((kind) => periodOf(rule, kind, from)))
  return regular.find((period) => period.from === from && period.to === to) ?? periodBetween(from, to)
}

/** The period before: of the same kind, or of as many days where the dates are free. */
export const previous = <P extends Period>(period: P): P => moved(period, -1)
export const next = <P extends Period>(period: P): P => moved(period, 1)

export const isIn = ({ from, to }: Dates, date: string): boolean => from <= date && date <= to

/** The one calendar year in which all its days lie, or undefined. What is asked "for the first time this year" holds only within one. */
export function calendarYearOf({ from, to }: Dates): number | undefined {
  const [year] = dateParts(from)
  return year === dateParts(to)[0] ? year : undefined
}

function moved<P extends Period>(period: P, steps: 1 | -1): P {
  // The kind decides which of the two it is, so what comes out is what went in.
  if (period.kind === 'school-year') return schoolYearFrom(period.year + steps, period.from.slice(5)) as P
  if (period.kind !== 'dates') return periodNumbered(period.rule, period.kind, period.year, period.number + steps) as P
  const days = (daysBetween(period.from, period.to) + 1) * steps
  return periodBetween(addDays(period.from, days), addDays(period.to, days)) as P
}
