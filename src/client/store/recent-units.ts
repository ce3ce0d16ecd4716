// Where somebody was lately, for a form that offers it: told at once, however much lies on the phone.

import { Dexie } from 'dexie'
import type { Store } from './database.ts'

/** Each costs a step, and who is always in one village has few others. */
const LOOKED_BACK = 40

/** Units of this account's newest sessions, newest first, each once; without those of removed ones. */
export async function recentUnits(store: Store, author: string, most: number): Promise<string[]> {
  const units = new Set<string>()
  await store.records
    .where('[kind+author+createdAt]')
    .between(['session', author, Dexie.minKey], ['session', author, Dexie.maxKey])
    .reverse()
    .limit(LOOKED_BACK)
    .until(() => units.size === most)
    .each(({ unit, removed, odd }) => unit !== undefined && !removed && !odd && units.add(unit))
  return [...units]
}
