// Records are written here and nowhere else, with the phone's own summaries of them in the same transaction, by the function
// that the server uses. The summaries count what is shown: also what has not been sent yet.

import { isKindName } from '../../model/registry.ts'
import type { Cell } from '../../programme/cell.ts'
import { contributions } from '../../programme/contribution.ts'
import { applyTo, changesOf, isEmpty } from '../../programme/summary.ts'
import type { Store } from './database.ts'
import { stampFigures } from './kept-in-memory.ts'
import type { StoredRecord } from './stored.ts'
import { keyOf } from './summary-key.ts'

/** A record as it was and as it shall be; without `after` it is taken out. */
export interface Written {
  before: StoredRecord | undefined
  after: StoredRecord | undefined
}

/** Inside a transaction over records, localSummaries and meta. */
export async function putRecords(store: Store, written: readonly Written[]): Promise<void> {
  const put = written.flatMap(({ after }) => after ?? [])
  const gone = written.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
  const differences = changesOf(
    written.flatMap(({ before }) => cellsOf(before)),
    written.flatMap(({ after }) => cellsOf(after)),
  )
  await Promise.all([store.records.bulkPut(put), store.records.bulkDelete(gone), addToSummaries(store, differences), stampFigures(store)])
}

/** Nothing from what this build can't read; it counts once a build that can has opened the database. */
export const cellsOf = (record: StoredRecord | undefined): Cell[] =>
  record && !record.removed && !record.odd && isKindName(record.kind) ? contributions(record.kind, record.data) : []

async function addToSummaries(store: Store, differences: readonly Cell[]): Promise<void> {
  if (differences.length === 0) return
  const held = await store.localSummaries.bulkGet(differences.map(keyOf))
  const next = differences.map((difference, place) => ({ ...difference, values: applyTo(held[place]?.values ?? {}, difference.values) }))
  const gone = next.filter(({ values }) => isEmpty(values)).map(keyOf)
  await Promise.all([store.localSummaries.bulkPut(next.filter(({ values }) => !isEmpty(values))), store.localSummaries.bulkDelete(gone)])
}
