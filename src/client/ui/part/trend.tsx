// An indicator in the last periods of its plan, each by itself: nothing is re-based across changes of units, a period that can't
// be told has no column.

import { dateInVietnam } from '../../../model/civil-date.ts'
import type { Unit } from '../../../model/unit.ts'
import type { Figures } from '../../../programme/figures.ts'
import { type LockedReading, type Locks, lockedReading } from '../../../programme/locked-reading.ts'
import { previous, type RegularPeriod } from '../../../programme/period.ts'
import type { Reading } from '../../../programme/reading.ts'
import { tellsPercent } from '../../../programme/share.ts'
import { toldOf } from '../../../programme/told.ts'
import { formatNumber, formatPercent } from '../../../text/format.ts'
import type { AdoptedIndicator } from '../adopted.ts'
import { useApp, useWords } from '../context.ts'
import { periodName, periodShort } from '../period-name.ts'
import { shareText } from '../reading-words.ts'
import { type Column, Columns } from './columns.tsx'

const PERIODS = 8

/** Beside a period whose locked figures were adjusted since. */
const ADJUSTED = '*'

interface TrendProps {
  indicator: AdoptedIndicator
  figures: Figures
  /** The newest of them. */
  period: RegularPeriod
  locks: Locks
}

export function Trend({ indicator, figures, period, locks }: TrendProps) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const readings = lastPeriods(period).map((one) => ({ period: one, ...lockedReading(indicator, figures, one, locks) }))
  const number = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language))
  const columns = readings.map(({ period: one, reading, isLocked, now }): Column => {
    const told = toldOf(reading)
    return {
      key: one.from,
      short: `${periodShort(one, t)}${now ? ADJUSTED : ''}`,
      name: isLocked ? `${periodName(one, t)} · ${t('standing.locked')}${now ? ADJUSTED : ''}` : periodName(one, t),
      value: told?.percent,
      text: told && shortShare(told),
      isOpen: one.to > dateInVietnam(figures.asOf),
      cells: [number(told?.numerator), number(told?.denominator), told ? shareText(told, language) : t('columns.none')],
    }
  })
  const changed = isOfVillages(indicator) && figures.units.some((unit) => endsWithin(unit, readings[0]?.period.from ?? '', period.to))
  const adjusted = readings.flatMap((one) => adjustedSaid(one)).join('; ')
  const mark = readings.at(-1)?.reading.target?.threshold
  return (
    <section class="card">
      <h2>{t('trend.title')}</h2>
      <Columns
        columns={columns}
        sentence={sentence(readings.map(({ reading }) => reading))}
        mark={mark}
        heads={[t('trend.numerator'), t('trend.denominator'), t('trend.share')]}
        tableName={t('trend.of', { name: indicator.name })}
      >
        {adjusted !== '' && <p>{t('trend.adjusted', { list: adjusted })}</p>}
        {changed && <p class="hint">{t('trend.villages-changed')}</p>}
        {columns.some(({ value = 0 }) => value > 100) && <p>{t('trend.over-hundred')}</p>}
        {mark !== undefined && <p class="hint">{t('trend.mark', { percent: formatPercent(mark, language) })}</p>}
      </Columns>
    </section>
  )

  function adjustedSaid({ period: one, now }: LockedReading & { period: RegularPeriod }): string[] {
    return now ? [`${periodName(one, t)}: ${number(now.numerator)}/${number(now.denominator)}`] : []
  }

  /** Without its sign, to stand over a column. */
  function shortShare(told: { numerator: number; denominator: number; percent: number }): string {
    if (!tellsPercent(told.denominator)) return shareText(told, language)
    return formatNumber(told.percent, language, Number.isInteger(told.percent) ? 0 : 1)
  }

  function sentence(all: readonly Reading[]): string {
    const [before, now] = all.slice(-2).map((reading) => toldOf(reading))
    const said = (told: ReturnType<typeof toldOf>) => (told ? shareText(told, language) : t('columns.none'))
    const known = all.filter((reading) => toldOf(reading)).length
    if (known === 0) return t('trend.none', { periods: all.length })
    return t('trend.sentence', { now: said(now), before: said(before), known, periods: all.length })
  }
}

const isOfVillages = ({ definition }: AdoptedIndicator): boolean => definition.type === 'units-with' && definition.units === 'villages'

const endsWithin = ({ level, validTo }: Unit, from: string, to: string): boolean =>
  level === 'village' && validTo !== undefined && from <= validTo && validTo < to

/** Oldest first. */
function lastPeriods(newest: RegularPeriod): RegularPeriod[] {
  const periods = [newest]
  for (let first = newest; periods.length < PERIODS; periods.unshift(first)) first = previous(first)
  return periods
}
