// Periods and moments as official papers write them: "quý IV năm 2026", "6 tháng đầu năm 2026", "tháng 02 năm 2026". The months 1 and
// 2 have a zero before them, other months none (Nghị định 30/2020/NĐ-CP, phụ lục I, II.4).

import { dateInVietnam } from '../../model/civil-date.ts'
import { type Dates, periodWith } from '../../programme/period.ts'
import { formatDate, formatTime } from '../../text/format.ts'
import type { PaperWording } from './report-about.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

export const roman = (number: number): string => ROMAN[number - 1] ?? String(number)

const two = (value: number): string => String(value).padStart(2, '0')

const monthIn = (month: number, language: PaperWording['language']): string => (month < 3 || language === 'en' ? two(month) : String(month))

/** "22/11/2026, 19:42" in Vietnam. */
export const officialMoment = (momentMs: number): string => `${formatDate(dateInVietnam(momentMs))}, ${formatTime(momentMs)}`

/** Its name; dates that are no regular period are their own name. */
export function officialPeriod(dates: Dates, { t, language }: PaperWording): string {
  const period = periodWith(dates)
  if (period.kind === 'dates') return t('paper.period.dates', { from: formatDate(dates.from), to: formatDate(dates.to) })
  const { kind, number, year } = period
  if (kind === 'year') return t('period.year', { number, year })
  if (kind === 'half') return t(number === 1 ? 'paper.period.half-1' : 'paper.period.half-2', { year })
  return t(`paper.period.${kind}`, { number: kind === 'quarter' ? roman(number) : monthIn(number, language), year })
}
