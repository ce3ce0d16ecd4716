// Records of which two people have said different things, as far as the person at this phone may decide between them.

import { dateInVietnam } from '../../model/civil-date.ts'
import { can } from '../../model/permission.ts'
import type { Store } from './database.ts'
import { actorOf } from './identity.ts'
import { readMeta } from './meta.ts'
import { type Shown, toShown } from './shown.ts'
import { subjectOf } from './subject.ts'
import { loadUnitBook } from './units.ts'

/** Whether there is something to decide now; what was removed is brought back first, what a newer build wrote waits for it. */
export const isUndecided = ({ conflicts, removed, readOnly }: Shown): boolean => conflicts.length > 0 && !removed && !readOnly

export async function listUndecided(store: Store): Promise<Shown[]> {
  const identity = await readMeta(store, 'identity')
  const marked = await store.records.where('marks').equals('conflict').toArray()
  if (!identity || marked.length === 0) return []
  const { lookup } = await loadUnitBook(store)
  const actor = actorOf(identity)
  // The store has no clock: rights count as on the day of the last answer, which also told them.
  const asking = { today: dateInVietnam(identity.lastServerTime ?? identity.enrolledAt), lookup, reason: 'asked where it is decided' }
  return marked
    .flatMap((record) => toShown(record, identity.account) ?? [])
    .filter((record) => isUndecided(record) && can(actor, 'edit', subjectOf(record.kind, record.data, record.author), asking) === undefined)
}
