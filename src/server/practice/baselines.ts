// Denominators of a practice province: invented, and their source says so. A commune has none, a few only an old one;
// in one of them more people came for the first time than it counts.

import type { Data } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf } from './entry.ts'
import { isMountain } from './lie-of-land.ts'
import type { Part } from './place.ts'

const SOURCE = 'Số liệu diễn tập'

type People = Data<'baseline'>['people']

/** One for each calendar year from the first to the last, of a commune that has one. */
export function communeBaselines(chance: Chance, commune: Unit, author: string, years: readonly number[], part: Part): Entry<'baseline'>[] {
  if (part === 'no baseline') return []
  const [least, most] = commune.type === 'phuong' ? [12_000, 38_000] : isMountain(commune) ? [3_200, 8_800] : [6_000, 15_000]
  const first = chance.whole(least, most)
  const known = part !== 'plain' || chance.is(0.8) ? years : years.slice(0, 1)
  return known.map((year) => {
    const total = Math.round(first * 1.008 ** (year - (years[0] ?? year)))
    return baseline(chance, commune, author, year, peopleOf(chance, total))
  })
}

function baseline(chance: Chance, unit: Unit, author: string, year: number, people: People): Entry<'baseline'> {
  return entry(chance, 'baseline', author, momentOf(`${year}-01-15`, 9), {
    unit: unit.id,
    year,
    source: SOURCE,
    people,
    households: Math.round(people.total / 3.8),
  })
}

/** The newest year once more, as the police of the commune count it: too far from the other to be passed over. */
export function secondSource(chance: Chance, author: string, baselines: readonly Entry<'baseline'>[]): Entry<'baseline'>[] {
  const newest = baselines.at(-1)
  if (!newest) return []
  const { unit, year, people } = newest.data
  const total = Math.round(people.total * 1.16)
  const more = { total, from14to60: Math.round(total * 0.6), under16: Math.round(total * 0.24) }
  return [entry(chance, 'baseline', author, momentOf(`${year}-01-05`, 9), { unit, year, source: `${SOURCE}, Công an xã`, people: more })]
}

function peopleOf(chance: Chance, total: number): People {
  const from14to60 = Math.round(total * (0.6 + 0.05 * chance.next()))
  return { total, from14to60, female14to60: Math.round(from14to60 * (0.48 + 0.03 * chance.next())), under16: Math.round(total * (0.22 + 0.05 * chance.next())) }
}

/** The same baselines with fewer people than came for the first time in the practice's last year (or the one before, if that is young). */
export function outgrown(baselines: readonly Entry<'baseline'>[], sessions: readonly Entry<'session'>[], years: readonly number[]): Entry<'baseline'>[] {
  const asked = years.map((year) => sessions.filter(({ data }) => data.date.startsWith(String(year))).reduce((sum, { data }) => sum + firstTimers(data), 0))
  const newest = asked.findLast((people) => people >= ENOUGH_TO_TELL)
  if (newest === undefined) return [...baselines]
  const from14to60 = Math.round(newest * 0.85)
  const total = Math.round(from14to60 / 0.63)
  const people: People = { total, from14to60, female14to60: Math.round(from14to60 * 0.49), under16: Math.round(total * 0.24) }
  return baselines.map((one) => ({ ...one, data: { ...one.data, people, households: Math.round(total / 3.8) } }))
}

const ENOUGH_TO_TELL = 200

const firstTimers = ({ counts }: Data<'session'>): number => counts.firstTime14to60 ?? 0
