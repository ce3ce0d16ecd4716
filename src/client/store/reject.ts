// Refuses a change here, without the server: one that is too large to be sent even alone.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putRecords } from './local-summary.ts'
import { readMeta } from './meta.ts'
import { entriesOf, refused } from './outbox.ts'
import { type Author, refold, serverOf } from './refold.ts'

/** A change that can't be sent at all is put before the person; those behind it go on. */
export function rejectChange(store: Store, id: string, why: Problem): Promise<Result<true, Problem>> {
  return write(store, [store.outbox, store.records, store.localSummaries, store.meta], async (): Promise<true> => {
    const entry = await store.outbox.get(id)
    if (entry?.state !== 'waiting') return true
    await store.outbox.put(refused(entry, [why]))
    await foldAgain(store, entry.record)
    return true
  })
}

/** Inside a transaction over outbox, records, localSummaries and meta: writes the record anew from what the outbox now says. */
async function foldAgain(store: Store, id: string): Promise<void> {
  const identity = await readMeta(store, 'identity')
  const author: Author = { account: identity?.account ?? '', name: identity?.scope.name ?? '' }
  const before = await store.records.get(id)
  await putRecords(store, [{ before, after: refold(id, serverOf(before), await entriesOf(store, id), author, before?.left) }])
}
