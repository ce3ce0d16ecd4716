// The history: every change that was taken, never altered. It also tells a repeat from a new change.

import type { ChangeBody } from '../../../model/record.ts'
import type { KindName } from '../../../model/registry.ts'
import type { FirstResult } from '../../../protocol/sync.ts'
import type { Sql } from '../database.ts'
import { number, text } from '../row.ts'

/** Which device acted for which account; none where the server's own operator did. */
export interface Origin {
  account: string
  device: string | undefined
}

export interface HeldChange extends Origin {
  id: string
  payloadHash: string
  feed: string
  n: number | undefined
  prev: string | undefined
  kind: KindName
  record: string
  base: { epoch: string; version: number } | null
  at: number
  model: number
  reason: string | undefined
  receivedAt: number
  /** None where the change altered nothing. */
  seq: number | undefined
  version: number
  body: ChangeBody
  result: FirstResult
}

export async function addChange(sql: Sql, held: HeldChange): Promise<void> {
  const claimed = [held.kind, held.record, held.base && JSON.stringify(held.base), held.at, held.model, held.reason ?? null]
  const given = [held.receivedAt, held.seq ?? null, held.version, JSON.stringify(held.body), JSON.stringify(held.result)]
  await sql.run(
    `INSERT INTO change (id, payload_hash, feed, device, account, n, prev, kind, record, base, at, model, reason, received_at, seq, version, body, result)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    held.id,
    held.payloadHash,
    held.feed,
    held.device ?? null,
    held.account,
    held.n ?? null,
    held.prev ?? null,
    ...claimed,
    ...given,
  )
}

export async function findChange(sql: Sql, id: string): Promise<{ account: string; payloadHash: string; result: FirstResult } | undefined> {
  const row = await sql.get('SELECT account, payload_hash, result FROM change WHERE id = ?', id)
  // `result` was written by addChange.
  return row && { account: text(row, 'account'), payloadHash: text(row, 'payload_hash'), result: JSON.parse(text(row, 'result')) as FirstResult }
}

export async function wasMadeBy(sql: Sql, record: string, { account, device }: Origin): Promise<boolean> {
  const row = await sql.get(
    'SELECT id FROM change WHERE record = ? AND version = 1 AND seq IS NOT NULL AND account = ? AND device = ?',
    record,
    account,
    device ?? null,
  )
  return row !== undefined
}

/** Whether anybody else has altered the record after that version. */
export async function othersChangedAfter(sql: Sql, record: string, version: number, { account, device }: Origin): Promise<boolean> {
  const row = await sql.get(
    'SELECT id FROM change WHERE record = ? AND version > ? AND seq IS NOT NULL AND (account <> ? OR device IS NULL OR device <> ?) LIMIT 1',
    record,
    version,
    account,
    device ?? null,
  )
  return row !== undefined
}

/** The numbers above `n` that the server holds of a device's changes, taken or quarantined, in order. */
export async function numbersHeldAfter(sql: Sql, { account, device }: Origin, n: number): Promise<number[]> {
  const who = [account, device ?? null, n]
  const rows = await sql.all(
    `SELECT n FROM change WHERE account = ? AND device = ? AND n > ? UNION SELECT n FROM quarantine WHERE account = ? AND device = ? AND n > ? ORDER BY n`,
    ...who,
    ...who,
  )
  return rows.map((row) => number(row, 'n'))
}
