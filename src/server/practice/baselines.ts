// Denominators of a practice province: invented, and their source says so. A few communes have none, or only an old one.

import type { Data } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf } from './entry.ts'
import { isMountain } from './lie-of-land.ts'

const SOURCE = 'Số liệu diễn tập'

type People = Data<'baseline'>['people']

/** One for each calendar year from the first to the last, of a commune that has one (the shown always has). */
export function communeBaselines(chance: Chance, commune: Unit, author: string, years: readonly number[], isShown: boolean): Entry<'baseline'>[] {
  const [least, most] = commune.type === 'phuong' ? [12_000, 38_000] : isMountain(commune) ? [3_200, 8_800] : [6_000, 15_000]
  const first = chance.whole(least, most)
  const known = isShown || chance.is(0.85) ? years : chance.is(0.6) ? years.slice(0, 1) : []
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

function peopleOf(chance: Chance, total: number): People {
  const from14to60 = Math.round(total * (0.6 + 0.05 * chance.next()))
  return { total, from14to60, female14to60: Math.round(from14to60 * (0.48 + 0.03 * chance.next())), under16: Math.round(total * (0.22 + 0.05 * chance.next())) }
}
