// The date of each unit's newest session.

import type { Sql } from '../database.ts'
import { number, text, textOrNone } from '../row.ts'

export interface LastSession {
  unit: string
  /** None where the last session was taken away. */
  date: string | undefined
}

export async function findLastSession(sql: Sql, feed: string, unit: string): Promise<string | undefined> {
  const row = await sql.get('SELECT date FROM last_session WHERE feed = ? AND unit = ?', feed, unit)
  return row && textOrNone(row, 'date')
}

export async function putLastSession(sql: Sql, feed: string, { unit, date }: LastSession, seq: number): Promise<void> {
  await sql.run(
    'INSERT INTO last_session (feed, unit, date, seq) VALUES (?, ?, ?, ?) ON CONFLICT (feed, unit) DO UPDATE SET date = excluded.date, seq = excluded.seq',
    feed,
    unit,
    date ?? null,
    seq,
  )
}

/** Those altered after one seq and up to another, in the order in which they were altered. */
export async function lastSessionsBetween(sql: Sql, feed: string, after: number, upTo: number): Promise<LastSession[]> {
  const rows = await sql.all('SELECT unit, date FROM last_session WHERE feed = ? AND seq > ? AND seq <= ? ORDER BY seq, unit', feed, after, upTo)
  return rows.map((row) => ({ unit: text(row, 'unit'), date: textOrNone(row, 'date') }))
}

/** The seq of the row that comes after so many others; undefined where there are not so many. */
export async function lastSessionSeqAt(sql: Sql, feed: string, after: number, place: number): Promise<number | undefined> {
  const row = await sql.get('SELECT seq FROM last_session WHERE feed = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?', feed, after, place)
  return row && number(row, 'seq')
}
