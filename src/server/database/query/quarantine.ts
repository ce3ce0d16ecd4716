// Changes that were not taken, kept whole with what was wrong: nothing that a phone handed in is dropped.

import type { Problem } from '../../../model/problem.ts'
import type { Sql } from '../database.ts'
import { text } from '../row.ts'

export interface Quarantined {
  changeId: string
  payloadHash: string
  account: string
  device: string
  n: number | undefined
  /** The record it speaks of, where it says so. */
  record: string | undefined
  receivedAt: number
  payload: unknown
  problems: Problem[]
}

export async function addQuarantined(sql: Sql, held: Quarantined): Promise<void> {
  await sql.run(
    'INSERT INTO quarantine (change_id, payload_hash, account, device, n, record, received_at, payload, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    held.changeId,
    held.payloadHash,
    held.account,
    held.device,
    held.n ?? null,
    held.record ?? null,
    held.receivedAt,
    JSON.stringify(held.payload),
    JSON.stringify(held.problems),
  )
}

/** What this account was told when it handed in a change of this id: by the hash of its content. */
export async function findQuarantined(sql: Sql, account: string, changeId: string): Promise<Map<string, Problem[]>> {
  const rows = await sql.all('SELECT payload_hash, problems FROM quarantine WHERE account = ? AND change_id = ?', account, changeId)
  return new Map(rows.map((row) => [text(row, 'payload_hash'), JSON.parse(text(row, 'problems')) as Problem[]])) // written by addQuarantined
}

/** The ids of a device's changes that were refused. */
export async function refusedOf(sql: Sql, account: string, device: string): Promise<string[]> {
  return (await sql.all('SELECT DISTINCT change_id FROM quarantine WHERE account = ? AND device = ?', account, device)).map((row) => text(row, 'change_id'))
}

/** Whether a change of this record was refused: where the record is not there, its making was. */
export async function wasRefused(sql: Sql, record: string): Promise<boolean> {
  return (await sql.get('SELECT 1 AS one FROM quarantine WHERE record = ? LIMIT 1', record)) !== undefined
}
