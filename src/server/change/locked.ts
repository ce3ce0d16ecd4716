// Whether a change that moves locked figures goes without the reason it needs (docs/protocol.md, P93). Only a device that knew of
// the lock is asked: what was made before that is taken as it is, and becomes an adjustment like any other.

import type { Data } from '../../model/registry.ts'
import type { Cell } from '../../programme/cell.ts'
import { lockOf, movedLock, weightOf } from '../../programme/lock.ts'
import { findRecord, type HeldRecord } from '../database/query/record.ts'
import type { Outcome } from './decide.ts'
import type { Arrived, Feeding } from './take.ts'

type Moved = Pick<Outcome, 'fields' | 'removed'>

export async function needsReason(
  { sql, feed, places }: Pick<Feeding, 'sql' | 'feed' | 'places'>,
  { kind, lock: named, reason }: Pick<Arrived, 'kind' | 'lock' | 'reason'>,
  before: HeldRecord | undefined,
  after: Moved,
): Promise<boolean> {
  if (named === undefined || reason) return false
  const submission = await findRecord(sql, named)
  if (submission?.kind !== 'submission' || submission.feed !== feed) return false
  const { id, removed, fields } = submission
  // It was validated as a submission when it was taken.
  const lock = lockOf({ id, removed, data: fields as Data<'submission'> })
  const cells = (state: Moved | undefined): Cell[] => (state && !state.removed ? weightOf(kind, state.fields) : [])
  return lock !== undefined && movedLock([lock], cells(before), cells(after), places.lookup) !== undefined
}
