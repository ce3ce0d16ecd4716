// How often something may be asked: a measure that fills again by itself, for each asker. In memory: after a start everybody's is full.

export interface Rate {
  /** Takes so much of the asker's measure. 0 where there was enough; otherwise nothing is taken, and it is how many ms until there will be. */
  take(asker: string, much?: number): number
}

interface Measure {
  left: number
  at: number
}

const MOST_ASKERS = 10_000

/** `most` at once, and so many again in each `perMs`. */
export function createRate(now: () => number, { most, perMs }: { most: number; perMs: number }): Rate {
  const measures = new Map<string, Measure>()
  const leftOf = ({ left, at }: Measure): number => Math.min(most, left + (Math.max(0, now() - at) * most) / perMs)
  return {
    take: (asker, much = 1) => {
      const left = leftOf(measures.get(asker) ?? { left: most, at: now() })
      if (left < much) return Math.ceil(((much - left) * perMs) / most)
      if (measures.size >= MOST_ASKERS) for (const [name, measure] of measures) if (leftOf(measure) >= most) measures.delete(name)
      // A crowd of that many is no other systems: whoever comes new finds a full measure.
      if (measures.size >= MOST_ASKERS) measures.clear()
      measures.set(asker, { left: left - much, at: now() })
      return 0
    },
  }
}
