// Forms that are not saved yet, kept at every pause: the system kills pages without a word. A key is "session:new" or
// "session:<id>", with "~…" behind it where another window has the form open; the value is whatever the form needs. What the
// database doesn't take is kept with the tab.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { dropSpareDraft, getSpareDraft, listSpareDrafts, putSpareDraft } from './spare-draft.ts'
import type { Draft } from './stored.ts'

export type { Draft } from './stored.ts'

/** Of a form that is saved. `newId`: as the draft's value has it, whose window it is. */
export interface DoneDraft {
  key: string
  newId: string
}

/** Of each draft, the newest write that was answered: a disk may give up an older one after it. Numbers, for a clock may go back. */
const answered = new Map<string, number>()
let begun = 0

/** `at`: ms since 1970. */
export async function putDraft(store: Store, key: string, value: unknown, at: number): Promise<Result<true, Problem>> {
  begun += 1
  const turn = begun
  const kept = await write(store, [store.drafts], async (): Promise<true> => {
    await store.drafts.put({ key, value, at })
    return true
  })
  const name = `${store.name} ${key}`
  if ((answered.get(name) ?? 0) > turn) return kept
  answered.set(name, turn)
  if (kept.ok) dropSpareDraft(store.name, key)
  else putSpareDraft(store.name, { key, value, at })
  return kept
}

export const getDraft = async (store: Store, key: string): Promise<Draft | undefined> => newest([getSpareDraft(store.name, key), await store.drafts.get(key)])

/** Newest first. */
export async function listDrafts(store: Store): Promise<Draft[]> {
  const all = [...listSpareDrafts(store.name), ...(await store.drafts.toArray())]
  const newestFirst = all.sort((a, b) => b.at - a.at)
  return newestFirst.filter((draft, place) => newestFirst.findIndex(({ key }) => key === draft.key) === place)
}

/** Within the transaction that saves what it was about. What another window keeps under the same key is not done with. */
export async function dropDone(store: Store, { key, newId }: DoneDraft): Promise<void> {
  const kept = await store.drafts.get(key)
  const theirs = (kept?.value as Partial<DoneDraft> | undefined)?.newId
  if (kept && (theirs === undefined || theirs === newId)) await store.drafts.delete(key)
}

export async function dropDraft(store: Store, key: string): Promise<Result<true, Problem>> {
  dropSpareDraft(store.name, key)
  return write(store, [store.drafts], async (): Promise<true> => {
    await store.drafts.delete(key)
    return true
  })
}

const newest = (found: readonly (Draft | undefined)[]): Draft | undefined => found.filter((one) => one !== undefined).sort((a, b) => b.at - a.at)[0]
