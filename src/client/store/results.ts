// What became of this phone's changes: told in an answer, written into the outbox. Inside the transaction that takes the
// answer in; the records are folded anew by whoever calls.

import { Dexie } from 'dexie'
import type { Problem } from '../../model/problem.ts'
import type { ChangeResult, SyncAnswer, SyncRequest } from '../../protocol/sync.ts'
import type { Store } from './database.ts'
import type { Identity } from './identity.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesInState, refused } from './outbox.ts'
import type { OutboxEntry } from './stored.ts'

export type Results = Pick<SyncAnswer, 'results' | 'epoch' | 'received' | 'last' | 'refused'>

export interface Answered {
  /** The records whose changes were answered. */
  records: string[]
  /** The last number that this profile has in common with another that goes by its id. */
  forkedAfter?: number
}

/** Gives back which records are to be folded anew. */
export async function putResults(store: Store, { results, epoch }: Results, answeredAt: number): Promise<Answered> {
  const entries = await store.outbox.bulkGet(results.map(({ id }) => id))
  const answered: OutboxEntry[] = []
  const forked: number[] = []
  for (const [place, result] of results.entries()) {
    const entry = entries[place]
    // What was answered before, by a request of another tab, stays as it is.
    if (entry?.state !== 'waiting' && entry?.state !== 'held') continue
    if (result.answer === 'forked') forked.push(entry.n)
    else answered.push({ ...outcome(entry, result, epoch), answeredAt: entry.state === 'held' ? (entry.answeredAt ?? answeredAt) : answeredAt })
  }
  await store.outbox.bulkPut(answered)
  return { records: answered.map(({ record }) => record), ...(forked.length > 0 ? { forkedAfter: Math.min(...forked) - 1 } : {}) }
}

function outcome(entry: OutboxEntry, result: Exclude<ChangeResult, { answer: 'forked' }>, epoch: string): OutboxEntry {
  if (result.answer === 'held') return { ...entry, state: 'held', waitsFor: result.waitsFor }
  const first = result.answer === 'duplicate' ? result.first : result
  // Optional values of the wire are absent once it is read.
  if (first.answer === 'rejected') return refused(entry, first.problems as Problem[])
  const { was: _, ...rest } = entry
  return { ...rest, state: 'acked', version: first.version, epoch }
}

/**
 * A server restored from a backup: what it may no longer have goes to it again, in the order it was made, with the version
 * that it had been given.
 */
export async function sendAgain(store: Store, { device }: Identity, { received, last, refused: lost = [] }: Results): Promise<void> {
  const acknowledged = [...(await entriesInState(store, 'acked')), ...(await entriesInState(store, 'done'))]
  const own = await store.outbox.where('[device+n]').between([device, Dexie.minKey], [device, received], true, true).last()
  // Where another profile goes by this device's id, its numbers say nothing of what is held of this one.
  const isTrusted = own === undefined || own.id === last
  const isMissing = (entry: OutboxEntry): boolean => !isTrusted || entry.n > received || entry.device !== device || lost.includes(entry.id)
  const missing = acknowledged.filter(isMissing)
  await store.outbox.bulkPut(missing.map(asNew))
}

function asNew({ id, device, n, record, kind, change, version, epoch }: OutboxEntry): OutboxEntry {
  const was = version !== undefined && epoch !== undefined ? { was: { epoch, version } } : {}
  return { id, device, n, record, kind, change, state: 'waiting', ...was }
}

/** The server holds more of this device than the phone remembers: its data went back to an earlier state. */
export async function noteLoss(store: Store, request: SyncRequest, { device }: Identity, { received }: Results, at: number): Promise<void> {
  const remembered = (await readMeta(store, 'tip'))?.n ?? 0
  if (device !== request.device || received <= remembered) return
  const told = await readMeta(store, 'loss')
  if (told?.received !== received) await putMeta(store, 'loss', { at, missing: received - remembered, received })
}
