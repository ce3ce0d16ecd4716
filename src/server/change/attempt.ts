// One try at taking a change that a device handed in, in a savepoint of its own: what fails half-way leaves nothing behind.

import { problem } from '../../model/problem.ts'
import { cleanAll, cleanText } from '../../model/text.ts'
import type { Change } from '../../protocol/sync.ts'
import { DatabaseError, type Transaction } from '../database/database.ts'
import type { Account } from '../database/query/account.ts'
import type { Device } from '../database/query/device.ts'
import { lineageOf, type Profile } from '../database/query/lineage.ts'
import type { Places } from '../places.ts'
import type { EpochLine, Past, Version } from './seen.ts'
import { type Arrived, type Took, takeChange } from './take.ts'

export interface Pushing {
  sql: Transaction
  feed: string
  line: EpochLine
  places: Places
  /** Who hands in. */
  by: Account
  device: Pick<Device, 'account' | 'id' | 'received'>
  histories: Map<string, Past[]>
  now: number
  clockBehindMs: number
  today: string
  newId: () => string
  /** Told of a change that met a bug of ours. */
  onBroken: (error: unknown, changeId: string) => void
}

export type Envelope = { id: string } & Record<string, unknown>

export async function attempt(pushing: Pushing, arrived: Arrived): Promise<Took> {
  const { feed, line, places, by, histories, now, clockBehindMs, today } = pushing
  const lineage = await lineageOf(pushing.sql, { account: arrived.account, device: arrived.device ?? '' })
  const feeding = { feed, line, places, by, histories, name: by.name, now, clockBehindMs, today, isOwn: (past: Past) => isOf(lineage, past) }
  try {
    return await pushing.sql.savepoint((sql) => takeChange({ ...feeding, sql }, arrived))
  } catch (error) {
    // A full or broken disk concerns the whole push; anything else is a bug of ours that this one change met.
    if (error instanceof DatabaseError && error.is !== 'rule') throw error
    pushing.onBroken(error, arrived.id)
    return { is: 'refused', problems: [problem('broken')] }
  }
}

const isOf = (lineage: readonly Profile[], past: Past): boolean =>
  lineage.some(({ account, device, upTo }) => past.account === account && past.device === device && (past.n ?? 0) <= upTo)

/** Texts as they will be kept: the history must be able to tell whether a value was taken back. */
export function arrivedFrom(change: Change, device: Pick<Device, 'account' | 'id'>, hash: string, was: Version | undefined): Arrived {
  const { id, kind, record, n, prev, base, at, model, reason, lock, ...given } = change
  const body = cleanAll(given) as typeof given // the same shape
  const why = reason === undefined ? undefined : cleanText(reason)
  return {
    id,
    kind,
    record,
    body,
    payloadHash: hash,
    account: device.account,
    device: device.id,
    n,
    prev: prev ?? undefined,
    base,
    at,
    model,
    reason: why,
    lock,
    was,
  }
}
