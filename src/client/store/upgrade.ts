// Brings what lies on the phone to this build's data model, before anybody reads or writes. The changes in the outbox stay as
// they were made: whoever folds them reads them by their own model.

import { ladder } from '../../model/upgrade.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putRecords } from './local-summary.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesOf } from './outbox.ts'
import { refold, serverOf } from './refold.ts'
import { currentRow } from './renew.ts'

export async function bringRecordsUpToDate(store: Store): Promise<void> {
  const held = await readMeta(store, 'model')
  if (held === ladder.model) return
  // A disk that refuses has stopped all writing by then: what is there can still be read and carried out.
  await write(store, [store.records, store.outbox, store.localSummaries, store.meta], async () => {
    if (held !== undefined || ladder.model > 1) await renewAll(store)
    await putMeta(store, 'model', ladder.model)
  })
}

async function renewAll(store: Store): Promise<void> {
  const identity = await readMeta(store, 'identity')
  const author = { account: identity?.account ?? '', name: identity?.scope.name ?? '' }
  for (const before of await store.records.toArray()) {
    const known = serverOf(before)
    const entries = await entriesOf(store, before.id)
    const after = refold(before.id, known && { ...known, row: currentRow(known.row) }, entries, author, before.left)
    if (after) await putRecords(store, [{ before, after }])
  }
}
