// The server's row and this phone's own changes, folded into one state. Pure.

import { applyChange, nothing, type State, setOf } from '../../model/record.ts'
import { bodyOf } from './renew.ts'
import type { OutboxEntry, ServerRow } from './stored.ts'

const start = (row: ServerRow | undefined): State => (row ? { fields: row.data, removed: row.removed, exists: true } : nothing)

const isOnItsWay = ({ state, settled }: OutboxEntry): boolean => (state === 'waiting' || state === 'held' || state === 'acked') && settled !== 'dropped'

/** Its making was refused, so edits of it that are on their way will be, too. */
export const isBornRefused = (row: ServerRow | undefined, entries: readonly OutboxEntry[]): boolean =>
  !row && entries.some(({ state }) => state === 'rejected') && !entries.some(({ state }) => state === 'acked')

/** What the server will hold once everything on its way has arrived: nothing that it refused. `entries` in order of n. */
export const expectedState = (row: ServerRow | undefined, entries: readonly OutboxEntry[]): State =>
  isBornRefused(row, entries) ? nothing : entries.filter(isOnItsWay).reduce((state, entry) => applyChange(state, bodyOf(entry)), start(row))

/** What the person sees: also what was refused, for it is her work until she mends or drops it. */
export function shownState(row: ServerRow | undefined, entries: readonly OutboxEntry[]): State {
  return entries.reduce((state, entry, index) => {
    if (isOnItsWay(entry)) return applyChange(state, bodyOf(entry))
    if (entry.state !== 'rejected') return state
    return withRefused(state, entry, entries.slice(index + 1))
  }, start(row))
}

/** A refused removal removes nothing; a refused edit shows, also of a removed record, without what later edits replaced. */
function withRefused(state: State, entry: OutboxEntry, later: readonly OutboxEntry[]): State {
  const body = bodyOf(entry)
  if ('remove' in body) return state
  if ('restore' in body) return applyChange(state, body)
  const replaced = new Set(later.filter(({ state: at }) => at === 'acked' || at === 'done').flatMap((other) => Object.keys(setOf(bodyOf(other)) ?? {})))
  const set = Object.fromEntries(Object.entries(setOf(body) ?? {}).filter(([name]) => !replaced.has(name)))
  return { ...applyChange(state, { set }), removed: false }
}

/** Changes whose effect the server's row already has need no overlay any more. Gives back only those that became done. */
export function newlyDone(entries: readonly OutboxEntry[], server: { epoch: string; version: number } | undefined): OutboxEntry[] {
  if (!server) return []
  return entries
    .filter(({ state, epoch, version }) => state === 'acked' && epoch === server.epoch && version !== undefined && version <= server.version)
    .map((entry) => ({ ...entry, state: 'done' }))
}
