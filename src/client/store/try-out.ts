// The database of a try-out: another one than the phone's own, and the only one that the app ever deletes.

import type { Store } from './database.ts'
import { dropSpareDraft, listSpareDrafts } from './spare-draft.ts'

export const TRY_OUT_DATABASE = 'lan-toa-try-out'

/** Resolves also where the browser refuses: what stays is opened by the next try-out, and by nothing else. */
export async function discardTryOut(store: Store | undefined, factory: IDBFactory = indexedDB): Promise<void> {
  if (store && store.name !== TRY_OUT_DATABASE) throw new TypeError(`${store.name} is no try-out`)
  for (const { key } of listSpareDrafts(TRY_OUT_DATABASE)) dropSpareDraft(TRY_OUT_DATABASE, key)
  store?.close()
  const asked = factory.deleteDatabase(TRY_OUT_DATABASE)
  await new Promise<void>((resolve) => {
    for (const outcome of ['success', 'error', 'blocked'] as const) asked.addEventListener(outcome, () => resolve())
  })
}
