// Every unit right below an area with what it comes to in the period: a table that can be put in another order.

import { useMemo, useState } from 'preact/hooks'
import { compareNames } from '../../../model/name-order.ts'
import type { Unit } from '../../../model/unit.ts'
import { lastWithin, sumsOf, type UnitSums, unitsBelow } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { evaluate } from '../../../programme/indicator.ts'
import { type Told, toldOf } from '../../../programme/told.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { VILLAGE_COVERAGE } from '../adopted.ts'
import type { Asked } from '../asked-period.ts'
import { useApp, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { AreaChanges } from './area-changes.tsx'
import { NoVillages } from './no-villages.tsx'
import { SortHead, type SortOrder } from './sort-head.tsx'
import { TableRegion } from './table-region.tsx'
import './data-table.css'

interface AreaTableProps {
  figures: Figures
  area: string
  asked: Asked
  last: ReadonlyMap<string, string>
}

interface Line {
  unit: Unit
  name: string
  /** Villages with a session; undefined where there is no list of villages, and for a village itself. */
  covered: Told | undefined
  sums: UnitSums | undefined
  last: string | undefined
}

type By = 'name' | 'covered' | 'sessions' | 'attendance' | 'last'

export function AreaTable({ figures, area, asked: { period, query }, last }: AreaTableProps) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const [order, setOrder] = useState<SortOrder<By>>({ by: 'name', down: false })
  const lines = useMemo(() => linesOf(figures, area, period, last, (unit) => unitName(unit, t)), [figures, area, period.from, period.to, last, t])
  const ofCommunes = lines.some(({ unit }) => unit.level === 'commune')
  const most = Math.max(1, ...lines.map(({ sums }) => sums?.sessions ?? 0))
  const number = (value: number | undefined) => (value ? formatNumber(value, language) : '–')
  const head = (by: By, label: string) => <SortHead by={by} label={label} order={order} onSort={setOrder} />
  if (lines.length === 0) return <section class="card">{area === figures.area ? <NoVillages /> : <p>{t('indicator.none.no villages')}</p>}</section>
  return (
    <section class="card">
      <TableRegion label={t('area.table')}>
        <table class="data">
          <caption>{t('area.table')}</caption>
          <thead>
            <tr>
              {head('name', t(ofCommunes ? 'area.commune' : 'area.village'))}
              {ofCommunes && head('covered', t('area.covered'))}
              {head('sessions', t('coverage.sessions'))}
              {head('attendance', t('coverage.attendance'))}
              {head('last', t('area.last'))}
            </tr>
          </thead>
          <tbody>
            {sorted(lines, order).map(({ unit, name, covered, sums, last: newest }) => (
              <tr key={unit.id}>
                <th scope="row">
                  <a href={`/area/${unit.id}?${query}`}>{name}</a>
                </th>
                {ofCommunes && (
                  <td>
                    {covered ? `${covered.numerator}/${covered.denominator}` : t('columns.none')}
                    <Mini part={covered?.numerator} whole={covered?.denominator ?? 1} />
                  </td>
                )}
                <td>
                  {number(sums?.sessions)}
                  {!ofCommunes && <Mini part={sums?.sessions || undefined} whole={most} />}
                </td>
                <td>{number(sums?.attendance)}</td>
                <td>{newest === undefined ? '–' : formatDate(newest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p class="hint">{t('area.dash')}</p>
      {!ofCommunes && <AreaChanges figures={figures} area={area} period={period} query={query} />}
    </section>
  )
}

/** Beside its number, which says the same; what nobody recorded is hatched, never an empty bar. */
function Mini({ part, whole }: { part: number | undefined; whole: number }) {
  if (part === undefined) return <span class="mini mini-none" aria-hidden="true" />
  return (
    <svg class="mini" viewBox="0 0 72 10" aria-hidden="true" preserveAspectRatio="none">
      <rect width="72" height="10" class="mini-ground" />
      <rect width={(72 * part) / Math.max(part, whole)} height="10" class="mini-value" />
    </svg>
  )
}

function linesOf(figures: Figures, area: string, period: Asked['period'], last: ReadonlyMap<string, string>, nameOf: (unit: Unit) => string): Line[] {
  return unitsBelow(figures, area, period.to).map((unit) => ({
    unit,
    name: nameOf(unit),
    covered: unit.level === 'commune' ? toldOf(evaluate(VILLAGE_COVERAGE, { ...figures, area: unit.id }, period)) : undefined,
    sums: sumsOf(figures, unit.id, period),
    last: lastWithin(figures, last, unit.id),
  }))
}

function sorted(lines: readonly Line[], { by, down }: SortOrder<By>): Line[] {
  const sign = down ? -1 : 1
  return [...lines].sort((a, b) => sign * compared(a, b, by) || compareNames(a.name, b.name))
}

function compared(a: Line, b: Line, by: By): number {
  if (by === 'name') return compareNames(a.name, b.name)
  if (by === 'last') return (a.last ?? '') < (b.last ?? '') ? -1 : (a.last ?? '') > (b.last ?? '') ? 1 : 0
  const value = ({ covered, sums }: Line): number => (by === 'covered' ? (covered ? covered.numerator / covered.denominator : -1) : (sums?.[by] ?? -1))
  return value(a) - value(b)
}
