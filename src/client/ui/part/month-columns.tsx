// Twelve months of sessions at a unit, cut as its plan cuts them. A month in which nothing was recorded has no column.

import type { Unit } from '../../../model/unit.ts'
import { sumsOf } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { type PeriodRule, periodOf, previous } from '../../../programme/period.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { periodDates, periodName } from '../period-name.ts'
import { type Column, Columns } from './columns.tsx'

const MONTHS = 12

interface MonthColumnsProps {
  figures: Figures
  unit: Unit
  rule: PeriodRule
  /** A civil date in the newest month. */
  until: string
}

export function MonthColumns({ figures, unit, rule, until }: MonthColumnsProps) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const number = (value: number | undefined) => (value ? formatNumber(value, language) : '–')
  const months = lastMonths(rule, until).map((month) => ({ month, sums: sumsOf(figures, unit.id, month) }))
  const columns = months.map(({ month, sums }): Column => {
    const sessions = sums?.sessions || undefined
    return {
      key: month.from,
      short: t('period-short.month', { number: month.number }),
      name: `${periodName(month, t)} (${periodDates(month, t)})`,
      value: sessions,
      text: sessions === undefined ? '–' : number(sessions),
      isOpen: month.to >= until,
      cells: [number(sessions), number(sums?.attendance)],
    }
  })
  const all = (of: 'sessions' | 'attendance') => months.reduce((sum, { sums }) => sum + (sums?.[of] ?? 0), 0)
  const sentence = t('area.months', {
    sessions: number(all('sessions')),
    attendance: number(all('attendance')),
    empty: columns.filter(({ value }) => value === undefined).length,
  })
  return (
    <section class="card">
      <h2>{t('area.months-title')}</h2>
      <Columns
        columns={columns}
        sentence={all('sessions') === 0 ? t('area.months-none') : sentence}
        heads={[t('coverage.sessions'), t('coverage.attendance')]}
        tableName={t('area.months-title')}
      />
    </section>
  )
}

/** Oldest first. */
function lastMonths(rule: PeriodRule, until: string) {
  const months = [periodOf(rule, 'month', until)]
  for (let [first] = months; first && months.length < MONTHS; months.unshift(first)) first = previous(first)
  return months
}
