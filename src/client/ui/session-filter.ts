// Which sessions a list shows, as the address says it: /sessions?village=…&period=month&q=cho. Pure.

import { addDays } from '../../model/civil-date.ts'
import { forms } from '../../model/terms.ts'
import { type Dates, type PeriodRule, periodOf } from '../../programme/period.ts'

export const periodChoices = ['month', 'last-month', 'quarter', 'year', 'dates'] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** Where a record is: begun only, on this phone, on its way, arrived, waiting for the person, taken away. */
export const listStates = ['draft', 'waiting', 'sending', 'sent', 'attention', 'removed'] as const
export type ListState = (typeof listStates)[number]

export interface SessionFilter {
  village?: string | undefined
  period?: PeriodChoice | undefined
  /** With the period "dates"; either end may be open. */
  from?: string | undefined
  to?: string | undefined
  form?: string | undefined
  state?: ListState | undefined
  mine?: boolean | undefined
}

/** What is known of a session or of one begun; a draft may lack any of it. */
export interface Listed {
  date?: string | undefined
  unit?: string | undefined
  form?: string | undefined
  state: ListState
  mine: boolean
}

/** An address that somebody typed or kept may say what there is not: that is left out. */
export function filterOf(query: Record<string, string>): SessionFilter {
  const { village, form, from, to } = query
  return {
    village: village || undefined,
    period: periodChoices.find((one) => one === query['period']),
    ...(query['period'] === 'dates' ? { from: from || undefined, to: to || undefined } : {}),
    form: forms.find((one) => one === form),
    state: listStates.find((one) => one === query['state']),
    mine: query['mine'] === 'yes' || undefined,
  }
}

/** "?village=…&q=…", or nothing where all is shown. */
export function addressOf({ mine, ...filter }: SessionFilter, text = ''): string {
  const said = Object.entries({ ...filter, mine: mine ? 'yes' : undefined, q: text.trim() }).filter((entry): entry is [string, string] => !!entry[1])
  const search = new URLSearchParams(said).toString()
  return search === '' ? '' : `?${search}`
}

export const countOf = ({ village, period, form, state, mine }: SessionFilter): number => [village, period, form, state, mine].filter(Boolean).length

/** Both ends included; undefined where any day will do. */
export function datesOf({ period, from, to }: SessionFilter, rule: PeriodRule, today: string): Partial<Dates> | undefined {
  if (period === undefined) return undefined
  if (period === 'dates') return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  if (period !== 'last-month') return periodOf(rule, period, today)
  return periodOf(rule, 'month', addDays(periodOf(rule, 'month', today).from, -1))
}

export function isListed(listed: Listed, { village, form, state, mine }: SessionFilter, dates: Partial<Dates> | undefined): boolean {
  if (village !== undefined && listed.unit !== village) return false
  if (form !== undefined && listed.form !== form) return false
  if (state === undefined ? listed.state === 'removed' : listed.state !== state) return false
  if (mine && !listed.mine) return false
  if (dates === undefined) return true
  return listed.date !== undefined && listed.date >= (dates.from ?? '') && listed.date <= (dates.to ?? '\uffff')
}
