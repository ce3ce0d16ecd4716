// Single values kept beside the tables, typed by their key.

import type { Store } from './database.ts'
import type { MetaValues } from './stored.ts'

export async function readMeta<K extends keyof MetaValues>(store: Store, key: K): Promise<MetaValues[K] | undefined> {
  const entry = await store.meta.get(key)
  // Only `putMeta` writes here, with the type of the key.
  return entry?.value as MetaValues[K] | undefined
}

export async function putMeta<K extends keyof MetaValues>(store: Store, key: K, value: MetaValues[K]): Promise<void> {
  await store.meta.put({ key, value })
}
