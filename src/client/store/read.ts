// Reading what is shown. All of it works after a storage error, and inside live queries.

import { Dexie } from 'dexie'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Store } from './database.ts'
import type { Identity } from './identity.ts'
import { readMeta } from './meta.ts'
import { entriesInState } from './outbox.ts'
import { recordsOfKind } from './records-of-kind.ts'
import { type Shown, toShown } from './shown.ts'
import type { StoredRecord } from './stored.ts'
import { listUndecided } from './undecided.ts'

export const getIdentity = (store: Store): Promise<Identity | undefined> => readMeta(store, 'identity')

/** A record as the server last told it, where this phone holds another; undefined where there is no such difference. */
export async function serverFields(store: Store, id: string): Promise<Fields | undefined> {
  return (await store.records.get(id))?.server?.row?.data
}

export async function getRecord(store: Store, id: string): Promise<Shown | undefined> {
  const record = await store.records.get(id)
  return toShown(record, (await getIdentity(store))?.account)
}

/** All records of a kind, in no order; removed ones only where asked for. */
export async function listRecords<K extends KindName>(store: Store, kind: K, { removed = false }: { removed?: boolean } = {}): Promise<Shown<K>[]> {
  const all = await recordsOfKind(store, kind).toArray()
  return presented<K>(store, all, removed)
}

export interface SessionFilter {
  /** Civil dates, both included. */
  from?: string
  to?: string
  /** Exactly this unit. */
  unit?: string
}

/** Newest date first; within a date the newest made first. Removed ones are left out. */
export async function listSessions(store: Store, { from, to, unit }: SessionFilter = {}): Promise<Shown<'session'>[]> {
  const first = from ?? Dexie.minKey
  const last = to ?? Dexie.maxKey
  const where =
    unit === undefined
      ? store.records.where('[kind+date]').between(['session', first], ['session', last], true, true)
      : store.records.where('[kind+unit+date]').between(['session', unit, first], ['session', unit, last], true, true)
  // Read in the index's order and turned round here: reading backwards costs a step for each record.
  const listed = await presented<'session'>(store, await where.toArray(), false)
  return listed.sort((a, b) => (a.data.date === b.data.date ? b.createdAt - a.createdAt : a.data.date < b.data.date ? 1 : -1))
}

/** The session that this account made last and has not removed: what "like last time" repeats. */
export async function latestSession(store: Store, author: string): Promise<Shown<'session'> | undefined> {
  const mine = store.records.where('[kind+author+createdAt]').between(['session', author, Dexie.minKey], ['session', author, Dexie.maxKey])
  const last = await mine
    .reverse()
    .filter(({ removed, odd }) => !removed && !odd)
    .first()
  return last && (await presented<'session'>(store, [last], false))[0]
}

export interface OutboxCounts {
  /** Changes that the server has not answered yet. */
  waiting: number
  /** Records of which a change was refused. */
  attention: number
  /** Records of which something is not on the server: waiting or refused. */
  unsentRecords: number
}

export async function getOutbox(store: Store): Promise<OutboxCounts> {
  const waiting = [...(await entriesInState(store, 'waiting')), ...(await entriesInState(store, 'held'))]
  const refused = new Set((await entriesInState(store, 'rejected')).map(({ record }) => record))
  return { waiting: waiting.length, attention: await countAttention(store), unsentRecords: new Set([...refused, ...waiting.map(({ record }) => record)]).size }
}

/** Records that need the person: a change was refused or is held for days, or two said different things and she may decide. */
export async function countAttention(store: Store): Promise<number> {
  const refused = (await entriesInState(store, 'rejected')).map(({ record }) => record)
  const undecided = (await listUndecided(store)).map(({ id }) => id)
  const late = (await listHeld(store)).filter(({ isLate }) => isLate).map(({ record }) => record)
  return new Set([...refused, ...undecided, ...late]).size
}

export interface HeldRecord {
  record: string
  /** This phone's clock. */
  since: number
  /** So long that it is put before the person. */
  isLate: boolean
  /** The record that has to come first. */
  waitsFor: string | undefined
}

const HELD_TOO_LONG_MS = 72 * 3_600_000

/** Records of which the server keeps a change until what it stands on has come, longest first; as of its last answer. */
export async function listHeld(store: Store): Promise<HeldRecord[]> {
  const { lastReceivedAt = 0 } = (await getIdentity(store)) ?? {}
  const oldestFirst = (await entriesInState(store, 'held'))
    .map(({ record, answeredAt = 0, waitsFor }) => ({ record, since: answeredAt, isLate: lastReceivedAt - answeredAt >= HELD_TOO_LONG_MS, waitsFor }))
    .sort((a, b) => a.since - b.since)
  return oldestFirst.filter(({ record }, place) => oldestFirst.findIndex((other) => other.record === record) === place)
}

/** How much lies on this phone, for the screen that says so; removed records are counted, for they lie here too. */
export async function storedCounts(store: Store): Promise<{ sessions: number; others: number; unsent: number; drafts: number }> {
  const sessions = await recordsOfKind(store, 'session').count()
  const { unsentRecords } = await getOutbox(store)
  return { sessions, others: (await store.records.count()) - sessions, unsent: unsentRecords, drafts: await store.drafts.count() }
}

/** As screens see them, without what this build can't show. */
export async function presented<K extends KindName>(store: Store, records: readonly StoredRecord[], withRemoved: boolean): Promise<Shown<K>[]> {
  const account = (await getIdentity(store))?.account
  const kept = withRemoved ? records : records.filter(({ removed }) => !removed)
  // The query asked for this kind alone.
  return kept.flatMap((record) => toShown(record, account) ?? []) as unknown as Shown<K>[]
}
