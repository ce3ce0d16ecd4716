// Brings a feed's check sums up to date with one change of one record, in the transaction that applies it.

import { addSum, emptySum, type Sum, sumOfRecord, withoutSum } from '../../protocol/check.ts'
import type { Sql } from '../database/database.ts'
import { findDigest, putDigest } from '../database/query/digest.ts'
import type { HeldRecord } from '../database/query/record.ts'

/** The record is `after` already; `before` is what it was, undefined for a new one. */
export async function keepDigests(sql: Sql, before: HeldRecord | undefined, after: HeldRecord): Promise<void> {
  if (before && isCounted(before)) await alter(sql, before, withoutSum)
  if (isCounted(after)) await alter(sql, after, addSum)
}

/** A removed record is no part of the sum, so that it can be forgotten one day. */
export const isCounted = ({ removed }: Pick<HeldRecord, 'removed'>): boolean => !removed

async function alter(sql: Sql, record: HeldRecord, by: (held: Sum, one: Sum) => Sum): Promise<void> {
  const { feed, kind, unit, organisation, commune, id, version } = record
  const held = (await findDigest(sql, feed, { kind, unit, organisation })) ?? emptySum
  await putDigest(sql, feed, commune, { kind, unit, organisation, sum: by(held, sumOfRecord(id, version)) })
}
