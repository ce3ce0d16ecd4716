// Where people can be: the official units of the province, and the villages that communes entered as records.

import { compareNames } from '../../model/name-order.ts'
import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { isValidOn, type Unit, type UnitLookup } from '../../model/unit.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { stampFigures } from './kept-in-memory.ts'
import { recordsOfKind } from './records-of-kind.ts'
import { type Shown, toShown } from './shown.ts'

export interface UnitBook {
  /** Removed villages too: what was recorded there keeps its name and can still be mended. */
  lookup: UnitLookup
  /** Sorted as Vietnamese reads, "Thôn 2" before "Thôn 10". */
  communes: Unit[]
  villagesOf(communeId: string, onDate?: string): Unit[]
}

export function saveUnits(store: Store, units: Unit[]): Promise<Result<true, Problem>> {
  return write(store, [store.units, store.meta], async (): Promise<true> => {
    await store.units.bulkPut(units)
    await stampFigures(store)
    return true
  })
}

export async function loadUnitBook(store: Store): Promise<UnitBook> {
  const official = await store.units.toArray()
  const stored = await recordsOfKind(store, 'unit').toArray()
  // The query asked for this kind alone.
  const villages = stored.flatMap((record) => (toShown(record, undefined) as Shown<'unit'> | undefined) ?? [])
  const removed = new Set(villages.filter((village) => village.removed).map(({ id }) => id))
  return makeUnitBook([...official, ...villages.map(villageToUnit)], removed)
}

/** Those in `removed` are known by their id and offered nowhere. */
function makeUnitBook(units: readonly Unit[], removed: ReadonlySet<string> = new Set()): UnitBook {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const offered = units.filter(({ id }) => !removed.has(id)).sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
  return {
    lookup: (id) => byId.get(id),
    communes: offered.filter(({ level }) => level === 'commune'),
    villagesOf: (communeId, onDate) =>
      offered.filter((unit) => unit.level === 'village' && unit.parent === communeId && (onDate === undefined || isValidOn(unit, onDate))),
  }
}

function villageToUnit({ id, data: { type, name, parent, validFrom, validTo, formerName, successors } }: Shown<'unit'>): Unit {
  return { id, level: 'village', type, name, parent, validFrom, validTo, successors, formerNames: formerName === undefined ? undefined : [formerName] }
}
