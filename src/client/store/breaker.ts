// The first storage error stops all writing until the app is loaded again. Going on writing on a full disk was seen to
// erase everything the app had stored. Reading goes on, so that what is there can be carried out.

import type { Table } from 'dexie'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Store } from './database.ts'

export interface Breaker {
  isTripped(): boolean
  /** The error that tripped it. */
  cause(): unknown
  trip(cause: unknown): void
  /** Told once, when it trips; at once where it has. */
  onTrip(listener: (cause: unknown) => void): void
}

export function createBreaker(): Breaker {
  let tripped: { cause: unknown } | undefined
  const listeners = new Set<(cause: unknown) => void>()
  return {
    isTripped: () => tripped !== undefined,
    cause: () => tripped?.cause,
    trip(cause) {
      if (tripped) return
      tripped = { cause }
      for (const listener of listeners) listener(cause)
    },
    onTrip(listener) {
      if (tripped) listener(tripped.cause)
      else listeners.add(listener)
    },
  }
}

/** Every write of the store goes through here: one strict transaction, nothing but Dexie awaited inside `body`. */
export async function write<T>(store: Store, tables: Table[], body: () => Promise<T>): Promise<Result<T, Problem>> {
  if (store.breaker.isTripped()) return failed(problem('storage-failed'))
  try {
    return ok(await store.transaction('rw', tables, body))
  } catch (error) {
    if (isBug(error)) throw error
    store.breaker.trip(error)
    return failed(problem('storage-failed'))
  }
}

/** An error of this code, not of the disk: it rolled its transaction back, and must be seen. */
const isBug = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
