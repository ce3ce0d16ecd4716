// Twelve months of sessions at a unit, cut as its plan cuts them. A month in which nothing was recorded has no column.

import type { Unit } from '../../../model/unit.ts'
import { sumsOf } from '../../../programme/area.ts'
import { comparable } from '../../../programme/comparison.ts'
import type { Figures } from '../../../programme/figures.ts'
import { type PeriodRule, periodOf, previous } from '../../../programme/period.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { periodDates, periodName } from '../period-name.ts'
import { unitName } from '../words.ts'
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
  const months = lastMonths(rule, until).map((month) => ({ month, sums: sumsOf(figures, unit.id, month), split: splitBefore(figures, unit, month.to) }))
  const columns = months.map(({ month, sums, split }): Column => {
    const sessions = sums?.sessions || undefined
    const unknown = split ? t('village.not-comparable') : undefined
    return {
      key: month.from,
      short: t('period-short.month', { number: month.number }),
      name: `${periodName(month, t)} (${periodDates(month, t)})`,
      value: sessions,
      text: sessions === undefined ? '–' : number(sessions),
      isOpen: month.to >= until,
      cells: [unknown ?? number(sessions), unknown ?? number(sums?.attendance)],
    }
  })
  const all = (of: 'sessions' | 'attendance') => months.reduce((sum, { sums }) => sum + (sums?.[of] ?? 0), 0)
  const sentence = t('area.months', {
    sessions: number(all('sessions')),
    attendance: number(all('attendance')),
    empty: columns.filter(({ value }, place) => value === undefined && !months[place]?.split).length,
  })
  const split = months.find((one) => one.split)?.split
  return (
    <section class="card">
      <h2>{t('area.months-title')}</h2>
      <Columns
        columns={columns}
        sentence={all('sessions') === 0 ? t('area.months-none') : sentence}
        heads={[t('coverage.sessions'), t('coverage.attendance')]}
        tableName={t('area.months-title')}
      >
        {split && <p>{t('area.not-comparable', { date: formatDate(unit.validFrom), name: unitName(split, t) })}</p>}
      </Columns>
    </section>
  )
}

/** The unit that it was split from after that day: what was held before can't be compared, and is not told as nothing. */
function splitBefore({ units }: Figures, unit: Unit, day: string): Unit | undefined {
  if (unit.validFrom <= day) return undefined
  const then = comparable([unit.id], day, units)
  return 'refused' in then && then.refused === 'split' ? units.find(({ id }) => id === then.because[0]) : undefined
}

/** Oldest first. */
function lastMonths(rule: PeriodRule, until: string) {
  const months = [periodOf(rule, 'month', until)]
  for (let [first] = months; first && months.length < MONTHS; months.unshift(first)) first = previous(first)
  return months
}
