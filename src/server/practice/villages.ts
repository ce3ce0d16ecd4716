// Villages of a practice commune: generic names that claim no real place, a merger here and there, and how often each is
// visited. Some are never reached, some were forgotten: that is what the coverage screen is for.

import { addDays, addMonths } from '../../model/civil-date.ts'
import type { Unit } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf } from './entry.ts'

/** Villages that nobody changed since long before the practice begins. */
const LONG_SINCE = '2020-01-01'

export interface Visited {
  village: Entry<'unit'>
  /** How often it is chosen, against the others of its commune; 0: never reached. */
  weight: number
  /** Civil date of the last visit, where the visits stopped. */
  forgottenAfter?: string
}

const directions = ['Đông', 'Tây', 'Nam', 'Bắc', 'Thượng', 'Trung', 'Hạ', 'Nội', 'Ngoại', 'Tân', 'Giữa', 'Trên', 'Dưới', 'Mới']

export interface VillageRequest {
  commune: Unit
  author: string
  since: string
  today: string
  isShown: boolean
}

export function visitedVillages(chance: Chance, { commune, author, since, today, isShown }: VillageRequest): Visited[] {
  const type = commune.type === 'phuong' ? ('to-dan-pho' as const) : ('thon' as const)
  const word = type === 'thon' ? 'Thôn' : 'Tổ dân phố'
  const isNumbered = type === 'to-dan-pho' || chance.is(0.5)
  const count = isShown ? 13 : chance.whole(6, 14)
  const add = (name: string, validFrom: string, more: { validTo?: string; formerName?: string } = {}) =>
    entry(chance, 'unit', author, momentOf([since, validFrom, more.validTo ?? ''].sort().at(-1) ?? since, 14), {
      name: `${word} ${name}`,
      type,
      parent: commune.id,
      validFrom,
      ...more,
    })
  const names = Array.from({ length: count }, (_, index) => (isNumbered ? String(index + 1) : (directions[index] ?? String(index + 1))))
  const merged = isShown || chance.is(0.15) ? addMonths(`${today.slice(0, 7)}-01`, -chance.whole(7, 16)) : undefined
  const villages = names.map((name, index) => add(name, LONG_SINCE, merged !== undefined && index >= count - 2 ? { validTo: addDays(merged, -1) } : {}))
  const successor =
    merged === undefined
      ? []
      : [
          add('Hợp Nhất', merged, {
            formerName: villages
              .slice(-2)
              .map(({ data }) => data.name)
              .join(', '),
          }),
        ]
  return withHeir(weighted(chance, [...villages, ...successor], today, isShown), successor[0])
}

/** What is named by others comes before them. */
function withHeir(visited: readonly Visited[], heir: Entry<'unit'> | undefined): Visited[] {
  if (!heir) return [...visited]
  const others = visited.filter(({ village }) => village !== heir)
  const successors = [{ unit: heir.id, whole: true }]
  const linked = others.map((one) =>
    one.village.data.validTo === undefined ? one : { ...one, village: { ...one.village, data: { ...one.village.data, successors } } },
  )
  return [...visited.filter(({ village }) => village === heir), ...linked]
}

function weighted(chance: Chance, villages: readonly Entry<'unit'>[], today: string, isShown: boolean): Visited[] {
  return villages.map((village, index): Visited => {
    const weight = 0.4 + 2 * chance.next()
    if (isShown) return shownVisits(village, index, weight, today)
    if (chance.is(0.08)) return { village, weight: 0 }
    return chance.is(0.12) ? { village, weight, forgottenAfter: addDays(today, -chance.whole(95, 400)) } : { village, weight }
  })
}

/** Whatever day it is, the shown commune has villages never reached, villages forgotten, and villages just visited. */
function shownVisits(village: Entry<'unit'>, index: number, weight: number, today: string): Visited {
  if (index === 4 || index === 9) return { village, weight: 0 }
  if (index === 2) return { village, weight, forgottenAfter: addDays(today, -187) }
  return index === 7 ? { village, weight, forgottenAfter: addDays(today, -131) } : { village, weight }
}
