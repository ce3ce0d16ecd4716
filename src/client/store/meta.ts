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

/** What is kept for one account: to another on this phone it says nothing. */
type OwnKey = { [K in Exclude<keyof MetaValues, 'identity'>]: MetaValues[K] extends { account: string } ? K : never }[Exclude<keyof MetaValues, 'identity'>]

/** Undefined, too, where it is another account's. */
export async function readOwn<K extends OwnKey>(store: Store, key: K): Promise<MetaValues[K] | undefined> {
  const [held, identity] = await Promise.all([readMeta(store, key), readMeta(store, 'identity')])
  return held?.account === identity?.account ? held : undefined
}
