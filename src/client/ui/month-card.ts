// A month as a card to send on: the sums of the paper, and how many villages had a session.

import { formatMoment, formatNumber } from '../../text/format.ts'
import type { Card } from '../report/card.ts'
import { totalOf } from '../report/month.ts'
import { estimatedOf, type MonthSaid } from './month-text.ts'
import type { MonthProps } from './part/month-paper.tsx'
import { periodDates, periodName } from './period-name.ts'
import { fieldLabel, unitName } from './words.ts'

const shownTotals = ['total', 'female', 'minority', 'firstTime'] as const

export function monthCard({ commune, period, report, now: live }: MonthProps, { t, language, practice, now }: MonthSaid): Card {
  const number = (value: number) => formatNumber(value, language)
  const held = report.sessions.length
  const { numerator, denominator } = report.coverage.villages
  const estimated = estimatedOf(report)
  const figures = shownTotals.flatMap((name) => {
    const total = totalOf(report.totals, name)
    if (!total) return []
    const label = name === 'total' ? t('coverage.attendance') : fieldLabel(t, 'session', ['counts', name])
    return [{ label: total.given < held ? `${label} ${t('month.given', { given: total.given, sessions: held })}` : label, value: number(total.sum) }]
  })
  return {
    ...(practice ? { mark: t('practice.mark') } : {}),
    heading: t('month.heading', { period: periodName(period, t) }),
    name: unitName(commune, t),
    below: [periodDates(period, t)],
    main: { value: number(held), label: t('share.sessions') },
    figures,
    bar: denominator > 0 ? { value: numerator, whole: denominator, words: `${t('month.villages')}: ${numerator}/${denominator}` } : undefined,
    details: [],
    foot: [
      t('coverage.attendance-note'),
      t('coverage.as-of', { time: formatMoment(live.figures.asOf, now) }),
      ...(live.waiting > 0 ? [t('coverage.with-waiting', { count: live.waiting })] : []),
      ...(live.attention > 0 ? [t('coverage.without-attention', { count: live.attention })] : []),
      ...(live.undecided.size > 0 ? [t('month.undecided', { count: live.undecided.size })] : []),
      ...(estimated > 0 ? [`${t('figure.estimated')}: ${number(estimated)}`] : []),
    ],
  }
}
