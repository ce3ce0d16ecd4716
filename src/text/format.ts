// Dates, times and numbers as Vietnam writes them, in both languages: 22/11/2026, 19:42, 1.234, 58,3 %. Our own, because
// Intl's short forms differ between phones. Pure; moments are turned into civil time of Vietnam.

import { dateInVietnam, dateParts, minuteInVietnam, weekday } from '../model/civil-date.ts'
import type { Language } from './translate.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** "22/11/2026" */
export function formatDate(date: string): string {
  const [year, month, day] = dateParts(date)
  return `${two(day)}/${two(month)}/${year}`
}

const weekdays = { vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }

/** "T7 21/11", with the year where it is another than that of `today`. */
export function formatDay(date: string, today: string, language: Language): string {
  const [year, month, day] = dateParts(date)
  const short = `${weekdays[language][weekday(date)]} ${two(day)}/${two(month)}`
  return year === dateParts(today)[0] ? short : `${short}/${year}`
}

/** "19:42" in Vietnam. */
export function formatTime(momentMs: number): string {
  const minute = minuteInVietnam(momentMs)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** "19:42" today, "21/11, 19:42" on another day, in Vietnam. */
export function formatMoment(momentMs: number, nowMs: number): string {
  const date = dateInVietnam(momentMs)
  if (date === dateInVietnam(nowMs)) return formatTime(momentMs)
  const [year, month, day] = dateParts(date)
  return `${two(day)}/${two(month)}${year === dateParts(dateInVietnam(nowMs))[0] ? '' : `/${year}`}, ${formatTime(momentMs)}`
}

/** "1.234.567" in Vietnamese, "1,234,567" in English; decimals after the other mark. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',')
  return `${value < 0 ? '−' : ''}${grouped}${part ? `${language === 'vi' ? ',' : '.'}${part}` : ''}`
}

/** "58,3 %", never torn apart at a line's end, or "58.3%". */
export const formatPercent = (percent: number, language: Language): string => `${formatNumber(percent, language, 1)}${language === 'vi' ? '\u00a0%' : '%'}`

/** "1,2 MB" */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000), language)} kB`
  return bytes < 1e9 ? `${formatNumber(bytes / 1e6, language, 1)} MB` : `${formatNumber(bytes / 1e9, language, 1)} GB`
}

/** A whole number as typed, thousands grouped or not: "1.200" and "1 200" are twelve hundred. "1.5" is none: undefined. */
export function parseWhole(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim()
  const isWhole = /^\d{1,9}$/.test(plain) || /^\d{1,3}([.,\s]\d{3}){1,2}$/.test(plain)
  return isWhole ? Number(plain.replace(/\D/g, '')) : undefined
}

/** What was typed as a field keeps it: nothing is undefined, and what is no number is NaN, which no rule lets through. */
export const typedNumber = (typed: string, parse: (typed: string) => number | undefined): number | undefined =>
  typed.trim() === '' ? undefined : (parse(typed) ?? Number.NaN)

/** A number with at most one decimal, either mark; undefined where it is none. "12,5" is twelve and a half. */
export function parseDecimal(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim().replace(',', '.')
  return /^\d{1,6}(\.\d)?$/.test(plain) ? Number(plain) : undefined
}
