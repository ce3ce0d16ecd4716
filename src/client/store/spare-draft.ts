// Drafts that the database did not take: kept with the tab, so that loading the app again, which is what a storage error
// asks for, costs nothing of what was typed. Gone with the tab; never a place to keep anything on purpose.

import type { Draft } from './stored.ts'

const PREFIX = 'lan-toa.draft.'

export function putSpareDraft(draft: Draft): void {
  attempt((storage) => storage.setItem(PREFIX + draft.key, JSON.stringify(draft)))
}

export function getSpareDraft(key: string): Draft | undefined {
  const kept = attempt((storage) => storage.getItem(PREFIX + key))
  // Only `putSpareDraft` writes under this name.
  return kept ? (JSON.parse(kept) as Draft) : undefined
}

export function dropSpareDraft(key: string): void {
  attempt((storage) => storage.removeItem(PREFIX + key))
}

export function listSpareDrafts(): Draft[] {
  const keys = attempt((storage) => Object.keys(storage)) ?? []
  return keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => getSpareDraft(key.slice(PREFIX.length)) ?? [])
}

/** Storage that is forbidden, full or absent throws: then what was typed lives as long as the page. */
function attempt<T>(ask: (storage: Storage) => T): T | undefined {
  try {
    return ask(sessionStorage)
  } catch {
    return undefined
  }
}
