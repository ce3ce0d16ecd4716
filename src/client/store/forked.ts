// Another profile goes by this device's id: a copy of this phone's data, made by a backup or by hand. This one goes on under
// an id of its own; what it had not sent goes under the new id, as it was made.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesInState } from './outbox.ts'

/** Keeps the new id before it is asked for, and gives the one that was kept first: an answer may be lost. `after`: the last number in common. */
export const beginFork = (store: Store, after: number, fresh: string): Promise<Result<string, Problem>> =>
  write(store, [store.meta], async () => {
    const begun = await readMeta(store, 'fork')
    if (!begun) await putMeta(store, 'fork', { fresh, after })
    return begun?.fresh ?? fresh
  })

/** The server knows the new id. */
export const endFork = (store: Store): Promise<Result<true, Problem>> =>
  write(store, [store.outbox, store.meta], async (): Promise<true> => {
    const begun = await readMeta(store, 'fork')
    const identity = await readMeta(store, 'identity')
    if (!begun || !identity) return true
    const unsent = (await entriesInState(store, 'waiting')).filter(({ device, n }) => device === identity.device && n > begun.after)
    await store.outbox.bulkPut(unsent.map((entry) => ({ ...entry, device: begun.fresh })))
    await putMeta(store, 'identity', { ...identity, device: begun.fresh })
    await putMeta(store, 'device', begun.fresh)
    await store.meta.delete('fork')
    return true
  })
