// What a plan says of thresholds, due days and campaign days, as the words of a screen.

import { isDate } from '../../model/civil-date.ts'
import { formatDate, formatNumber } from '../../text/format.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { PackCampaign, PackDue, PackTarget } from './pack-words.ts'
import { termName } from './words.ts'

export interface Saying {
  t: Translate
  language: Language
}

export function targetText({ threshold, compare, by }: PackTarget, { t, language }: Saying): string {
  if (threshold === undefined) return t('programme.office-sets')
  const said = { compare: termName(t, 'comparison', compare), threshold: formatNumber(threshold, language, Number.isInteger(threshold) ? 0 : 1) }
  return by === undefined ? t('programme.threshold', said) : t('programme.threshold-by', { ...said, date: dateText(by) })
}

export function dueText(due: PackDue, { t }: Saying): string {
  if (due === 'when asked') return t('programme.due-when-asked')
  if (typeof due === 'string') return t('programme.due-unclear')
  if ('beforeDate' in due) return t('programme.due-before', { date: dateText(due.beforeDate) })
  return t('programme.due-every-year', { day: dayText(due.before) })
}

export function campaignText({ from, to }: Pick<PackCampaign, 'from' | 'to'>, { t }: Saying): string {
  if (from === 'uncertain' || to === 'uncertain') return t('programme.due-unclear')
  return from === to ? dayText(from) : t('programme.campaign-days', { from: dayText(from), to: dayText(to) })
}

export const dateText = (date: string): string => (isDate(date) ? formatDate(date) : date)

/** A date, or a day of every year: a leap year has all of those. */
const dayText = (day: string): string => (isDate(`2024-${day}`) ? formatDate(`2024-${day}`).slice(0, 5) : dateText(day))
