// Forms that are not saved yet, kept at every pause: the system kills pages without a word. A key is "session:new" or
// "session:<id>"; the value is whatever the form needs.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import type { Draft } from './stored.ts'

export type { Draft } from './stored.ts'

/** `at`: ms since 1970. */
export function putDraft(store: Store, key: string, value: unknown, at: number): Promise<Result<true, Problem>> {
  return write(store, [store.drafts], async (): Promise<true> => {
    await store.drafts.put({ key, value, at })
    return true
  })
}

export const getDraft = (store: Store, key: string): Promise<Draft | undefined> => store.drafts.get(key)

/** Newest first. */
export const listDrafts = (store: Store): Promise<Draft[]> => store.drafts.orderBy('at').reverse().toArray()

export function dropDraft(store: Store, key: string): Promise<Result<true, Problem>> {
  return write(store, [store.drafts], async (): Promise<true> => {
    await store.drafts.delete(key)
    return true
  })
}
