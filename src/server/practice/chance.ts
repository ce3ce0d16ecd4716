// Chance for the practice province: seeded, so that the same seed tells the same story. Never for anything secret.

export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number, both ends included. */
  whole(least: number, most: number): number
  is(probability: number): boolean
  one<T>(list: readonly T[]): T
  /** One of the list, as often as its weight says; undefined where all weights are 0. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T | undefined
  /** That many different ones, in the list's order. */
  some<T>(list: readonly T[], count: number): T[]
  /** How many of something happen that is expected so often (Poisson). */
  times(expected: number): number
  bytes(count: number): Uint8Array
}

/** Streams of different names don't disturb each other: one more session in one commune changes no other commune. */
export function chance(seed: number, name: string): Chance {
  let state = hashed(`${seed} ${name}`)
  /** Mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    is: (probability) => next() < probability,
    // The index lies inside: the lists are this folder's own and never empty.
    one: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    weighted: (list, weight) => {
      let rest = next() * list.reduce((sum, item) => sum + weight(item), 0)
      for (const item of list) {
        rest -= weight(item)
        if (rest < 0) return item
      }
      return undefined
    },
    some: (list, count) => {
      const chosen = new Set<number>()
      while (chosen.size < Math.min(count, list.length)) chosen.add(whole(0, list.length - 1))
      return list.filter((_, index) => chosen.has(index))
    },
    times: (expected) => {
      const limit = Math.exp(-expected)
      let [count, product] = [0, next()]
      for (; product > limit; count++) product *= next()
      return count
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
  }
}

/** FNV-1a over the text's UTF-16 units. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
