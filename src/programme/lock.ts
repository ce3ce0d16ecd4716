// Periods that the province has locked: their figures stand, so whoever moves one of them afterwards says why, and the difference
// becomes an adjustment (docs/domain.md §4.5). Phone and server find by this one function what a change moves. Pure.

import { addDays } from '../model/civil-date.ts'
import type { Fields } from '../model/record.ts'
import type { Data, KindName } from '../model/registry.ts'
import { communeOf, type UnitLookup } from '../model/unit.ts'
import type { Cell } from './cell.ts'
import { contributions } from './contribution.ts'
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

/** Villages that hold, by which shares are divided: its cells are rises and falls, and count from the beginning. */
const VILLAGES = 'villages'

/** What a record adds to figures or to what they are divided by. */
export function weightOf(kind: KindName, fields: Fields): Cell[] {
  if (kind !== 'unit') return contributions(kind, fields)
  // It was validated as a village before it was kept.
  const { parent, validFrom, validTo } = fields as Data<'unit'>
  const cell = (date: string, count: number): Cell => ({ unit: parent, organisation: '', date, values: { [VILLAGES]: count } })
  return [cell(validFrom, 1), ...(validTo === undefined ? [] : [cell(addDays(validTo, 1), -1)])]
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
      if (from <= date || isLevel(measure) || measure === VILLAGES) sums[`${unit} ${measure}`] = (sums[`${unit} ${measure}`] ?? 0) + value
    }
  }
  return valuesText(sums)
}
