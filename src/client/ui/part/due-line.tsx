// By when a period's report is owed, and how many days are left; a day that the plan does not give is not guessed.

import { addDays } from '../../../model/civil-date.ts'
import { daysLeft } from '../../../programme/due.ts'
import { formatDate } from '../../../text/format.ts'
import { useToday, useWords } from '../context.ts'

export function DueLine({ before, isSent }: { before: string | undefined; isSent: boolean }) {
  const t = useWords()
  const today = useToday()
  if (before === undefined) return <>{t('due.unknown')}</>
  const left = daysLeft(before, today)
  const day = t('due.before', { date: formatDate(before), last: formatDate(addDays(before, -1)) })
  if (isSent) return <>{day}</>
  return (
    <>
      {day} <b>{left > 0 ? t('due.left', { count: left }) : t('due.over', { count: 1 - left })}</b>
    </>
  )
}
