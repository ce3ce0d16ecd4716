// The first storage error stops all writing until the app is loaded again, in every tab. Going on writing on a full disk was
// seen to erase everything the app had stored. Reading goes on, so that what is there can be carried out. A connection that
// was lost is no broken disk: it is opened again, and what was being written is written once more.

import type { Table } from 'dexie'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Store } from './database.ts'
import { isConnectionLost } from './lost-connection.ts'

export interface Breaker {
  isTripped(): boolean
  /** The error that tripped it; undefined where another tab met it. */
  cause(): unknown
  trip(cause: unknown): void
  /** Told once, when it trips; at once where it has. */
  onTrip(listener: (cause: unknown) => void): void
}

/** Between the tabs of this browser. */
export interface OtherTabs {
  tell(): void
  onTold(listener: () => void): void
}

export function createBreaker(tabs?: OtherTabs): Breaker {
  let tripped: { cause: unknown } | undefined
  const listeners = new Set<(cause: unknown) => void>()
  const trip = (cause: unknown): boolean => {
    if (tripped) return false
    tripped = { cause }
    for (const listener of listeners) listener(cause)
    return true
  }
  tabs?.onTold(() => trip(undefined))
  return {
    isTripped: () => tripped !== undefined,
    cause: () => tripped?.cause,
    trip: (cause) => {
      if (trip(cause)) tabs?.tell()
    },
    onTrip(listener) {
      if (tripped) listener(tripped.cause)
      else listeners.add(listener)
    },
  }
}

/** Every write of the store goes through here: one strict transaction, nothing but Dexie awaited inside `body`. */
export async function write<T>(store: Store, tables: Table[], body: () => Promise<T>): Promise<Result<T, Problem>> {
  const { breaker, connection } = store
  if (breaker.isTripped() || connection.ending()) return failed(problem('storage-failed'))
  try {
    return ok(await writeConnected(store, tables, body))
  } catch (error) {
    if (isBug(error)) throw error
    if (!connection.ending()) breaker.trip(error)
    return failed(problem('storage-failed'))
  }
}

/** `body` runs twice where the first answer was lost, so it reads what is there before it writes. */
async function writeConnected<T>(store: Store, tables: Table[], body: () => Promise<T>): Promise<T> {
  try {
    return await store.transaction('rw', tables, body)
  } catch (error) {
    if (!isConnectionLost(error) || store.breaker.isTripped() || store.connection.ending()) throw error
    await store.connection.reopen()
    if (store.breaker.isTripped()) throw error
    return await store.transaction('rw', tables, body)
  }
}

/** An error of this code, not of the disk: it rolled its transaction back, and must be seen. */
const isBug = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
