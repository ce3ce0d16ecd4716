// What an answer tells of others' work and of our own: rows, and records that left. A reading from the start goes into a table
// of its own beside what is shown, and takes its place when it is whole. Inside the transaction that takes the answer in.

import type { Store } from './database.ts'
import { newlyDone } from './fold.ts'
import type { Identity } from './identity.ts'
import { putRecords, type Written } from './local-summary.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesInState } from './outbox.ts'
import { type Known, refold, serverOf } from './refold.ts'
import type { OutboxEntry, ServerRow, StoredRecord } from './stored.ts'

export interface Told {
  rows: readonly ServerRow[]
  left: readonly string[]
  epoch: string
  fresh: boolean
  more: boolean
}

interface News {
  known?: Known
  left?: true
}

/** `answered`: records that have to be folded anew whatever was told. */
export async function putTold(store: Store, answered: readonly string[], told: Told, identity: Identity): Promise<void> {
  const begins = told.fresh && (await store.records.count()) > 0
  if (begins) {
    await store.staged.clear()
    await putMeta(store, 'staging', true)
  }
  if (!(await readMeta(store, 'staging'))) return fold(store, answered, newsOf(told), identity)
  await store.staged.bulkPut([...told.rows])
  await store.staged.bulkDelete([...told.left])
  await fold(store, answered, new Map(), identity)
  if (!told.more) await swap(store, told.epoch, identity)
}

/** Only what was answered: told by a request that another has overtaken. */
export const foldAnswered = (store: Store, answered: readonly string[], identity: Identity): Promise<void> => fold(store, answered, new Map(), identity)

function newsOf({ rows, left, epoch }: Told): Map<string, News> {
  const rowsTold = rows.map((row): [string, News] => [row.id, { known: { epoch, row } }])
  return new Map([...rowsTold, ...left.map((id): [string, News] => [id, { left: true }])])
}

/** What was read takes the place of what is shown: records that were not told are not there, or are not for this account. */
async function swap(store: Store, epoch: string, identity: Identity): Promise<void> {
  const read = new Map((await store.staged.toArray()).map((row): [string, News] => [row.id, { known: { epoch, row } }]))
  const held = (await store.records.toArray()).filter(({ id, server }) => server !== undefined && !read.has(id))
  await fold(store, [], new Map([...read, ...held.map(({ id }): [string, News] => [id, { left: true }])]), identity)
  await store.staged.clear()
  await store.meta.delete('staging')
}

async function fold(store: Store, answered: readonly string[], news: ReadonlyMap<string, News>, identity: Identity): Promise<void> {
  const ids = [...new Set([...answered, ...news.keys()])]
  if (ids.length === 0) return
  const held = await store.records.bulkGet(ids)
  const changes = await openChanges(store, ids)
  const author = { account: identity.account, name: identity.scope.name }
  const done: OutboxEntry[] = []
  const written: Written[] = []
  for (const [place, id] of ids.entries()) {
    const before = held[place]
    const { known: told, left } = news.get(id) ?? {}
    const known = newer(serverOf(before), told)
    const entries = changes.get(id) ?? []
    const settled = newlyDone(entries, known && { epoch: known.epoch, version: known.row.version })
    done.push(...settled)
    const now = entries.map((entry) => settled.find((other) => other.id === entry.id) ?? entry)
    const isGone = left ?? (told ? undefined : before?.left)
    const after = isGone && !now.some(isUnsent) ? undefined : refold(id, known, now, author, isGone)
    if (before || after) written.push({ before, after })
  }
  await store.outbox.bulkPut(done)
  await putRecords(store, written)
}

/** What of it still needs the server, or the person. */
const isUnsent = ({ state }: OutboxEntry): boolean => state === 'waiting' || state === 'held' || state === 'rejected'

/** The whole history of those records that have something open; nearly always few, however many rows were told. */
async function openChanges(store: Store, ids: readonly string[]): Promise<Map<string, OutboxEntry[]>> {
  const touched = new Set(ids)
  const open = (await Promise.all((['waiting', 'held', 'acked', 'rejected'] as const).map((state) => entriesInState(store, state)))).flat()
  const records = [...new Set(open.map(({ record }) => record))].filter((record) => touched.has(record))
  const histories = await store.outbox.where('record').anyOf(records).sortBy('n')
  const byRecord = new Map(records.map((record): [string, OutboxEntry[]] => [record, []]))
  for (const entry of histories) byRecord.get(entry.record)?.push(entry)
  return byRecord
}

/** Answers may overtake each other: an older row of the same history never replaces a newer one. */
function newer(held: Known | undefined, told: Known | undefined): Known | undefined {
  if (!held || !told) return told ?? held
  return held.epoch === told.epoch && held.row.version > told.row.version ? held : told
}

/** Rows of the server that are shown here: those that the check sums up. */
export const isTold = ({ server, left, removed }: StoredRecord): boolean => server !== undefined && !left && !(server.row?.removed ?? removed)
