// The month as a short text to paste into Zalo. Same figures as the page, fewest words.

import { formatDate, formatMoment, formatNumber } from '../../text/format.ts'
import { totalOf } from '../report/month.ts'
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
  const lines = [
    ...(practice ? [t('practice.mark')] : []),
    `${unitName(commune, t)}: ${t('month.heading', { period: periodName(period, t) })} (${periodDates(period, t)})`,
    report.sessions.length === 0 ? t('month.none') : `- ${t('coverage.sessions')}: ${number(report.sessions.length)}`,
    ...(villages.denominator > 0 && report.sessions.length > 0 ? [`- ${t('month.villages')}: ${villages.numerator}/${villages.denominator}`] : []),
    ...numbers,
    ...(villages.missing.length > 0
      ? [`${t('month.missing', { count: villages.missing.length })} ${villages.missing.map(({ village }) => unitName(lookup(village), t)).join(', ')}`]
      : []),
    ...report.sessions.map(({ data }) => `• ${formatDate(data.date)} ${unitName(lookup(data.unit), t)}: ${number(data.counts.total)}`),
    t('coverage.as-of', { time: formatMoment(live.figures.asOf, now) }),
    ...(live.waiting > 0 ? [t('coverage.with-waiting', { count: live.waiting })] : []),
    ...(live.attention > 0 ? [t('coverage.without-attention', { count: live.attention })] : []),
  ]
  return lines.join('\n')
}
