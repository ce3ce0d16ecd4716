// Where people can be: the official units of the province, and the villages that communes entered as records.

import { compareNames } from '../../model/name-order.ts'
import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { isValidOn, nameOn, type Unit, type UnitLookup } from '../../model/unit.ts'
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

/** Names are those of the day, where one is given: what will be called otherwise later goes by its old name until then. */
export async function loadUnitBook(store: Store, today?: string): Promise<UnitBook> {
  const official = await store.units.toArray()
  const stored = await recordsOfKind(store, 'unit').toArray()
  // The query asked for this kind alone.
  const villages = stored.flatMap((record) => (toShown(record, undefined) as Shown<'unit'> | undefined) ?? [])
  const removed = new Set(villages.filter((village) => village.removed).map(({ id }) => id))
  return makeUnitBook([...official, ...villages.map((village) => villageToUnit(village, today))], removed)
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

function villageToUnit({ id, data }: Shown<'unit'>, today: string | undefined): Unit {
  const { type, parent, validFrom, validTo, formerName, successors } = data
  const name = today === undefined ? data.name : nameOn(data, today)
  // One that has another name from a later day on is found by that, too.
  const other = name === data.name ? formerName : data.name
  return { id, level: 'village', type, name, parent, validFrom, validTo, successors, formerNames: other === undefined ? undefined : [other] }
}
