// The one row that says which server this is: its epoch, and whether it holds a practice province.

import type { Sql } from '../database.ts'
import { flag, text } from '../row.ts'
import type { Feed } from './feed.ts'

export interface Identity {
  epoch: string
  practice: boolean
}

export async function findIdentity(sql: Sql): Promise<Identity | undefined> {
  const row = await sql.get('SELECT epoch, practice FROM server')
  return row && { epoch: text(row, 'epoch'), practice: flag(row, 'practice') }
}

export async function getIdentity(sql: Sql): Promise<Identity> {
  const identity = await findIdentity(sql)
  if (!identity) throw new Error('This database belongs to no server yet.')
  return identity
}

export async function addIdentity(sql: Sql, { epoch, practice }: Identity, nowMs: number): Promise<void> {
  await sql.run('INSERT INTO server (one, epoch, practice, created_at) VALUES (1, ?, ?, ?)', epoch, practice ? 1 : 0, nowMs)
  await addEpoch(sql, epoch, nowMs)
}

/** A new epoch for the history as it is; what lies at or before the seqs given is shared with the epochs before. */
export async function beginEpoch(sql: Sql, epoch: string, feeds: readonly Feed[], nowMs: number): Promise<void> {
  await addEpoch(sql, epoch, nowMs)
  for (const { id, seq } of feeds) await sql.run('INSERT INTO epoch_feed (epoch, feed, seq) VALUES (?, ?, ?)', epoch, id, seq)
  await sql.run('UPDATE server SET epoch = ?', epoch)
}

/** Puts an epoch at the end of the line. */
async function addEpoch(sql: Sql, id: string, nowMs: number): Promise<void> {
  await sql.run('INSERT INTO epoch (id, place, began_at) SELECT ?, coalesce(max(place), 0) + 1, ? FROM epoch', id, nowMs)
}
