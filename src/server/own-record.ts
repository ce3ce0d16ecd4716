// Records that the server's own operator writes: with all rights, but through the same checks, numbers and history as
// anything that a device hands in.

import { dateInVietnam } from '../model/civil-date.ts'
import type { Fields } from '../model/record.ts'
import type { KindName } from '../model/registry.ts'
import { ladder } from '../model/upgrade.ts'
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
  const line = { current: epoch, sharedUpTo: () => undefined }
  const feeding = {
    sql,
    feed,
    line,
    places,
    by: 'operator',
    name: '',
    now: at,
    clockBehindMs: 0,
    today: dateInVietnam(at),
    histories: new Map(),
    isOwn: () => true,
  } as const
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
    model: ladder.model,
  })
  if (taken.is === 'early') throw new Error(`A ${kind} of the server's own stands on a record that is not there.`)
  if (taken.is === 'refused')
    throw new Error(`A ${kind} of the server's own is not valid: ${taken.problems.map(({ code, path }) => `${code} (${path.join('.')})`).join(', ')}`)
}
