// Which baseline (dân số nền) counts for a unit in a year: the newest that is not younger and counts the people asked for.

import type { Data } from '../model/registry.ts'
import type { Held } from './coverage.ts'

export type PeopleOf = keyof Data<'baseline'>['people'] | 'households'

export interface BaselinePeople {
  people: number
  year: number
  source: string
}

/** Of two of one year the one that the office chose, else the one that was changed last. A baseline that counts nobody is none. */
export function newestBaseline(baselines: readonly Held<'baseline'>[], unit: string, group: PeopleOf, latestYear: number): BaselinePeople | undefined {
  let newest: { held: Held<'baseline'>; people: number } | undefined
  for (const held of baselines) {
    const people = group === 'households' ? held.data.households : held.data.people[group]
    if (held.removed || held.data.unit !== unit || held.data.year > latestYear || !people) continue
    if (!newest || isNewer(held, newest.held)) newest = { held, people }
  }
  return newest && { people: newest.people, year: newest.held.data.year, source: newest.held.data.source }
}

/** Whether the one counts rather than the other, of the same unit. */
export function isNewer(one: Held<'baseline'>, other: Held<'baseline'>): boolean {
  if (one.data.year !== other.data.year) return one.data.year > other.data.year
  const [chosen, otherChosen] = [one.data.chosen ?? 0, other.data.chosen ?? 0]
  if (chosen !== otherChosen) return chosen > otherChosen
  // Chosen at once on two phones: what is mended in one of them later must not turn the choice round.
  if (chosen > 0) return one.id > other.id
  const [at, before] = [one.changedAt ?? 0, other.changedAt ?? 0]
  return at === before ? one.id > other.id : at > before
}
