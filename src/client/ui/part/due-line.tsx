// By when a period's report is owed, and how many days are left; a day that the plan does not give is not guessed.

import { daysLeft } from '../../../programme/due.ts'
import { formatDate } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { useMe } from '../actor.ts'
import { useToday, useWords } from '../context.ts'

/** `isOfPlan`: a plan asks for this period; what is sent of one's own accord is owed on no day. */
export function DueLine({ before, isSent, isOfPlan }: { before: string | undefined; isSent: boolean; isOfPlan: boolean }) {
  const t = useWords()
  const today = useToday()
  const { role } = useMe()
  if (before === undefined) return isSent || !isOfPlan ? null : <span>{t(role === 'province' ? 'due.unknown-here' : 'due.unknown')}</span>
  const left = daysLeft(before, today)
  const day = t('due.before', { date: formatDate(before) })
  if (isSent) return <>{day}</>
  return (
    <>
      {day} <b>{daysLeftText(left, t)}</b>
    </>
  )
}

/** "Before 5 December" has its last day on the 4th. */
export function daysLeftText(left: number, t: Translate): string {
  if (left === 1) return t('due.last-day')
  return left > 0 ? t('due.left', { count: left }) : t('due.over', { count: 1 - left })
}
