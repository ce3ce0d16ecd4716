// Where several documents say who lives in a unit in one year: which of them counts, and whether they are far apart. Pure.

import type { Data } from '../model/registry.ts'
import { isNewer, type PeopleOf } from './baseline-people.ts'
import type { Held } from './coverage.ts'

/** Per cent of the least: sources further apart are told of. */
export const FAR_APART = 10

export interface Sources<H extends Held<'baseline'> = Held<'baseline'>> {
  unit: string
  year: number
  /** The one that counts first. */
  held: H[]
  /** The people that they say most differently of, where that is more than FAR_APART per cent. */
  apart: { of: PeopleOf; least: number; most: number } | undefined
}

/** Units and years with two sources or more, the newest year of a unit first. Removed ones count for nothing. */
export function sourcesByYear<H extends Held<'baseline'>>(baselines: readonly H[]): Sources<H>[] {
  const groups = new Map<string, H[]>()
  for (const held of baselines) {
    if (held.removed) continue
    const key = `${held.data.unit} ${held.data.year}`
    const group = groups.get(key)
    if (group) group.push(held)
    else groups.set(key, [held])
  }
  return [...groups.values()]
    .flatMap((held) => (held.length > 1 ? [sourcesOf(held)] : []))
    .sort((a, b) => (a.unit === b.unit ? b.year - a.year : a.unit < b.unit ? -1 : 1))
}

function sourcesOf<H extends Held<'baseline'>>(group: readonly H[]): Sources<H> {
  const held = [...group].sort((a, b) => (isNewer(a, b) ? -1 : 1))
  const { unit = '', year = 0 } = held[0]?.data ?? {}
  return { unit, year, held, apart: furthestApart(held) }
}

const counted: readonly PeopleOf[] = ['total', 'from14to60', 'female14to60', 'under16', 'households']

export const peopleIn = ({ people, households }: Data<'baseline'>, of: PeopleOf): number | undefined => (of === 'households' ? households : people[of])

/** A source that does not count somebody says nothing of them. */
function furthestApart(held: readonly Held<'baseline'>[]): Sources['apart'] {
  const all = counted.flatMap((of) => {
    const values = held.flatMap(({ data }) => peopleIn(data, of) || [])
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return values.length > 1 && (most - least) * 100 > least * FAR_APART ? [{ of, least, most }] : []
  })
  return all.sort((a, b) => b.most / b.least - a.most / a.least)[0]
}

/** What the office's choice is kept as: one more than the highest of the others. */
export const nextChoice = (held: readonly Held<'baseline'>[]): number => 1 + Math.max(0, ...held.map(({ data }) => data.chosen ?? 0))
