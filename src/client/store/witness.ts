// What is remembered outside the database: that this phone once knew an account, and the number of the last change that was
// saved here. If the database then knows less, work may be lost, and the phone must say so instead of going on as if nothing
// were. It says nothing of who it was.

import { attempt } from './attempt.ts'

export interface Witness {
  leave(): void
  remembers(): boolean
  /** The number of a change of this device that is on disk; a lower one than noted before changes nothing. */
  note(device: string, n: number): void
  /** The highest number noted for this device; 0 where there is none. */
  noted(device: string): number
  /** From here on `n` is what this device has: what is missing has been told. */
  settle(device: string, n: number): void
}

const NAME = 'lan-toa-known'
const TEN_YEARS_S = 315_360_000

/** Enough of a device's id to tell it from another one on the same phone, and no more: the cookie travels. */
const tailOf = (device: string): string => device.slice(-8)

/** In localStorage and in a cookie: each is sometimes cleared without the other. Where neither exists it remembers nothing. */
export function browserWitness(): Witness {
  const noted = (device: string): number =>
    Math.max(
      0,
      ...read().flatMap((kept) => {
        const [tail, n] = kept.split('.')
        return tail === tailOf(device) ? [Number(n)] : []
      }),
    )
  return {
    leave: () => {
      if (read().length < 2) write(read()[0] ?? '1')
    },
    remembers: () => read().length > 0,
    note: (device, n) => write(`${tailOf(device)}.${Math.max(n, noted(device))}`),
    noted,
    settle: (device, n) => write(`${tailOf(device)}.${n}`),
  }
}

/** What either of the two places holds. */
function read(): string[] {
  const inStorage = attempt(() => localStorage.getItem(NAME))
  const inCookie = attempt(() => new RegExp(`(?:^|; )${NAME}=([^;]*)`).exec(document.cookie)?.[1])
  return [inStorage, inCookie].filter((kept): kept is string => typeof kept === 'string' && kept !== '')
}

function write(kept: string): void {
  attempt(() => localStorage.setItem(NAME, kept))
  attempt(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in half of the browsers
    document.cookie = `${NAME}=${kept}; Max-Age=${TEN_YEARS_S}; Path=/; SameSite=Strict`
  })
}
