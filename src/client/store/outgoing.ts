// What this phone has sent and what it has not, record by record: what stands behind the outbox's numbers.

import { Dexie } from 'dexie'
import { type Fields, setOf } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Change } from '../../protocol/sync.ts'
import type { Store } from './database.ts'
import { entriesOf } from './outbox.ts'
import { getRecord, type HeldRecord, listHeld, presented } from './read.ts'
import { bodyOf } from './renew.ts'
import type { Shown } from './shown.ts'
import type { ChangeState, OutboxEntry } from './stored.ts'
import { listUndecided } from './undecided.ts'

export interface Held extends HeldRecord {
  shown: Shown
  /** What has to come first, where this phone holds it. */
  awaited: Shown | undefined
}

export interface Outgoing {
  /** A change was refused, or there is something for the person to decide; newest first. */
  toMend: Shown[]
  /** The server keeps a change of it until what it stands on has come; longest first. */
  held: Held[]
  /** On their way, newest first. */
  waiting: Shown[]
}

export async function listOutgoing(store: Store): Promise<Outgoing> {
  const open = await presented<KindName>(store, await store.records.where('state').anyOf('attention', 'waiting').toArray(), true)
  const undecided = await listUndecided(store)
  const toMend = unique([...open.filter(({ state }) => state === 'attention'), ...undecided])
  const isToMend = new Set(toMend.map(({ id }) => id))
  const waiting = open.filter(({ id, state }) => state === 'waiting' && !isToMend.has(id))
  const held = (await Promise.all((await listHeld(store)).map((one) => withRecords(store, one, waiting)))).flat()
  const isHeld = new Set(held.map(({ record }) => record))
  return { toMend: newestFirst(toMend), held, waiting: newestFirst(waiting.filter(({ id }) => !isHeld.has(id))) }
}

async function withRecords(store: Store, held: HeldRecord, waiting: readonly Shown[]): Promise<Held[]> {
  const shown = waiting.find(({ id }) => id === held.record)
  const awaited = held.waitsFor === undefined ? undefined : await getRecord(store, held.waitsFor)
  return shown ? [{ ...held, shown, awaited }] : []
}

const unique = (records: readonly Shown[]): Shown[] => [...new Map(records.map((record) => [record.id, record])).values()]

const newestFirst = (records: readonly Shown[]): Shown[] => [...records].sort((a, b) => b.changedAt - a.changedAt)

export interface Sent {
  record: string
  kind: string
  /** Absent where this phone holds it no more. */
  shown?: Shown
  did: Did
  /** When the server's answer came; this phone's clock. */
  at: number
}

/** Records whose changes the server took last, newest first, each once. */
export async function listSentLately(store: Store, most: number): Promise<Sent[]> {
  // A little more than wanted: several changes may be of one record, and numbers are only nearly in the order of the answers.
  const taken = [...(await lastIn(store, 'acked', most * 3)), ...(await lastIn(store, 'done', most * 3))]
  const newest = taken.sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || b.n - a.n)
  const each = newest.filter(({ record }, place) => newest.findIndex((entry) => entry.record === record) === place).slice(0, most)
  return Promise.all(
    each.map(async ({ record, kind, change, answeredAt = 0 }) => {
      const shown = await getRecord(store, record)
      return { record, kind, did: didOf(change, change.base === null), at: answeredAt, ...(shown ? { shown } : {}) }
    }),
  )
}

const lastIn = (store: Store, state: ChangeState, most: number): Promise<OutboxEntry[]> =>
  store.outbox.where('[state+n]').between([state, Dexie.minKey], [state, Dexie.maxKey]).reverse().limit(most).toArray()

export type Did = 'made' | 'edited' | 'removed' | 'restored' | 'resolved'

/** One change of this phone, as its person made it. */
export interface OwnChange {
  id: string
  did: Did
  /** When it was made; this phone's clock. */
  at: number
  /** Field → value, null where it was taken away. */
  set: Fields
  reason?: string
  stands: 'unsent' | 'held' | 'refused' | 'sent'
}

const stands: Partial<Record<ChangeState, OwnChange['stands']>> = { waiting: 'unsent', held: 'held', rejected: 'refused', acked: 'sent', done: 'sent' }

/** What was made here of one record and was not given up since, oldest first. */
export async function listOwnChanges(store: Store, record: string): Promise<OwnChange[]> {
  const entries = await entriesOf(store, record)
  return entries.flatMap((entry) => {
    const { id, state, change } = entry
    const at = stands[state]
    if (at === undefined) return []
    const why = change.reason === undefined ? {} : { reason: change.reason }
    return [{ id, did: didOf(change, entry === entries[0]), at: change.at, set: setOf(bodyOf(entry)) ?? {}, ...why, stands: at }]
  })
}

function didOf(change: Change, isFirst: boolean): Did {
  if ('remove' in change) return 'removed'
  if ('restore' in change) return 'restored'
  if ('resolve' in change) return 'resolved'
  return change.base === null && isFirst ? 'made' : 'edited'
}
