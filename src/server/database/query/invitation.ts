// Invitations: a link's secret and a typed code, both only as hashes, each with its own end.

import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text, textOrNone } from '../row.ts'

export interface Invitation {
  id: string
  account: string
  secretHash: string
  codeHash: string
  secretEndsAt: number
  codeEndsAt: number
}

export interface HeldInvitation extends Invitation {
  /** The device that used it. */
  device: string | undefined
  usedAt: number | undefined
}

export async function addInvitation(sql: Sql, { id, account, secretHash, codeHash, secretEndsAt, codeEndsAt }: Invitation, nowMs: number): Promise<void> {
  await sql.run(
    'INSERT INTO invitation (id, account, secret_hash, code_hash, secret_ends_at, code_ends_at, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    account,
    secretHash,
    codeHash,
    secretEndsAt,
    codeEndsAt,
    nowMs,
  )
}

export const findInvitationBySecret = (sql: Sql, hash: string): Promise<HeldInvitation | undefined> => find(sql, 'secret_hash = ?', hash)

export const findInvitationByCode = (sql: Sql, hash: string): Promise<HeldInvitation | undefined> => find(sql, 'code_hash = ?', hash)

export async function noteInvitationUsed(sql: Sql, id: string, device: string, nowMs: number): Promise<void> {
  await sql.run('UPDATE invitation SET device = ?, used_at = ? WHERE id = ?', device, nowMs, id)
}

/** Ends those that nobody has used yet. Gives how many would still have opened something. */
export async function endInvitations(sql: Sql, account: string, nowMs: number): Promise<number> {
  return sql.run(
    'UPDATE invitation SET secret_ends_at = min(secret_ends_at, ?), code_ends_at = min(code_ends_at, ?) WHERE account = ? AND device IS NULL AND secret_ends_at > ?',
    nowMs,
    nowMs,
    account,
    nowMs,
  )
}

async function find(sql: Sql, where: string, hash: string): Promise<HeldInvitation | undefined> {
  const row = await sql.get(`SELECT id, account, secret_hash, code_hash, secret_ends_at, code_ends_at, device, used_at FROM invitation WHERE ${where}`, hash)
  return row && toInvitation(row)
}

const toInvitation = (row: SqlRow): HeldInvitation => ({
  id: text(row, 'id'),
  account: text(row, 'account'),
  secretHash: text(row, 'secret_hash'),
  codeHash: text(row, 'code_hash'),
  secretEndsAt: number(row, 'secret_ends_at'),
  codeEndsAt: number(row, 'code_ends_at'),
  device: textOrNone(row, 'device'),
  usedAt: numberOrNone(row, 'used_at'),
})
