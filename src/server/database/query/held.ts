// Changes that came before what they stand on: kept whole, and taken when that comes.

import type { Version } from '../../change/seen.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, text, textOrNone } from '../row.ts'

export interface Held {
  changeId: string
  account: string
  device: string
  n: number
  /** The record that is missing. */
  waitsFor: string
  payloadHash: string
  payload: { id: string } & Record<string, unknown>
  was: Version | undefined
  receivedAt: number
}

export async function addHeld(sql: Sql, held: Held): Promise<void> {
  await sql.run(
    'INSERT INTO held (change_id, account, device, n, waits_for, payload_hash, payload, was, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    held.changeId,
    held.account,
    held.device,
    held.n,
    held.waitsFor,
    held.payloadHash,
    JSON.stringify(held.payload),
    held.was ? JSON.stringify(held.was) : null,
    held.receivedAt,
  )
}

export async function findHeld(sql: Sql, account: string, changeId: string): Promise<Held | undefined> {
  const row = await sql.get(`${select} WHERE account = ? AND change_id = ?`, account, changeId)
  return row && toHeld(row)
}

/** Those that wait for this record, in the order in which they came. */
export const heldFor = async (sql: Sql, record: string): Promise<Held[]> =>
  (await sql.all(`${select} WHERE waits_for = ? ORDER BY received_at, account, device, n`, record)).map(toHeld)

export async function dropHeld(sql: Sql, { account, changeId }: Pick<Held, 'account' | 'changeId'>): Promise<void> {
  await sql.run('DELETE FROM held WHERE account = ? AND change_id = ?', account, changeId)
}

const select = 'SELECT change_id, account, device, n, waits_for, payload_hash, payload, was, received_at FROM held'

/** The texts were written by addHeld. */
function toHeld(row: SqlRow): Held {
  const was = textOrNone(row, 'was')
  return {
    changeId: text(row, 'change_id'),
    account: text(row, 'account'),
    device: text(row, 'device'),
    n: number(row, 'n'),
    waitsFor: text(row, 'waits_for'),
    payloadHash: text(row, 'payload_hash'),
    payload: JSON.parse(text(row, 'payload')) as Held['payload'],
    was: was === undefined ? undefined : (JSON.parse(was) as Version),
    receivedAt: number(row, 'received_at'),
  }
}
