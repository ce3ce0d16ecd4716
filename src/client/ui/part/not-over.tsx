// Before a period is sent or locked: that it has not ended. She may go on, knowing it.

import type { Dates } from '../../../programme/period.ts'
import { formatDate } from '../../../text/format.ts'
import { useToday, useWords } from '../context.ts'
import { Icon } from './icon.tsx'

export function NotOver({ period: { to } }: { period: Dates }) {
  const t = useWords()
  const today = useToday()
  if (today > to) return null
  return (
    <p class="line">
      <Icon name="alert" />
      <b>{t('submission.not-over', { date: formatDate(to) })}</b>
    </p>
  )
}
