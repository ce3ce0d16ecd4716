// The outbox: every change made on this phone, in order, each with what became of it. Reading and answering; making a
// change is change.ts.

import { Dexie } from 'dexie'
import type { Problem } from '../../model/problem.ts'
import type { Again, Change } from '../../protocol/sync.ts'
import type { Store } from './database.ts'
import type { ChangeState, OutboxEntry } from './stored.ts'

const inState = (store: Store, state: ChangeState) => store.outbox.where('[state+n]').between([state, Dexie.minKey], [state, Dexie.maxKey])

/** Not answered yet, oldest first. */
const waitingEntries = (store: Store, limit: number): Promise<OutboxEntry[]> => inState(store, 'waiting').limit(limit).toArray()

export const countInState = (store: Store, state: ChangeState): Promise<number> => inState(store, state).count()

export const entriesInState = (store: Store, state: ChangeState): Promise<OutboxEntry[]> => inState(store, state).toArray()

/** Every change of one record, in the order they were made. */
export const entriesOf = (store: Store, record: string): Promise<OutboxEntry[]> => store.outbox.where('record').equals(record).sortBy('n')

export interface Pending {
  changes: Change[]
  /** Which of them a lost history had taken, and as what. */
  again: Again[]
}

/** Those that are held are asked for once more where that is wanted; they do not count as waiting. */
export async function pendingChanges(store: Store, limit: number, withHeld: boolean): Promise<Pending> {
  const held = withHeld ? await inState(store, 'held').limit(limit).toArray() : []
  const waiting = await waitingEntries(store, Math.max(1, limit - held.length))
  const entries = [...held, ...waiting]
  return {
    changes: entries.map(({ change }) => change),
    again: entries.flatMap(({ id, was }) => (was ? [{ id, ...was }] : [])),
  }
}

/** What its refusal makes of a change: something for the person to see to, unless she has already. */
export const refused = (entry: OutboxEntry, problems: Problem[]): OutboxEntry => ({ ...entry, state: entry.settled ?? 'rejected', problems })
