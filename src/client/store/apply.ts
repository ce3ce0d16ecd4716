// Takes a proven answer of the server in: what became of this phone's changes, the rows and sums it told, how far was read. One
// transaction, so a phone that dies half-way asks again and gets the same. An odd row never costs the others.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { ChangeResult, SyncAnswer, SyncRequest } from '../../protocol/sync.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { newlyDone } from './fold.ts'
import type { Identity } from './identity.ts'
import { putRecords, type Written } from './local-summary.ts'
import { putMeta, readMeta } from './meta.ts'
import { type ReadRows, readRows } from './odd-row.ts'
import { entriesInState, refused } from './outbox.ts'
import { putSummaryNews } from './pulled-summary.ts'
import { type Known, refold, serverOf } from './refold.ts'
import type { OutboxEntry } from './stored.ts'

/** Rows are judged one by one here: a newer server may send what this build doesn't know. */
export type Answer = Omit<SyncAnswer, 'changes'> & { changes: readonly unknown[] }

export interface Applied {
  /** There is more to read. */
  more: boolean
}

/** `receivedAt`: this phone's clock, ms. An answer for another account than the one here now changes nothing. */
export function applyAnswer(store: Store, request: SyncRequest, answer: Answer, receivedAt: number): Promise<Result<Applied, Problem>> {
  const tables = [store.outbox, store.records, store.localSummaries, store.summaries, store.lastSessions, store.meta]
  return write(store, tables, async () => {
    const identity = await readMeta(store, 'identity')
    if (identity?.account !== request.account) return { more: false }
    const isNewEpoch = identity.epoch !== answer.epoch
    if (isNewEpoch) await sendAgain(store, answer)
    const answered = await applyResults(store, answer, receivedAt)
    const read = readRows(answer.changes)
    await foldTouched(store, answered, read, answer.epoch, identity)
    await keepOdd(store, read)
    await putMeta(store, 'identity', updated(identity, request, answer, receivedAt))
    return { more: await moveCursor(store, request, answer, isNewEpoch) }
  })
}

/** A server restored from a backup: what it no longer has goes to it again, in the order it was made. */
async function sendAgain(store: Store, { received }: Answer): Promise<void> {
  const acknowledged = [...(await entriesInState(store, 'acked')), ...(await entriesInState(store, 'done'))]
  await store.outbox.bulkPut(acknowledged.filter(({ n }) => n > received).map(asNew))
}

const asNew = ({ id, device, n, record, kind, change }: OutboxEntry): OutboxEntry => ({ id, device, n, record, kind, change, state: 'waiting' })

/** Gives back the ids of the records whose changes were answered. */
async function applyResults(store: Store, { results, epoch }: Answer, answeredAt: number): Promise<string[]> {
  const entries = await store.outbox.bulkGet(results.map(({ id }) => id))
  const answered = results.flatMap((result, index) => {
    const entry = entries[index]
    // What was answered before, by a request of another tab, stays as it is.
    return entry?.state === 'waiting' ? [{ ...outcome(entry, result, epoch), answeredAt }] : []
  })
  await store.outbox.bulkPut(answered)
  return answered.map(({ record }) => record)
}

function outcome(entry: OutboxEntry, result: ChangeResult, epoch: string): OutboxEntry {
  const first = result.answer === 'duplicate' ? result.first : result
  if (first.answer === 'applied') return { ...entry, state: 'acked', version: first.version, epoch }
  // Optional values of the wire are absent once it is read.
  return refused(entry, first.problems as Problem[])
}

async function foldTouched(store: Store, answered: readonly string[], { rows }: ReadRows, epoch: string, identity: Identity): Promise<void> {
  const told = new Map(rows.map((row): [string, Known] => [row.id, { epoch, row }]))
  const ids = [...new Set([...answered, ...told.keys()])]
  const held = await store.records.bulkGet(ids)
  const changes = await openChanges(store, ids)
  const author = { account: identity.account, name: identity.scope.name }
  const done: OutboxEntry[] = []
  const written: Written[] = []
  for (const [index, id] of ids.entries()) {
    const known = newer(serverOf(held[index]), told.get(id))
    const entries = changes.get(id) ?? []
    const settled = newlyDone(entries, known && { epoch: known.epoch, version: known.row.version })
    done.push(...settled)
    const after = refold(
      id,
      known,
      entries.map((entry) => settled.find((other) => other.id === entry.id) ?? entry),
      author,
    )
    if (after) written.push({ before: held[index], after })
  }
  await store.outbox.bulkPut(done)
  await putRecords(store, written)
}

/** The whole history of those records that have something open; nearly always few, however many rows were told. */
async function openChanges(store: Store, ids: readonly string[]): Promise<Map<string, OutboxEntry[]>> {
  const touched = new Set(ids)
  const open = (await Promise.all((['waiting', 'acked', 'rejected'] as const).map((state) => entriesInState(store, state)))).flat()
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

async function keepOdd(store: Store, { odd }: ReadRows): Promise<void> {
  if (odd.length === 0) return
  const kept = (await readMeta(store, 'odd-rows')) ?? []
  const seen = new Set(kept.map((row) => JSON.stringify(row)))
  await putMeta(store, 'odd-rows', [...kept, ...odd.filter((row) => !seen.has(JSON.stringify(row)))])
}

function updated(identity: Identity, request: SyncRequest, answer: Answer, receivedAt: number): Identity {
  const sent = request.changes.length > 0 ? { lastSentAt: receivedAt } : {}
  return {
    ...identity,
    ...sent,
    epoch: answer.epoch,
    scope: answer.scope,
    lastReceivedAt: receivedAt,
    lastServerTime: answer.serverTime,
    clockOffsetMs: answer.serverTime - receivedAt,
  }
}

/**
 * The cursor moves only from where this request read on: an answer overtaken by another tab's or by a fresh start would
 * skip rows. The sums of a province go with it, so that an older one never replaces a newer. A new epoch is read from its
 * beginning.
 */
async function moveCursor(store: Store, request: SyncRequest, answer: Answer, isNewEpoch: boolean): Promise<boolean> {
  if (isNewEpoch) {
    await store.meta.delete('cursor')
    return true
  }
  const cursor = (await readMeta(store, 'cursor')) ?? null
  if (cursor === request.cursor) {
    await putMeta(store, 'cursor', answer.cursor)
    await putSummaryNews(store, answer.summaries)
  }
  return answer.more
}
