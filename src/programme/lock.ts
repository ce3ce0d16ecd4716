// Periods that the province has locked: their figures stand, so whoever moves one of them afterwards says why, and the difference
// becomes an adjustment (docs/domain.md §4.5). Phone and server find by this one function what a change moves. Pure.

import type { Data } from '../model/registry.ts'
import { communeOf, type UnitLookup } from '../model/unit.ts'
import type { Cell } from './cell.ts'
import type { Held } from './coverage.ts'
import { isLevel } from './level.ts'
import type { Dates } from './period.ts'
import { valuesText } from './summary.ts'

export interface Lock extends Dates {
  /** The submission's id. */
  id: string
  commune: string
}

/** Undefined while the submission stands open. */
export function lockOf({
  id,
  data,
  removed,
}: Pick<Held<'submission'>, 'id' | 'removed'> & { data: Pick<Data<'submission'>, 'state' | 'unit' | 'period'> }): Lock | undefined {
  return removed || data.state !== 'locked' ? undefined : { id, commune: data.unit, ...data.period }
}

/** The first lock of which a record, going from these cells to those, moves a figure. A new record comes from none, a removed one goes to none. */
export function movedLock(locks: readonly Lock[], before: readonly Cell[], after: readonly Cell[], lookup: UnitLookup): Lock | undefined {
  return locks.find((lock) => figuresUnder(lock, before, lookup) !== figuresUnder(lock, after, lookup))
}

/** What cells add to the locked figures: another village is another figure, another organisation is not. */
function figuresUnder({ commune, from, to }: Lock, cells: readonly Cell[], lookup: UnitLookup): string {
  const sums: Cell['values'] = {}
  for (const { unit, date, values } of cells) {
    if (date > to || communeOf(unit, lookup)?.id !== commune) continue
    for (const [measure, value] of Object.entries(values)) {
      if (from <= date || isLevel(measure)) sums[`${unit} ${measure}`] = (sums[`${unit} ${measure}`] ?? 0) + value
    }
  }
  return valuesText(sums)
}
