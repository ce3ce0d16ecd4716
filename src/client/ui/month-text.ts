// The month as a short text to paste into Zalo. Same figures as the page, fewest words.

import { formatDate, formatMoment, formatNumber } from '../../text/format.ts'
import { type Held, type MonthReport, totalOf } from '../report/month.ts'
import type { CoverageNow } from './coverage.ts'
import type { MonthProps } from './part/month-paper.tsx'
import { periodDates, periodName } from './period-name.ts'
import type { Said } from './session-card.ts'
import { fieldLabel, unitName } from './words.ts'

export interface MonthSaid extends Said {
  now: number
}

export function monthText({ commune, period, report, now: live }: MonthProps, { t, language, practice, now, lookup }: MonthSaid): string {
  const number = (value: number) => formatNumber(value, language)
  const { villages } = report.coverage
  const numbers = (['total', 'female', 'male', 'minority', 'firstTime'] as const).flatMap((name) => {
    const total = totalOf(report.totals, name)
    if (!total) return []
    const label = name === 'total' ? t('coverage.attendance') : fieldLabel(t, 'session', ['counts', name])
    const given = total.given < report.sessions.length ? ` ${t('month.given', { given: total.given, sessions: report.sessions.length })}` : ''
    return [`- ${label}: ${number(total.sum)}${given}`]
  })
  const estimated = estimatedOf(report)
  const lines = [
    ...(practice ? [t('practice.mark')] : []),
    `${unitName(commune, t)}: ${t('month.heading', { period: periodName(period, t) })} (${periodDates(period, t)})`,
    report.sessions.length === 0 ? t('month.none') : `- ${t('coverage.sessions')}: ${number(report.sessions.length)}`,
    ...(villages.denominator > 0 && report.sessions.length > 0 ? [`- ${t('month.villages')}: ${villages.numerator}/${villages.denominator}`] : []),
    ...numbers,
    ...(estimated > 0 ? [`- ${t('figure.estimated')}: ${number(estimated)}`] : []),
    ...(villages.missing.length > 0
      ? [`${t('month.missing', { count: villages.missing.length })} ${villages.missing.map(({ village }) => unitName(lookup(village), t)).join(', ')}`]
      : []),
    ...report.sessions.map((held) => `• ${formatDate(held.data.date)} ${unitName(lookup(held.data.unit), t)}: ${attendanceSaid(held, live, { t, language })}`),
    t('coverage.as-of', { time: formatMoment(live.figures.asOf, now) }),
    ...(live.waiting > 0 ? [t('coverage.with-waiting', { count: live.waiting })] : []),
    ...(live.attention > 0 ? [t('coverage.without-attention', { count: live.attention })] : []),
    ...(live.undecided.size > 0 ? [t('month.undecided', { count: live.undecided.size })] : []),
  ]
  return lines.join('\n')
}

export const estimatedOf = ({ sessions }: MonthReport): number => sessions.filter(({ data }) => data.counts.method === 'estimated').length

/** How many came, and what has to be known of that number: "30 (Ước lượng)". */
export function attendanceSaid({ id, data }: Held, { undecided }: Pick<CoverageNow, 'undecided'>, { t, language }: Pick<Said, 't' | 'language'>): string {
  const marks = [...(data.counts.method === 'estimated' ? [t('part.counts.estimated')] : []), ...(undecided.has(id) ? [t('month.undecided-mark')] : [])]
  return `${formatNumber(data.counts.total, language)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}
