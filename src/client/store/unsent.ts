// Everything that a phone has not brought home, to be carried out in a file. Reading only: it works after a storage error.

import type { Change } from '../../protocol/sync.ts'
import type { Store } from './database.ts'
import type { Identity } from './identity.ts'
import { readMeta } from './meta.ts'
import { entriesInState } from './outbox.ts'

export interface Unsent {
  identity: Identity
  /** In the order they were made. */
  changes: Change[]
}

/** Waiting, held by the server, and refused: whoever takes the file in is told of each what became of it. Undefined without an account. */
export async function readUnsent(store: Store): Promise<Unsent | undefined> {
  const identity = await readMeta(store, 'identity')
  if (!identity) return undefined
  const entries = (await Promise.all((['waiting', 'held', 'rejected'] as const).map((state) => entriesInState(store, state)))).flat()
  return { identity, changes: entries.sort((a, b) => a.n - b.n).map(({ change }) => change) }
}
