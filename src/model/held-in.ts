// What counts as held in a place: there, below it, or in a village that went into it as a whole. Apart from unit.ts, which every first
// visit loads.

import { heirsOf, isWithin, type UnitLookup } from './unit.ts'

/** Whether what lies in one unit is the place's: there or below, or in what went into it as a whole. */
export function isHeldIn(place: string, held: string, lookup: UnitLookup): boolean {
  const unit = lookup(held)
  return isWithin(held, place, lookup) || (unit !== undefined && heirsOf(unit, lookup).includes(place))
}
