// Slows down guessing of typed codes: per address, because a thief has one, and over all, because he may have many.
// Links are not slowed: nobody guesses 256 bits, and whole communes share one carrier's address.

const FREE_TRIES = 5
const LONGEST_WAIT_MS = 300_000
const FORGOTTEN_AFTER_MS = 3_600_000
const WINDOW_MS = 600_000
const MOST_IN_WINDOW = 300
const MOST_ADDRESSES = 10_000

export interface Throttle {
  /** Counts one try from this address. 0 where it may go on; otherwise how many ms to wait, and the try must be refused. */
  try(address: string): number
  /** The try was right after all: it counts as none. */
  forgive(address: string): void
}

interface Tries {
  count: number
  last: number
}

export function createThrottle(now: () => number): Throttle {
  const byAddress = new Map<string, Tries>()
  let recent: number[] = []
  return {
    try: (address) => {
      recent = recent.filter((at) => at > now() - WINDOW_MS)
      const known = current(byAddress.get(networkOf(address)), now())
      const wait = Math.max(waitOf(known, now()), recent.length < MOST_IN_WINDOW ? 0 : (recent[0] ?? 0) + WINDOW_MS - now())
      if (wait > 0) return wait
      if (byAddress.size >= MOST_ADDRESSES) forgetOld(byAddress, now())
      byAddress.set(networkOf(address), { count: known.count + 1, last: now() })
      recent.push(now())
      return 0
    },
    forgive: (address) => {
      const known = byAddress.get(networkOf(address))
      if (known) byAddress.set(networkOf(address), { ...known, count: known.count - 1 })
      recent.pop()
    },
  }
}

const current = (tries: Tries | undefined, at: number): Tries => (tries && tries.last > at - FORGOTTEN_AFTER_MS ? tries : { count: 0, last: 0 })

/** Nothing for the first few, then 1 s, 2 s, 4 s … after each, up to five minutes. */
function waitOf({ count, last }: Tries, at: number): number {
  if (count < FREE_TRIES) return 0
  return Math.max(0, last + Math.min(1000 * 2 ** (count - FREE_TRIES), LONGEST_WAIT_MS) - at)
}

/** One household or server has a whole /64 of IPv6 addresses. */
export const networkOf = (address: string): string => (address.includes('.') ? address : address.split(':').slice(0, 4).join(':'))

function forgetOld(byAddress: Map<string, Tries>, at: number): void {
  for (const [address, tries] of byAddress) if (tries.last <= at - FORGOTTEN_AFTER_MS) byAddress.delete(address)
  if (byAddress.size >= MOST_ADDRESSES) byAddress.clear()
}
