// The survey that speaks of people reached in an area and period: of exactly that area and that group, the newest one.

import type { Held } from './coverage.ts'
import type { Figures } from './figures.ts'
import { type Dates, isIn } from './period.ts'
import type { SurveyShare } from './reading.ts'
import { shareOf } from './share.ts'

/** Surveys are never put together: their samples were not drawn alike. */
export function newestSurvey({ surveys, area }: Figures, group: '14-60' | 'all', period: Dates): SurveyShare | undefined {
  const newest = surveys
    .filter(({ removed, data }) => !removed && data.unit === area && data.question === 'reached' && data.group === group && isIn(period, data.date))
    .sort(byAge)
    .at(-1)
  const share = newest && shareOf(newest.data.yes, newest.data.sample)
  if (!share) return undefined
  const { yes, sample, date, method, source } = newest.data
  return { ...share, yes, sample, date, method, source }
}

const byAge = (a: Held<'survey'>, b: Held<'survey'>): number =>
  compare(a.data.date, b.data.date) || (a.changedAt ?? 0) - (b.changedAt ?? 0) || compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
