// The units that make an indicator, and those that are missing: together they are its denominator.

import { useState } from 'preact/hooks'
import type { Unit } from '../../../model/unit.ts'
import { unitsOn } from '../../../programme/denominator.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { sortedByName } from '../sorting.ts'
import { unitName } from '../words.ts'
import { Fold } from './fold.tsx'
import type { MadeOf } from './made-of.ts'
import { MoreButton } from './more-button.tsx'
import './rows.css'

export function IndicatorUnits({ indicator: { definition }, reading, figures, period, query }: MadeOf & { query: string }) {
  const t = useWords()
  const { missing } = reading
  const isOfUnits = definition.type === 'units-with'
  // A month or a tally that is missing is told elsewhere.
  const counted = isOfUnits && !('none' in reading.value) ? unitsOn(figures, definition.units, period.to).filter(({ id }) => !missing.includes(id)) : []
  const without = isOfUnits || definition.type === 'reached' || definition.type === 'sum-over-baseline' ? missing : []
  return (
    <>
      <Units title={t(isOfUnits ? 'overview.units-without' : 'overview.units-unknown', { count: without.length })} ids={without} query={query} isOpen />
      <Units title={t('overview.units-with', { count: counted.length })} ids={counted.map(({ id }) => id)} query={query} />
    </>
  )
}

interface UnitsProps {
  title: string
  ids: readonly string[]
  query: string
  isOpen?: boolean
}

/** So many stand in one list; more of them are put together by commune. */
const MOST_TOGETHER = 20
const STEP = 30

function Units({ title, ids, query, isOpen = false }: UnitsProps) {
  const t = useWords()
  const { lookup } = useApp().units.value
  const { commune } = useMe()
  if (ids.length === 0) return null
  const units = ids.map((id) => ({ id, unit: lookup(id) }))
  const areOfVillages = commune === undefined && units.some(({ unit }) => unit?.level === 'village')
  return (
    <Fold title={title} open={isOpen}>
      {areOfVillages && ids.length > MOST_TOGETHER ? (
        <ByCommune units={units} query={query} />
      ) : (
        <UnitRows
          // A province has many a "Thôn 1".
          rows={units.map(({ id, unit }) => ({ id, name: unitName(unit, t), above: areOfVillages ? unitName(lookup(unit?.parent ?? ''), t) : undefined }))}
          query={query}
        />
      )}
    </Fold>
  )
}

/** Each commune with how many of its villages; the villages themselves are drawn when it is opened. */
function ByCommune({ units, query }: { units: readonly { id: string; unit: Unit | undefined }[]; query: string }) {
  const t = useWords()
  const { lookup } = useApp().units.value
  const [most, setMost] = useState(STEP)
  const groups = new Map<string, { id: string; name: string }[]>()
  for (const { id, unit } of units) {
    const parent = unit?.parent ?? ''
    const group = groups.get(parent) ?? []
    group.push({ id, name: unitName(unit, t) })
    groups.set(parent, group)
  }
  const named = sortedByName(
    [...groups].map(([id, rows]) => ({ id, name: unitName(lookup(id), t), rows })),
    ({ name }) => name,
  )
  return (
    <>
      <ul class="rows">
        {named.slice(0, most).map(({ id, name, rows }) => (
          <li key={id}>
            <Fold title={t('overview.commune-villages', { name, count: rows.length })}>
              <UnitRows rows={rows} query={query} />
            </Fold>
          </li>
        ))}
      </ul>
      <MoreButton left={named.length - most} isWide onMore={() => setMost(most + STEP)} />
    </>
  )
}

interface UnitRow {
  id: string
  name: string
  above?: string | undefined
}

function UnitRows({ rows, query }: { rows: readonly UnitRow[]; query: string }) {
  return (
    <ul class="rows">
      {sortedByName(rows, ({ name }) => name).map(({ id, name, above }) => (
        <li key={id}>
          <a class="row" href={`/area/${id}?${query}`}>
            <span class="row-main">{name}</span>
            {above && <span class="hint row-sub">{above}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
