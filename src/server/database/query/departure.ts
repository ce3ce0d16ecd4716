// Where records lay before a change moved them: whoever could read them there and can't any more is told that they left.

import type { Sql } from '../database.ts'
import { numberOrNone, text, textOrNone } from '../row.ts'
import { type ReadRecord, readRecord } from './record.ts'

export interface Place {
  unit: string
  organisation: string | undefined
}

export async function addDeparture(sql: Sql, feed: string, seq: number, record: string, { unit, organisation }: Place): Promise<void> {
  await sql.run('INSERT INTO departure (feed, seq, record, unit, organisation) VALUES (?, ?, ?, ?, ?)', feed, seq, record, unit, organisation ?? null)
}

/** After one seq and up to another; with where the record lies now. */
export async function departuresBetween(sql: Sql, feed: string, after: number, upTo: number): Promise<{ from: Place; record: ReadRecord }[]> {
  const rows = await sql.all('SELECT record, unit, organisation FROM departure WHERE feed = ? AND seq > ? AND seq <= ? ORDER BY seq', feed, after, upTo)
  const found = []
  for (const row of rows) {
    const record = await readRecord(sql, text(row, 'record'))
    if (record) found.push({ from: { unit: text(row, 'unit'), organisation: textOrNone(row, 'organisation') }, record })
  }
  return found
}

/** Tells those no more that happened before some moment; gives the newest seq among them. */
export async function dropDepartures(sql: Sql, feed: string, beforeMs: number): Promise<number | undefined> {
  const row = await sql.get(
    'SELECT MAX(departure.seq) AS seq FROM departure JOIN change ON change.feed = departure.feed AND change.seq = departure.seq WHERE departure.feed = ? AND received_at < ?',
    feed,
    beforeMs,
  )
  const newest = row && numberOrNone(row, 'seq')
  if (newest !== undefined) await sql.run('DELETE FROM departure WHERE feed = ? AND seq <= ?', feed, newest)
  return newest
}
