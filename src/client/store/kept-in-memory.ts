// What figures are made of, as it was last read from the disk: kept in memory until something of it is written, in this tab or in
// another. Reading a few thousand sums again for every screen would take most of its time.

import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'

interface Kept {
  stamp: number | undefined
  value: unknown
}

const kept = new WeakMap<Store, Map<string, Kept>>()

/** What `read` gave, as long as nothing was written since. Nobody may alter it. Live queries that ask for it follow what is written. */
export async function keptInMemory<T>(store: Store, name: string, read: () => Promise<T>): Promise<T> {
  // Asked first: what is read afterwards is at least as new.
  const stamp = await readMeta(store, 'figures-stamp')
  const own = kept.get(store) ?? new Map<string, Kept>()
  kept.set(store, own)
  const held = own.get(name)
  // One name is always read by the same function.
  if (held && held.stamp === stamp) return held.value as T
  const value = await read()
  own.set(name, { stamp, value })
  return value
}

/** Inside a transaction over meta that writes records, sums or units. */
export const stampFigures = async (store: Store): Promise<void> => putMeta(store, 'figures-stamp', ((await readMeta(store, 'figures-stamp')) ?? 0) + 1)
