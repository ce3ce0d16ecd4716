// Brings what lies on the phone to this build's data model, and its sums to this build's form. The changes in the outbox stay as
// they were made: whoever folds them reads them by their own model.

import { ladder } from '../../model/upgrade.ts'
import { countedKinds } from '../../programme/contribution.ts'
import { addCells, type Sums, summariesIn } from '../../programme/summary.ts'
import { SUMMARY_FORM } from '../../programme/summary-form.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { stampFigures } from './kept-in-memory.ts'
import { cellsOf, putRecords } from './local-summary.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesOf } from './outbox.ts'
import { recordsOfKind } from './records-of-kind.ts'
import { refold, serverOf } from './refold.ts'
import { currentRow } from './renew.ts'
import { fits } from './shown.ts'
import type { StoredRecord, StoredSummary } from './stored.ts'

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

/**
 * Makes the summaries anew where another build made them; to be called before anybody writes. A build with another form also has a
 * newer version of the database, so that no older tab goes on writing beside it.
 */
export async function bringSummariesUpToDate(store: Store): Promise<void> {
  if ((await readMeta(store, 'summary-form')) === SUMMARY_FORM) return
  // A disk that refuses has stopped all writing by then: what is there can still be read and carried out.
  await write(store, [store.records, store.localSummaries, store.meta], async () => {
    await store.localSummaries.clear()
    await store.localSummaries.bulkPut(await summariesFromRecords(store))
    await stampFigures(store)
    await putMeta(store, 'summary-form', SUMMARY_FORM)
  })
}

/** Marks anew which records this build can read, and sums those up. */
async function summariesFromRecords(store: Store): Promise<StoredSummary[]> {
  const sums: Sums = new Map()
  for (const kind of countedKinds) {
    const records = await recordsOfKind(store, kind).toArray()
    const marked = records.map((record) => withMark(record, fits(kind, record.data)))
    await store.records.bulkPut(marked.filter((record, place) => record.odd !== records[place]?.odd))
    for (const record of marked) addCells(sums, cellsOf(record))
  }
  return summariesIn(sums)
}

function withMark({ odd: _, ...record }: StoredRecord, isFitting: boolean): StoredRecord {
  return isFitting ? record : { ...record, odd: true }
}
