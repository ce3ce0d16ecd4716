// Which plan and which of its periods, or which days, a screen of figures shows, as the address says it: this quarter where that says
// nothing.

import { useLocation, useRoute } from 'preact-iso'
import { isDate } from '../../model/civil-date.ts'
import { type FreePeriod, type PeriodRule, periodBetween, periodKinds, periodNumbered, periodOf, type RegularPeriod } from '../../programme/period.ts'
import type { Adopted, Plans } from './adopted.ts'
import { useToday } from './context.ts'

export type AskedPeriod = RegularPeriod | FreePeriod

export interface Asked {
  plan: Adopted
  period: AskedPeriod
  /** For links to other screens of the same period: "programme=…&kind=quarter&year=2026&number=4". */
  query: string
  choosePlan: (id: string) => void
  choosePeriod: (period: AskedPeriod) => void
}

export function useAsked({ adopted }: Plans): Asked {
  const today = useToday()
  // The route's own: the location is the next screen's already while that is being fetched.
  const { path, query } = useRoute()
  const { route } = useLocation()
  const plan = adopted.find(({ id }) => id === query['programme']) ?? adopted[0]
  const period = periodIn(query, plan.rule, today)
  const put = (said: Record<string, string>) => route(`${path}?${new URLSearchParams({ ...query, ...said })}`, true)
  return {
    plan,
    period,
    query: new URLSearchParams(saidOf(plan.id, period)).toString(),
    choosePlan: (id) => put({ programme: id }),
    choosePeriod: (next) => put(saidOf(plan.id, next)),
  }
}

function periodIn(query: Record<string, string>, rule: PeriodRule, today: string): AskedPeriod {
  const { from = '', to = '' } = query
  if (query['kind'] === 'dates' && isDate(from) && isDate(to)) return periodBetween(from, to)
  const kind = periodKinds.find((one) => one === query['kind']) ?? 'quarter'
  const [year, number] = [Number(query['year']), Number(query['number'])]
  const isSaid = Number.isInteger(year) && year >= 2000 && year < 2100 && Number.isInteger(number) && number >= 1 && number <= 12
  return isSaid ? periodNumbered(rule, kind, year, number) : periodOf(rule, kind, today)
}

const saidOf = (programme: string, period: AskedPeriod): Record<string, string> => ({
  ...(programme === '' ? {} : { programme }),
  kind: period.kind,
  ...(period.kind === 'dates' ? { from: period.from, to: period.to } : { year: String(period.year), number: String(period.number) }),
})
