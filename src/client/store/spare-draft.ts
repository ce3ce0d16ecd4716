// Drafts that the database did not take: kept with the tab, so that loading the app again, which is what a storage error
// asks for, costs nothing of what was typed. Gone with the tab; never a place to keep anything on purpose.

import { attempt } from './attempt.ts'
import type { Draft } from './stored.ts'

/** `database`: its name, for a try-out in the same tab has drafts of its own. */
export function putSpareDraft(database: string, draft: Draft): void {
  attempt(() => sessionStorage.setItem(prefix(database) + draft.key, JSON.stringify(draft)))
}

export function getSpareDraft(database: string, key: string): Draft | undefined {
  const kept = attempt(() => sessionStorage.getItem(prefix(database) + key))
  // Only `putSpareDraft` writes under this name.
  return kept ? (JSON.parse(kept) as Draft) : undefined
}

export function dropSpareDraft(database: string, key: string): void {
  attempt(() => sessionStorage.removeItem(prefix(database) + key))
}

export function listSpareDrafts(database: string): Draft[] {
  const begin = prefix(database)
  const keys = attempt(() => Object.keys(sessionStorage)) ?? []
  return keys.filter((key) => key.startsWith(begin)).flatMap((key) => getSpareDraft(database, key.slice(begin.length)) ?? [])
}

const prefix = (database: string): string => `${database}.draft.`
