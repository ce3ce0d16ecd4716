// When somebody last met at a model site or visited it, and how long that is ago. Pure.

import { addMonths } from '../../model/civil-date.ts'
import type { Shown } from '../store/shown.ts'

/** So many months without a meeting or visit are told apart in the list. */
export const LONG_MONTHS = 3

/** The date of the newest visit of each site that has one. */
export function lastVisits(visits: readonly Shown<'site-visit'>[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const { data } of visits) {
    if (data.date > (last.get(data.site) ?? '')) last.set(data.site, data.date)
  }
  return last
}

/** Whole months from one civil date to another; 0 where it lies ahead. */
export function monthsSince(date: string, today: string): number {
  let months = 0
  while (addMonths(date, months + 1) <= today) months += 1
  return months
}

/** Months since a site was last visited; where it never was, since it became active. Undefined for one that is not active. */
export function monthsUnvisited({ statuses }: Shown<'site'>['data'], last: string | undefined, today: string): number | undefined {
  const begun = statuses.filter(({ from }) => from <= today).sort((a, b) => (a.from < b.from ? -1 : 1))
  const now = begun.at(-1)
  return now?.status === 'active' ? monthsSince(last ?? now.from, today) : undefined
}
