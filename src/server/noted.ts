// What was noted in this hour already: a system that asks every minute leaves one line an hour in the audit, not sixty.

export interface Noted {
  /** Does the noting where nobody did it in this hour; what fails is noted with the next. */
  once(what: string, note: () => Promise<unknown>): Promise<void>
}

const HOUR_MS = 3_600_000

export function createNoted(now: () => number): Noted {
  let hour = Number.NaN
  const seen = new Set<string>()
  return {
    once: async (what, note) => {
      const is = Math.floor(now() / HOUR_MS)
      if (is !== hour) seen.clear()
      hour = is
      if (seen.has(what)) return
      await note()
      seen.add(what)
    },
  }
}
