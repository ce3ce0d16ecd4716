// For the province: how many of its communes have not sent up the period that is owed next or was owed last.

import { isWithCommune } from '../../../programme/standing.ts'
import { standingsIn, useCommunes } from '../commune-standings.ts'
import { useToday, useWords } from '../context.ts'
import { periodName } from '../period-name.ts'
import { periodPath, useReportPeriods } from '../report-periods.ts'
import { Icon } from './icon.tsx'

export function NotSentUp() {
  const t = useWords()
  const today = useToday()
  const communes = useCommunes()
  // Newest first: the first that has begun and that a plan asks for.
  const one = useReportPeriods()?.find(({ programme, period }) => programme !== undefined && period.from <= today)
  if (!one) return null
  const standings = standingsIn(one, communes, today)
  const missing = standings.filter(({ standing }) => isWithCommune(standing)).length
  const period = periodName(one.period, t)
  if (missing === 0) return <p>{t('report.all-submitted', { period })}</p>
  return (
    <a class="button start" href={periodPath(one)}>
      <Icon name="alert" />
      {t('report.communes-missing', { count: missing, of: standings.length, period })}
    </a>
  )
}
