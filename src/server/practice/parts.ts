// Which commune of the practice province is an example of what. The shown commune is a key area.

import type { Unit } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { isMountain } from './lie-of-land.ts'
import type { Part } from './place.ts'

const KEY_AREAS = 10

/** Apart from the key areas, in this order, as far as there are communes. */
const others: readonly Part[] = ['no baseline', 'over a hundred', 'late phones', 'late phones', 'late phones']

export function partsOf(chance: Chance, communes: readonly Unit[], shown: Unit): Map<string, Part> {
  const mountains = communes.filter((commune) => commune.id !== shown.id && isMountain(commune))
  const lowlands = communes.filter((commune) => commune.id !== shown.id && !isMountain(commune))
  const near = chance.some(mountains, KEY_AREAS / 2)
  const key = [...near, ...chance.some(lowlands, KEY_AREAS - 1 - near.length)]
  const rest = shuffled(
    chance,
    communes.filter((commune) => commune.id !== shown.id && !key.includes(commune)),
  )
  const [ended, late] = shuffled(chance, key)
  return new Map([
    ...communes.map(({ id }): [string, Part] => [id, 'plain']),
    ...[shown, ...key].map(({ id }): [string, Part] => [id, id === ended?.id ? 'key that ended' : id === late?.id ? 'key that began late' : 'key']),
    ...rest.slice(0, others.length).map(({ id }, place): [string, Part] => [id, others[place] ?? 'plain']),
  ])
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, place: chance.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
