// Tokens of other systems, by their hashes: what each may be told, and until when.

import type { Sql, SqlRow } from '../database.ts'
import { flag, number, numberOrNone, text } from '../row.ts'

export interface MachineToken {
  id: string
  feed: string
  /** Of the system that holds it, as the operator calls it. */
  name: string
  /** The unit and all below it may be told. */
  unit: string
  /** Records of the kind programme. */
  programmes: string[]
  /** Whether small groups are told, too. */
  small: boolean
  /** The last day on which it holds. */
  to: string
  madeAt: number
  revokedAt: number | undefined
}

export async function addMachineToken(sql: Sql, token: Omit<MachineToken, 'revokedAt'> & { hash: string }): Promise<void> {
  const { id, feed, name, hash, unit, programmes, small, to, madeAt } = token
  await sql.run(
    'INSERT INTO machine_token (id, feed, name, token_hash, unit, programmes, small, to_date, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    feed,
    name,
    hash,
    unit,
    JSON.stringify(programmes),
    small ? 1 : 0,
    to,
    madeAt,
  )
}

const select = 'SELECT id, feed, name, unit, programmes, small, to_date, made_at, revoked_at FROM machine_token'

export async function findMachineToken(sql: Sql, hash: string): Promise<MachineToken | undefined> {
  const row = await sql.get(`${select} WHERE token_hash = ?`, hash)
  return row && toToken(row)
}

/** The newest first. */
export const listMachineTokens = async (sql: Sql): Promise<MachineToken[]> => (await sql.all(`${select} ORDER BY made_at DESC, id`)).map(toToken)

/** At once. Gives how many were open and are closed now. */
export const revokeMachineToken = (sql: Sql, id: string, nowMs: number): Promise<number> =>
  sql.run('UPDATE machine_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', nowMs, id)

const toToken = (row: SqlRow): MachineToken => ({
  id: text(row, 'id'),
  feed: text(row, 'feed'),
  name: text(row, 'name'),
  unit: text(row, 'unit'),
  programmes: JSON.parse(text(row, 'programmes')) as string[], // written by addMachineToken
  small: flag(row, 'small'),
  to: text(row, 'to_date'),
  madeAt: number(row, 'made_at'),
  revokedAt: numberOrNone(row, 'revoked_at'),
})
