// What a device's check ought to be: the sum of all that its account may read, from the sums of where it may read.

import { type Actor, can } from '../../model/permission.ts'
import { addSum, emptySum, type Sum } from '../../protocol/check.ts'
import type { Sql } from '../database/database.ts'
import { type Digest, digestsOf } from '../database/query/digest.ts'
import type { Branch } from '../database/query/record.ts'
import type { Places } from '../places.ts'

export interface SumAsked {
  sql: Sql
  feed: string
  actor: Actor
  reach: readonly Branch[]
  today: string
  places: Places
}

/** Whether a record may be read depends on its kind, unit and organisation alone, which every record of one sum has in common. */
export async function readableSum({ sql, feed, actor, reach, today, places }: SumAsked): Promise<Sum> {
  const found = new Map<string, Digest>()
  for (const branch of reach) {
    for (const digest of await digestsOf(sql, feed, branch)) found.set([digest.kind, digest.unit, digest.organisation].join(' '), digest)
  }
  const isReadable = ({ kind, unit, organisation }: Digest): boolean =>
    can(actor, 'read', { kind, unit, organisation, author: '' }, { today, lookup: places.lookup }) === undefined
  return [...found.values()].filter(isReadable).reduce((sum, digest) => addSum(sum, digest.sum), emptySum)
}
