// What phones handed in and the server did not take: refused, or waiting for another change that does not come.

import type { Problem } from '../../../model/problem.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text } from '../row.ts'

export interface Untaken {
  changeId: string
  accountName: string
  device: string
  n: number | undefined
  receivedAt: number
  /** As it came. */
  payload: Record<string, unknown>
  /** None where it waits. */
  problems: Problem[]
  /** The id that it waits for. */
  waitsFor?: string
}

/** The one that came last first. */
export async function listQuarantined(sql: Sql): Promise<Untaken[]> {
  const rows = await sql.all(
    `SELECT change_id, account.name, device, n, received_at, payload, problems FROM quarantine JOIN account ON account.id = quarantine.account
     ORDER BY received_at DESC, n DESC, change_id`,
  )
  return rows.map((row) => ({ ...toUntaken(row), problems: JSON.parse(text(row, 'problems')) as Problem[] })) // written by addQuarantined
}

/** Those that have waited since that moment or longer, the one that came last first. */
export async function listHeldSince(sql: Sql, since: number): Promise<Untaken[]> {
  const rows = await sql.all(
    `SELECT change_id, account.name, device, n, received_at, payload, waits_for FROM held JOIN account ON account.id = held.account
     WHERE received_at <= ? ORDER BY received_at DESC, n DESC, change_id`,
    since,
  )
  return rows.map((row) => ({ ...toUntaken(row), problems: [], waitsFor: text(row, 'waits_for') }))
}

const toUntaken = (row: SqlRow): Omit<Untaken, 'problems'> => ({
  changeId: text(row, 'change_id'),
  accountName: text(row, 'name'),
  device: text(row, 'device'),
  n: numberOrNone(row, 'n'),
  receivedAt: number(row, 'received_at'),
  payload: JSON.parse(text(row, 'payload')) as Record<string, unknown>, // an envelope of a change, as it came
})
