// A marker outside the database that this phone once knew an account: if the database is then empty, work may have been
// lost, and the phone must say so instead of greeting a newcomer. It says nothing of who it was.

import type { Store } from './database.ts'
import { readMeta } from './meta.ts'

export interface Witness {
  leave(): void
  remembers(): boolean
}

const NAME = 'lan-toa-known'
const TEN_YEARS_S = 315_360_000

/** In localStorage and in a cookie: each is sometimes cleared without the other. Where neither exists it remembers nothing. */
export function browserWitness(): Witness {
  return {
    leave() {
      attempt(() => localStorage.setItem(NAME, '1'))
      attempt(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in half of the browsers
        document.cookie = `${NAME}=1; Max-Age=${TEN_YEARS_S}; Path=/; SameSite=Strict`
      })
    },
    remembers: () => attempt(() => localStorage.getItem(NAME) === '1') === true || attempt(() => document.cookie.includes(`${NAME}=1`)) === true,
  }
}

/** True where an account was known here and its database is gone. */
export async function databaseVanished(store: Store, witness: Witness = browserWitness()): Promise<boolean> {
  return witness.remembers() && (await readMeta(store, 'identity')) === undefined
}

/** Storage that is forbidden or absent throws: then there is simply no witness. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
