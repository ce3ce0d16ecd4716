// What of a baseline is hardly so: more people than its households hold, than its commune has, than places like it. It is asked
// before the line counts and never refused: a large village is rare, and there are some.

import type { Data } from '../../model/registry.ts'
import type { UnitLookup } from '../../model/unit.ts'
import { median } from '../../programme/median.ts'

/** Words for it: "import.doubt.". */
export interface Doubt {
  code: 'very-many' | 'per-household' | 'many-women' | 'more-than-commune' | 'unlike-fellows' | 'unlike-held'
  values: Record<string, number>
}

type Baseline = Data<'baseline'>

/** Hardly any has as many. */
const VERY_MANY = { village: 10_000, commune: 500_000, district: 1_000_000, province: 20_000_000 } as const
const MOST_IN_HOUSEHOLD = 10
const MOST_WOMEN = 0.7
/** Of so few people a share says nothing. */
const FEW = 20
const FELLOWS_APART = 10
const FEWEST_FELLOWS = 3
const HELD_APART = 2

/** `told`: by the number of its line, as are the doubts. `held`: what counts already. */
export function baselineDoubts(told: ReadonlyMap<number, Baseline>, held: readonly Baseline[], unit: UnitLookup): Map<number, Doubt[]> {
  const totals = new Map([...held, ...told.values()].map((base) => [base.unit, base.people.total]))
  const heldOf = new Map(held.map((base) => [base.unit, base]))
  const usual = usualOf(totals, unit)
  const doubtsOf = (base: Baseline): Doubt[] => {
    const { level, parent } = unit(base.unit) ?? {}
    const { total } = base.people
    const [commune, fellow, before] = [level === 'village' ? totals.get(parent ?? '') : undefined, usual.get(parent), heldOf.get(base.unit)]
    const doubts: Doubt[] = []
    if (level && total > VERY_MANY[level]) doubts.push({ code: 'very-many', values: { total } })
    if (commune !== undefined && total > commune) doubts.push({ code: 'more-than-commune', values: { total, whole: commune } })
    if (fellow !== undefined && areApart(total, fellow, FELLOWS_APART)) doubts.push({ code: 'unlike-fellows', values: { total, usual: fellow } })
    if (before && areApart(total, before.people.total, HELD_APART)) {
      doubts.push({ code: 'unlike-held', values: { total, held: before.people.total, year: before.year } })
    }
    return [...doubts, ...withinDoubts(base)]
  }
  return new Map([...told].map(([line, base]) => [line, doubtsOf(base)]))
}

/** Unit above → what the places below it have, where there are enough to say so. */
function usualOf(totals: ReadonlyMap<string, number>, unit: UnitLookup): ReadonlyMap<string | undefined, number> {
  const fellows = new Map<string | undefined, number[]>()
  for (const [id, total] of totals) {
    const parent = unit(id)?.parent
    const all = fellows.get(parent)
    if (all) all.push(total)
    else fellows.set(parent, [total])
  }
  return new Map([...fellows].flatMap(([parent, all]) => (all.length > FEWEST_FELLOWS ? [[parent, median(all)]] : [])))
}

/** What its own numbers say against each other. */
function withinDoubts({ people: { total, from14to60, female14to60 }, households }: Baseline): Doubt[] {
  const whole = from14to60 ?? total
  const doubts: Doubt[] = []
  if (households !== undefined && (total < households || total > households * MOST_IN_HOUSEHOLD)) {
    doubts.push({ code: 'per-household', values: { total, households } })
  }
  if (female14to60 !== undefined && whole > FEW && female14to60 > whole * MOST_WOMEN) doubts.push({ code: 'many-women', values: { part: female14to60, whole } })
  return doubts
}

const areApart = (one: number, other: number, times: number): boolean => Math.max(one, other) > Math.min(one, other) * times && Math.max(one, other) > FEW
