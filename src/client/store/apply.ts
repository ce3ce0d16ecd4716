// Takes a proven answer of the server in: what became of this phone's changes, the rows and sums it told, how far was read. One
// transaction, so a phone that dies half-way asks again and gets the same. An odd row never costs the others.

import { type Problem, problem } from '../../model/problem.ts'
import { failed, type Result } from '../../model/result.ts'
import type { SyncAnswer, SyncRequest } from '../../protocol/sync.ts'
import { write } from './breaker.ts'
import { isMismatch } from './check.ts'
import type { Store } from './database.ts'
import type { Identity } from './identity.ts'
import { putMeta, readMeta } from './meta.ts'
import { type ReadRows, readRows } from './odd-row.ts'
import { putSummaryNews, unpacked } from './pulled-summary.ts'
import { foldAnswered, putTold } from './reading.ts'
import { noteLoss, putResults, type Results, sendAgain } from './results.ts'

/** Rows are judged one by one here: a newer server may send what this build doesn't know. */
export type Answer = Omit<SyncAnswer, 'changes'> & { changes: readonly unknown[] }

/** What a server says that takes changes and tells nothing, because this build could not read it. */
export type HandedIn = Results

export interface Applied {
  /** There is more to read. */
  more: boolean
  /** Another profile goes by this device's id; the last number in common. */
  forkedAfter?: number
}

const tablesOf = (store: Store) => [store.outbox, store.records, store.localSummaries, store.summaries, store.lastSessions, store.staged, store.meta]

/** `receivedAt`: this phone's clock, ms. An answer for another account than the one here now changes nothing. */
export async function applyAnswer(store: Store, request: SyncRequest, answer: Answer, receivedAt: number): Promise<Result<Applied, Problem>> {
  const summaries = answer.summaries && (await unpacked(answer.summaries))
  // Nothing that does not fit itself is the server's (docs/protocol.md, P55).
  if (answer.summaries && !summaries) return failed(problem('no-connection', [], { why: 'not the protocol' }))
  return write(store, tablesOf(store), async () => {
    const identity = await readMeta(store, 'identity')
    if (identity?.account !== request.account) return { more: false }
    const { records, ...forked } = await takeIn(store, request, identity, answer, receivedAt)
    const read = readRows(answer.changes)
    await keepOdd(store, read)
    await putMeta(store, 'identity', updated(identity, request, answer, receivedAt))
    // An answer overtaken by another tab's or by a fresh start would skip rows: whoever reads on from there is told them too.
    if (((await readMeta(store, 'cursor')) ?? null) !== request.cursor) {
      await foldAnswered(store, records, identity)
      const isOtherHistory = await forgetCursor(store, identity, answer)
      return { more: answer.more || isOtherHistory, ...forked }
    }
    const { left, epoch, fresh, more } = answer
    await putTold(store, records, { rows: read.rows, left, epoch, fresh, more }, identity)
    await putSummaryNews(store, summaries)
    return { more: await moveCursor(store, answer, receivedAt), ...forked }
  })
}

/** The answers alone, where nothing else was told. */
export function takeResults(store: Store, request: SyncRequest, handedIn: HandedIn, receivedAt: number): Promise<Result<Applied, Problem>> {
  return write(store, tablesOf(store), async () => {
    const identity = await readMeta(store, 'identity')
    if (identity?.account !== request.account) return { more: false }
    const { records, ...forked } = await takeIn(store, request, identity, handedIn, receivedAt)
    await foldAnswered(store, records, identity)
    await forgetCursor(store, identity, handedIn)
    await putMeta(store, 'identity', { ...identity, epoch: handedIn.epoch, ...(request.changes.length > 0 ? { lastSentAt: receivedAt } : {}) })
    return { more: false, ...forked }
  })
}

async function takeIn(store: Store, request: SyncRequest, identity: Identity, told: Results, receivedAt: number) {
  if (identity.epoch !== told.epoch) await sendAgain(store, identity, told)
  await noteLoss(store, request, identity, told, receivedAt)
  return putResults(store, told, receivedAt)
}

/** What was read of one history says nothing about how far another was read. True where it is another. */
async function forgetCursor(store: Store, before: Identity, { epoch }: Results): Promise<boolean> {
  if (before.epoch === epoch) return false
  await store.meta.delete('cursor')
  return true
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
    ...(answer.seal ? { seal: answer.seal } : {}),
    epoch: answer.epoch,
    scope: answer.scope,
    lastReceivedAt: receivedAt,
    lastServerTime: answer.serverTime,
    clockOffsetMs: answer.serverTime - receivedAt,
  }
}

/** The sums of a province go with the cursor, so that an older one never replaces a newer. What does not add up is read anew. */
async function moveCursor(store: Store, answer: Answer, receivedAt: number): Promise<boolean> {
  if (!answer.more && (await isMismatch(store, answer, receivedAt))) {
    await store.meta.delete('cursor')
    return true
  }
  await putMeta(store, 'cursor', answer.cursor)
  return answer.more
}
