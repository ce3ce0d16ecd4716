// Records are written here and nowhere else, with the phone's own summaries of them in the same transaction, by the function
// that the server uses. The summaries count what is shown: also what has not been sent yet.

import { isKindName } from '../../model/registry.ts'
import type { Cell } from '../../programme/cell.ts'
import { contributions, countedKinds, SUMMARY_FORM } from '../../programme/contribution.ts'
import { addCells, applyTo, changesOf, isEmpty, type Sums, summariesIn } from '../../programme/summary.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'
import { recordsOfKind } from './records-of-kind.ts'
import { fits } from './shown.ts'
import type { StoredRecord, StoredSummary } from './stored.ts'

/** A record as it was and as it shall be; without `after` it is taken out. */
export interface Written {
  before: StoredRecord | undefined
  after: StoredRecord | undefined
}

/** Inside a transaction over records and localSummaries. */
export async function putRecords(store: Store, written: readonly Written[]): Promise<void> {
  const put = written.flatMap(({ after }) => after ?? [])
  const gone = written.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
  const differences = changesOf(
    written.flatMap(({ before }) => cellsOf(before)),
    written.flatMap(({ after }) => cellsOf(after)),
  )
  await Promise.all([store.records.bulkPut(put), store.records.bulkDelete(gone), addToSummaries(store, differences)])
}

/** Nothing from what this build can't read; it counts once a build that can has opened the database. */
const cellsOf = (record: StoredRecord | undefined): Cell[] =>
  record && !record.removed && !record.odd && isKindName(record.kind) ? contributions(record.kind, record.data) : []

async function addToSummaries(store: Store, differences: readonly Cell[]): Promise<void> {
  if (differences.length === 0) return
  const held = await store.localSummaries.bulkGet(differences.map(keyOf))
  const next = differences.map((difference, place) => ({ ...difference, values: applyTo(held[place]?.values ?? {}, difference.values) }))
  const gone = next.filter(({ values }) => isEmpty(values)).map(keyOf)
  await Promise.all([store.localSummaries.bulkPut(next.filter(({ values }) => !isEmpty(values))), store.localSummaries.bulkDelete(gone)])
}

/** The primary key of both tables of summaries. */
export const keyOf = ({ unit, date, organisation }: Omit<StoredSummary, 'values'>): [string, string, string] => [unit, date, organisation]

/**
 * Makes the summaries anew where another build made them, or none did; to be called before anybody writes. A build with
 * another form also has a newer version of the database, so that no older tab goes on writing beside it.
 */
export async function bringSummariesUpToDate(store: Store): Promise<void> {
  if ((await readMeta(store, 'summary-form')) === SUMMARY_FORM) return
  // A disk that refuses has stopped all writing by then: what is there can still be read and carried out.
  await write(store, [store.records, store.localSummaries, store.meta], async () => {
    await store.localSummaries.clear()
    await store.localSummaries.bulkPut(await summariesFromRecords(store))
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
