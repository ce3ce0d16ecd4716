// How often something may be asked: a measure that fills again by itself, for each asker. In memory: after a start everybody's is full.

export interface Rate {
  /** Takes so much of the asker's measure. 0 where there was enough; otherwise nothing is taken, and it is how many ms until there will be. */
  take(asker: string, much?: number): number
}

const MOST_ASKERS = 10_000

/** `most` at once, and so many again in each `perMs`. */
export function createRate(now: () => number, { most, perMs }: { most: number; perMs: number }): Rate {
  /** When each asker's measure will be full again. */
  const full = new Map<string, number>()
  return {
    take: (asker, much = 1) => {
      const at = now()
      // A clock that was put back keeps nobody out for longer than an empty measure takes to fill.
      const from = Math.min(Math.max(full.get(asker) ?? at, at), at + perMs)
      const then = from + (much * perMs) / most
      if (then > at + perMs) return Math.ceil(then - at - perMs)
      if (full.size >= MOST_ASKERS) for (const [other, fullAt] of full) if (fullAt <= at) full.delete(other)
      // A crowd of that many is no other systems: whoever comes new finds a full measure.
      if (full.size >= MOST_ASKERS) full.clear()
      full.set(asker, then)
      return 0
    },
  }
}
