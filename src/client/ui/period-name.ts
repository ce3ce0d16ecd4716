// A period in words: "quý 4/2026", and always its dates.

import type { Period, RegularPeriod } from '../../programme/period.ts'
import { formatDate } from '../../text/format.ts'
import type { Translate } from '../../text/translate.ts'

export function periodName(period: Period, t: Translate): string {
  if (period.kind === 'dates') return periodDates(period, t)
  if (period.kind === 'school-year') return t('period.school-year', { year: period.year, next: period.year + 1 })
  const { kind, number, year } = period
  return t(`period.${kind}`, { number, year })
}

export const periodDates = ({ from, to }: Period, t: Translate): string => t('period.dates', { from: formatDate(from), to: formatDate(to) })

/** A line by itself: its name and its dates, once where the dates are its name. */
export const periodInFull = (period: Period, t: Translate): string =>
  period.kind === 'dates'
    ? t('submission.period', { dates: periodDates(period, t) })
    : t('overview.period', { name: periodName(period, t), dates: periodDates(period, t) })

/** Under a column: "Q4", and with its year where one begins. */
export function periodShort({ kind, number, year }: RegularPeriod, t: Translate): string {
  if (kind === 'year') return String(year)
  const short = t(`period-short.${kind}`, { number })
  return number === 1 ? `${short}/${String(year).slice(2)}` : short
}
