// Which units lie in which: looked up once for a list of units and kept, because every figure asks it for every cell. It
// knows no records and no dates.

import { heirsOf, type Unit, unitAndAbove } from '../model/unit.ts'
import type { Cell } from './cell.ts'

interface UnitTree {
  /**
   * The unit's id and those of all units below it, also where the unit itself is not in the list; of a village also those that
   * went into it as a whole.
   */
  idsWithin(area: string): readonly string[]
  /** The same units as they are in the list, in its order. */
  unitsWithin(area: string): readonly Unit[]
}

const trees = new WeakMap<readonly Unit[], UnitTree>()
const cellsByUnit = new WeakMap<readonly Cell[], Map<string, Cell[]>>()
const cellsByArea = new WeakMap<readonly Cell[], WeakMap<readonly Unit[], Map<string, readonly Cell[]>>>()

/** The list is taken as it is the first time: whoever changes it makes a new one. */
export function unitTree(units: readonly Unit[]): UnitTree {
  const known = trees.get(units)
  if (known) return known
  const made = grown(units)
  trees.set(units, made)
  return made
}

/** The cells of a unit, of all below it and of what went into it: of the same lists the same list. Cells of units that are not in the list are nobody's. */
export function cellsWithin(cells: readonly Cell[], units: readonly Unit[], area: string): readonly Cell[] {
  const byUnits = cellsByArea.get(cells) ?? new WeakMap<readonly Unit[], Map<string, readonly Cell[]>>()
  cellsByArea.set(cells, byUnits)
  const byArea = byUnits.get(units) ?? new Map<string, readonly Cell[]>()
  byUnits.set(units, byArea)
  const within = byArea.get(area) ?? gathered(cells, units, area)
  byArea.set(area, within)
  return within
}

function gathered(cells: readonly Cell[], units: readonly Unit[], area: string): readonly Cell[] {
  const byUnit = cellsByUnit.get(cells) ?? sortedByUnit(cells)
  return unitTree(units)
    .idsWithin(area)
    .flatMap((id) => byUnit.get(id) ?? [])
}

function grown(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const within = new Map<string, Unit[]>()
  for (const unit of units) {
    const above = unitAndAbove(unit.id, (id) => byId.get(id)).map(({ id }) => id)
    const top = byId.get(above.at(-1) ?? '')?.parent
    const heirs = unit.level === 'village' ? heirsOf(unit, (id) => byId.get(id)) : []
    for (const id of [...above, ...(top === undefined ? [] : [top]), ...heirs]) {
      const inside = within.get(id)
      if (inside) inside.push(unit)
      else within.set(id, [unit])
    }
  }
  const ids = new Map([...within].map(([area, inside]) => [area, [...new Set([area, ...inside.map(({ id }) => id)])]]))
  return { idsWithin: (area) => ids.get(area) ?? [area], unitsWithin: (area) => within.get(area) ?? [] }
}

function sortedByUnit(cells: readonly Cell[]): Map<string, Cell[]> {
  const byUnit = new Map<string, Cell[]>()
  for (const cell of cells) {
    const before = byUnit.get(cell.unit)
    if (before) before.push(cell)
    else byUnit.set(cell.unit, [cell])
  }
  cellsByUnit.set(cells, byUnit)
  return byUnit
}
