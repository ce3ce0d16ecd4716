// Comparing with an earlier time across changes of units (docs/domain.md §5). Wholes that were merged may be summed; where one
// was split and only a part is looked at, nothing is re-based: the comparison is refused, with the reason and the units.

import { isValidOn, type Successor, type Unit } from '../model/unit.ts'
import { amount, isAligned } from './amount.ts'
import type { Measure } from './cell.ts'
import type { Figures } from './figures.ts'
import type { Dates } from './period.ts'
import { cellsWithin } from './unit-tree.ts'

export const refusals = [
  /** A unit of then went into several, and not all of them are looked at now. */
  'split',
  /** A unit of now began since then, and nothing says what it was made of. */
  'unknown past',
  /** The sums are by half-month and one of the periods is cut elsewhere. */
  'not aligned',
] as const
export type Refusal = (typeof refusals)[number]

export interface Refused {
  refused: Refusal
  /** The units that are in the way. */
  because: string[]
}

/**
 * The units that on the day `then` were exactly the land of the units `now`. `all` holds the units of both times, with their
 * successors; those of `now` are of one level.
 */
export function comparable(now: readonly string[], then: string, all: readonly Unit[]): { units: string[] } | Refused {
  const land = landSince(now, then, all)
  return Array.isArray(land) ? { units: land.flatMap((unit) => (isValidOn(unit, then) ? unit.id : [])) } : land
}

/** A measure's sum in two periods over exactly the same land, whatever its units were called meanwhile; or why there is none. */
export function compared(
  { cells, units, grain }: Pick<Figures, 'cells' | 'units' | 'grain'>,
  measure: Measure,
  now: { units: readonly string[]; period: Dates },
  then: Dates,
): { now: number; before: number } | Refused {
  const land = landSince(now.units, then.from, units)
  if (!Array.isArray(land)) return land
  if (!isAligned(now.period, grain) || !isAligned(then, grain)) return { refused: 'not aligned', because: [] }
  // A village's cells hold those of what went into it, which is in the land by itself.
  const own = [...new Set(land.flatMap(({ id }) => cellsWithin(cells, units, id)))]
  return { now: amount(own, measure, now.period), before: amount(own, measure, then) }
}

/** The units of now with all that went into them after the day, through however many changes. */
function landSince(now: readonly string[], day: string, all: readonly Unit[]): Unit[] | Refused {
  const byId = new Map(all.map((unit) => [unit.id, unit]))
  const links = new Map(all.map((unit) => [unit.id, linksAfter(unit, day, byId)]))
  const group = new Set(now)
  for (const id of group) for (const unit of all) if (links.get(unit.id)?.some((link) => link.unit === id)) group.add(unit.id)
  const land = all.filter(({ id }) => group.has(id))
  const split = land.filter((unit) => isSplit(unit, links.get(unit.id) ?? [], now, group))
  if (split.length > 0) return { refused: 'split', because: split.map(({ id }) => id) }
  const made = new Set(land.flatMap(({ id }) => (links.get(id) ?? []).map(({ unit }) => unit)))
  const unknown = [...group].filter((id) => !made.has(id) && (byId.get(id)?.validFrom ?? '9999') > day)
  return unknown.length > 0 ? { refused: 'unknown past', because: unknown } : land
}

/**
 * All that it went into has to be in the group, and what is left of it has to be looked at now; and one part, said to be no
 * whole, is not all of a unit that ended.
 */
function isSplit({ id, validTo }: Unit, links: readonly Successor[], now: readonly string[], group: ReadonlySet<string>): boolean {
  if (links.some(({ unit }) => !group.has(unit))) return true
  if (validTo === undefined) return !now.includes(id)
  return links.length === 1 && links.some(({ whole }) => !whole)
}

/** What it went into after the day; what had happened by then is the land of then already. */
const linksAfter = ({ successors = [], validTo }: Unit, day: string, byId: ReadonlyMap<string, Unit>): readonly Successor[] =>
  validTo === undefined ? successors.filter(({ unit }) => (byId.get(unit)?.validFrom ?? '') > day) : validTo >= day ? successors : []
