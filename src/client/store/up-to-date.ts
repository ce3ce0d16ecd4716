// Sees to it that what lies on the phone is in this build's form before anybody reads or writes. Nearly always it is, and then
// what would bring it there is not loaded.

import { ladder } from '../../model/upgrade.ts'
import { SUMMARY_FORM } from '../../programme/summary-form.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'

export async function bringUpToDate(store: Store): Promise<void> {
  const [model, form] = await Promise.all([readMeta(store, 'model'), readMeta(store, 'summary-form')])
  if (model === ladder.model && form === SUMMARY_FORM) return
  if (model === undefined && form === undefined && (await store.records.count()) === 0) return begin(store)
  const { bringRecordsUpToDate, bringSummariesUpToDate } = await import('./upgrade.ts')
  await bringRecordsUpToDate(store)
  await bringSummariesUpToDate(store)
}

/** A new database has nothing in it to be brought anywhere. A disk that refuses has stopped all writing by then. */
async function begin(store: Store): Promise<void> {
  await write(store, [store.meta], async () => {
    await putMeta(store, 'model', ladder.model)
    await putMeta(store, 'summary-form', SUMMARY_FORM)
  })
}
