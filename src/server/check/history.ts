// Compares what a feed's records say of their past with the history itself: versions, and numbers without gaps.

import type { Sql } from '../database/database.ts'
import type { Feed } from '../database/query/feed.ts'
import { number, text } from '../database/row.ts'

/** A sentence for each thing that is not as it ought to be. */
export async function compareHistory(sql: Sql, feed: Feed): Promise<string[]> {
  return [...(await versionsApart(sql, feed)), ...(await numbersApart(sql, feed))]
}

async function versionsApart(sql: Sql, { id }: Feed): Promise<string[]> {
  const rows = await sql.all(
    `SELECT record.id, record.version, count(change.id) AS held FROM record LEFT JOIN change ON change.record = record.id AND change.seq IS NOT NULL
     WHERE record.feed = ? GROUP BY record.id HAVING held <> record.version ORDER BY record.id`,
    id,
  )
  return rows.map((row) => `The record ${text(row, 'id')} is of version ${number(row, 'version')}, and its history has ${number(row, 'held')} changes.`)
}

async function numbersApart(sql: Sql, { id, province, seq }: Feed): Promise<string[]> {
  const row = await sql.get('SELECT count(seq) AS held, coalesce(max(seq), 0) AS last FROM change WHERE feed = ?', id)
  const [held, last] = row ? [number(row, 'held'), number(row, 'last')] : [0, 0]
  const found: string[] = []
  if (last !== seq) found.push(`The feed of ${province} counts to ${seq}, and its last change is number ${last}.`)
  if (held !== last) found.push(`The feed of ${province} has ${held} changes up to number ${last}: ${last - held} are missing.`)
  return found
}
