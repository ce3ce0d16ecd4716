// What stands at the foot of every printed page: which period, and to when its figures run.

import { dateInVietnam } from '../../../model/civil-date.ts'
import { formatDate, formatTime } from '../../../text/format.ts'
import type { AskedPeriod } from '../asked-period.ts'
import { useWords } from '../context.ts'
import { periodDates, periodName } from '../period-name.ts'
import './print-foot.css'

export function PrintFoot({ period, asOf }: { period: AskedPeriod; asOf: number }) {
  const t = useWords()
  const time = `${formatTime(asOf)}, ${formatDate(dateInVietnam(asOf))}`
  return (
    <p class="print-foot">
      {t('overview.period', { name: periodName(period, t), dates: periodDates(period, t) })} {t('overview.as-of', { time })}
    </p>
  )
}
