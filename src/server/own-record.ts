// Records that the server's own operator writes: with all rights, but through the same checks, numbers and history as
// anything that a device hands in.

import { dateInVietnam } from '../model/civil-date.ts'
import type { Fields } from '../model/record.ts'
import { type KindName, MODEL } from '../model/registry.ts'
import { payloadHash, takeChange } from './change/take.ts'
import type { Sql } from './database/database.ts'
import type { Places } from './places.ts'

export interface OwnRecord {
  id: string
  kind: KindName
  /** The account it is told to be from. */
  author: string
  /** When, ms since 1970. */
  at: number
  data: Fields
  /** The change's id, where it had one before. */
  change?: string
}

export interface OwnFeeding {
  sql: Sql
  feed: string
  epoch: string
  places: Places
  newId: () => string
}

/** Throws where the record is not valid: the operator's records are made by our own code. */
export async function addOwnRecord(
  { sql, feed, epoch, places, newId }: OwnFeeding,
  { id, kind, author, at, data, change = newId() }: OwnRecord,
): Promise<void> {
  const feeding = { sql, feed, epoch, places, by: 'operator', now: at, today: dateInVietnam(at) } as const
  const body = { set: data }
  const taken = await takeChange(feeding, {
    id: change,
    kind,
    record: id,
    body,
    payloadHash: payloadHash(body),
    account: author,
    base: null,
    at,
    model: MODEL,
  })
  if (!taken.ok)
    throw new Error(`A ${kind} of the server's own is not valid: ${taken.problem.map(({ code, path }) => `${code} (${path.join('.')})`).join(', ')}`)
}
