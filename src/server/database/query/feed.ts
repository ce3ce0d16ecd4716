// Feeds: one sequence of changes a province, numbered by the feed's own row.

import { SUMMARY_FORM } from '../../../programme/summary-form.ts'
import { CHECK_FORM } from '../../../protocol/check.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, text } from '../row.ts'

export interface Feed {
  id: string
  /** The province's unit. */
  province: string
  seq: number
  /** Whoever has read less far has missed what is told no more. */
  expiredSeq: number
}

const select = 'SELECT id, province, seq, expired_seq FROM feed'

const toFeed = (row: SqlRow): Feed => ({
  id: text(row, 'id'),
  province: text(row, 'province'),
  seq: number(row, 'seq'),
  expiredSeq: number(row, 'expired_seq'),
})

export async function getFeed(sql: Sql, id: string): Promise<Feed> {
  const row = await sql.get(`${select} WHERE id = ?`, id)
  if (!row) throw new Error('An account points to a feed that does not exist.')
  return toFeed(row)
}

export async function findFeedOf(sql: Sql, province: string): Promise<Feed | undefined> {
  const row = await sql.get(`${select} WHERE province = ?`, province)
  return row && toFeed(row)
}

/** The id of the province's feed, made where there is none. */
export async function makeFeedOf(sql: Sql, province: string, newId: () => string): Promise<string> {
  const known = await findFeedOf(sql, province)
  if (known) return known.id
  const id = newId()
  await addFeed(sql, id, province)
  return id
}

export const listFeeds = async (sql: Sql): Promise<Feed[]> => (await sql.all(`${select} ORDER BY id`)).map(toFeed)

/** A new feed has no records, so its summaries and check sums are all there. */
export async function addFeed(sql: Sql, id: string, province: string): Promise<void> {
  await sql.run('INSERT INTO feed (id, province, seq, summary_form, digest_form) VALUES (?, ?, 0, ?, ?)', id, province, SUMMARY_FORM, CHECK_FORM)
}

/** Takes the feed's row for this transaction: whoever writes to it next waits, so the order of seq is the order of commits. */
export async function lockFeed(sql: Sql, id: string): Promise<void> {
  await sql.run('UPDATE feed SET seq = seq WHERE id = ?', id)
}

export async function nextSeq(sql: Sql, id: string): Promise<number> {
  const row = await sql.get('UPDATE feed SET seq = seq + 1 WHERE id = ? RETURNING seq', id)
  if (!row) throw new Error('A change was to go to a feed that does not exist.')
  return number(row, 'seq')
}

export async function noteExpired(sql: Sql, id: string, upTo: number): Promise<void> {
  await sql.run('UPDATE feed SET expired_seq = MAX(expired_seq, ?) WHERE id = ?', upTo, id)
}
