// For the province: how many of its communes have not sent up the period that is owed next or was owed last.

import { isValidOn, isWithin } from '../../../model/unit.ts'
import { currentOf, isWithCommune, standingOf } from '../../../programme/standing.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { periodName } from '../period-name.ts'
import { useReportPeriods } from '../report-periods.ts'
import { Icon } from './icon.tsx'

export function NotSentUp() {
  const t = useWords()
  const today = useToday()
  const { home } = useMe()
  const { lookup, communes } = useApp().units.value
  // Newest first: the first that has begun.
  const period = useReportPeriods()?.find((one) => one.period.from <= today)
  if (!period) return null
  const owing = communes.filter((unit) => isWithin(unit.id, home, lookup) && isValidOn(unit, period.period.to))
  const missing = owing.filter(({ id }) => {
    const sent = currentOf(period.submissions.filter(({ data }) => data.unit === id))
    return isWithCommune(standingOf(sent?.data.state, period.before, today))
  })
  if (missing.length === 0) return <p>{t('report.all-submitted', { period: periodName(period.period, t) })}</p>
  return (
    <a class="button start" href={`/submissions?period=${encodeURIComponent(period.key)}`}>
      <Icon name="alert" />
      {t('report.communes-missing', { count: missing.length, of: owing.length, period: periodName(period.period, t) })}
    </a>
  )
}
