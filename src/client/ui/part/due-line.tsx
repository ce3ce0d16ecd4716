// By when a period's report is owed, and how many days are left; a day that the plan does not give is not guessed.

import { daysLeft } from '../../../programme/due.ts'
import { formatDate } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { useToday, useWords } from '../context.ts'

export function DueLine({ before, isSent }: { before: string | undefined; isSent: boolean }) {
  const t = useWords()
  const today = useToday()
  if (before === undefined) return isSent ? null : <span>{t('due.unknown')}</span>
  const left = daysLeft(before, today)
  const day = t('due.before', { date: formatDate(before) })
  if (isSent) return <>{day}</>
  return (
    <>
      {day} <b>{daysLeftText(left, t)}</b>
    </>
  )
}

export const daysLeftText = (left: number, t: Translate): string => (left > 0 ? t('due.left', { count: left }) : t('due.over', { count: 1 - left }))
