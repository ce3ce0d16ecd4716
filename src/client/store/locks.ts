// The locked periods that this phone knows of.

import type { Data } from '../../model/registry.ts'
import { type Lock, lockOf } from '../../programme/lock.ts'
import type { Store } from './database.ts'
import { recordsOfKind } from './records-of-kind.ts'

export async function readLocks(store: Store): Promise<Lock[]> {
  const submissions = await recordsOfKind(store, 'submission').toArray()
  // The query asked for this kind alone, and what is not odd has its shape.
  return submissions.flatMap(({ id, odd, removed, data }) => (odd ? [] : (lockOf({ id, removed, data: data as Data<'submission'> }) ?? [])))
}
