// What was spoken at the sessions on this phone, for a form that offers it.

import { Dexie } from 'dexie'
import type { Store } from './database.ts'

/** Each costs a step. */
const LOOKED_BACK = 40

/** Languages of the newest sessions, anybody's, the most spoken first. */
export async function recentLanguages(store: Store): Promise<string[]> {
  const times = new Map<string, number>()
  await store.records
    .where('[kind+date]')
    .between(['session', Dexie.minKey], ['session', Dexie.maxKey])
    .reverse()
    .limit(LOOKED_BACK)
    .each(({ data, removed, odd }) => {
      const spoken = removed || odd ? [] : ((data['languages'] ?? []) as string[]) // not odd: of the shape that sessions have
      for (const language of spoken) times.set(language, (times.get(language) ?? 0) + 1)
    })
  return [...times].sort(([, a], [, b]) => b - a).map(([language]) => language)
}
