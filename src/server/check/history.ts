// Compares what a feed keeps with its history: each record with what its changes give, where it lies, and numbers without
// gaps.

import type { Sql } from '../database/database.ts'
import type { Feed } from '../database/query/feed.ts'
import { number, text } from '../database/row.ts'
import { compareRecords } from './retrace.ts'

/** A sentence for each thing that is not as it ought to be. */
export async function compareHistory(sql: Sql, feed: Feed): Promise<string[]> {
  return [...(await compareRecords(sql, feed.id)), ...(await communesApart(sql, feed)), ...(await numbersApart(sql, feed))]
}

/** A commune is its own; a village's is where the village lies. Who may read a record is told by it. */
async function communesApart(sql: Sql, { id }: Feed): Promise<string[]> {
  const rows = await sql.all(
    `SELECT record.id, record.commune FROM record LEFT JOIN record AS village ON village.id = record.unit
     WHERE record.feed = ? AND coalesce(record.commune, '') <> CASE
       WHEN village.id IS NOT NULL THEN village.unit WHEN record.unit LIKE '_____@%' THEN record.unit ELSE '' END
     ORDER BY record.id`,
    id,
  )
  return rows.map((row) => `The record ${text(row, 'id')} is kept under the commune ${row['commune'] ?? '(none)'}, and does not lie there.`)
}

async function numbersApart(sql: Sql, { id, province, seq }: Feed): Promise<string[]> {
  const row = await sql.get('SELECT count(seq) AS held, coalesce(max(seq), 0) AS last FROM change WHERE feed = ?', id)
  const [held, last] = row ? [number(row, 'held'), number(row, 'last')] : [0, 0]
  const found: string[] = []
  if (last !== seq) found.push(`The feed of ${province} counts to ${seq}, and its last change is number ${last}.`)
  if (held !== last) found.push(`The feed of ${province} has ${held} changes up to number ${last}: ${last - held} are missing.`)
  return found
}
