// The sessions of a unit in a period that this phone holds. An office has sums and not the records: that is said.

import { heirsOf, isWithin, type Unit, type UnitLookup } from '../../../model/unit.ts'
import type { RegularPeriod } from '../../../programme/period.ts'
import { useLive } from '../../store/live.ts'
import { listSessions } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import { SessionFold } from './session-fold.tsx'

interface UnitSessionsProps {
  unit: Unit
  period: RegularPeriod
  /** As the figures say; undefined where they can't. */
  counted: number | undefined
}

export function UnitSessions({ unit, period: { from, to }, counted = 0 }: UnitSessionsProps) {
  const t = useWords()
  const { store, units } = useApp()
  const all = useLive(() => listSessions(store, { from, to }), [from, to])
  const held = all?.filter(({ data, state }) => state !== 'attention' && isHeldIn(unit.id, data.unit, units.value.lookup))
  if (!held) return null
  return (
    <>
      <SessionFold title={t('coverage.records', { count: held.length })} sessions={held} />
      {held.length < counted && <p class="hint">{t('area.held', { held: held.length, counted })}</p>}
    </>
  )
}

/** There or below, or in what went into it as a whole. */
function isHeldIn(place: string, held: string, lookup: UnitLookup): boolean {
  const unit = lookup(held)
  return isWithin(held, place, lookup) || (unit !== undefined && heirsOf(unit, lookup).includes(place))
}
