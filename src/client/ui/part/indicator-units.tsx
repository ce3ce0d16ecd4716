// The units that make an indicator, and those that are missing: together they are its denominator.

import { unitsOn } from '../../../programme/denominator.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { sortedByName } from '../sorting.ts'
import { unitName } from '../words.ts'
import { Fold } from './fold.tsx'
import type { MadeOf } from './made-of.ts'
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

function Units({ title, ids, query, isOpen = false }: UnitsProps) {
  const t = useWords()
  const { lookup } = useApp().units.value
  const { commune } = useMe()
  const named = ids.map((id) => {
    const unit = lookup(id)
    // A province has many a "Thôn 1".
    const parent = !commune && unit?.level === 'village' ? lookup(unit.parent ?? '') : undefined
    return { id, name: unitName(unit, t), parent: parent && unitName(parent, t) }
  })
  if (ids.length === 0) return null
  return (
    <Fold title={title} open={isOpen}>
      <ul class="rows">
        {sortedByName(named, ({ name }) => name).map(({ id, name, parent }) => (
          <li key={id}>
            <a class="row" href={`/area/${id}?${query}`}>
              <span class="row-main">{name}</span>
              {parent && <span class="hint row-sub">{parent}</span>}
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
