// When a plan wants its reports: which period each is about, and the day before which it has to be there. A date that the document
// leaves out or that can't be read is never guessed: the office has to set it. Pure; today is given.

import { addDays, dateParts, daysBetween, isDate } from '../model/civil-date.ts'
import { type Dates, type PeriodKind, type PeriodRule, periodKinds, periodOf, previous, type RegularPeriod } from './period.ts'

/** A report of a pack, as far as its dates go (pack.ts). */
export interface DatedReport {
  id: string
  kind: string
  of?: number | undefined
  due: { before: string } | { beforeDate: string } | string
}

export interface Due {
  report: string
  period: RegularPeriod
  /** It has to be there before this day; undefined where the plan gives none. */
  before: string | undefined
}

/**
 * Those due between two days, and of reports without a date those whose period ends between them; in order of their periods.
 * Left out: campaigns, and what is asked for when it is wanted.
 */
export function duesOf(rule: PeriodRule, reports: readonly DatedReport[], { from, to }: Dates): Due[] {
  const dues = reports.flatMap(({ id, kind, of, due }): Due[] => {
    if (!isPeriodKind(kind)) return []
    if (due === 'uncertain') return undated(rule, kind, of, { from, to }).map((period) => ({ report: id, period, before: undefined }))
    return daysOf(due, from, to).map((before) => ({ report: id, period: reportedOn(rule, kind, of, before), before }))
  })
  return dues.sort((a, b) => (a.period.to < b.period.to ? -1 : a.period.to > b.period.to ? 1 : 0))
}

const isPeriodKind = (kind: string): kind is PeriodKind => (periodKinds as readonly string[]).includes(kind)

function daysOf(due: DatedReport['due'], from: string, to: string): string[] {
  if (typeof due === 'string') return []
  const years = Array.from({ length: dateParts(to)[0] - dateParts(from)[0] + 1 }, (_, place) => dateParts(from)[0] + place)
  const days = 'beforeDate' in due ? [due.beforeDate] : years.map((year) => `${year}-${due.before}`)
  return days.filter((day) => isDate(day) && from <= day && day <= to)
}

/** The period that has most of its days behind it by then: state half-years end four days after the report on them is due. */
function reportedOn(rule: PeriodRule, kind: PeriodKind, of: number | undefined, before: string): RegularPeriod {
  const running = periodOf(rule, kind, addDays(before, -1))
  const isJustBegun = daysBetween(running.from, before) * 2 < daysBetween(running.from, running.to) + 1
  return stepBackTo(of, isJustBegun ? previous(running) : running)
}

function stepBackTo(of: number | undefined, period: RegularPeriod): RegularPeriod {
  const perYear = { month: 12, quarter: 4, half: 2, year: 1 }[period.kind]
  let found = period
  for (let step = 0; of !== undefined && found.number !== of && step < perYear; step++) found = previous(found)
  return found
}

function undated(rule: PeriodRule, kind: PeriodKind, of: number | undefined, { from, to }: Dates): RegularPeriod[] {
  const found: RegularPeriod[] = []
  for (let period = periodOf(rule, kind, to); period.to >= from; period = previous(period)) {
    if (period.to <= to && (of === undefined || period.number === of)) found.push(period)
  }
  return found
}

/** Days that are left: 1 on the last day that is in time, 0 or less once it is late. */
export const daysLeft = (before: string, today: string): number => daysBetween(today, before)
