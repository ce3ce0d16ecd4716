// Ends what is told of removed and departed records after 400 days (docs/protocol.md): whoever was away that long reads
// everything anew. Nothing is deleted: record and history stay.

import type { Database, Sql } from '../database/database.ts'
import { dropDepartures } from '../database/query/departure.ts'
import { type Feed, listFeeds, lockFeed, noteExpired } from '../database/query/feed.ts'
import { expireRemoved } from '../database/query/record.ts'

export const TOLD_FOR_MS = 400 * 86_400_000

export const expireOld = (database: Database, nowMs: number): Promise<void> =>
  database.write(async (sql) => {
    for (const feed of await listFeeds(sql)) await expireIn(sql, feed, nowMs - TOLD_FOR_MS)
  })

async function expireIn(sql: Sql, { id }: Feed, beforeMs: number): Promise<void> {
  await lockFeed(sql, id)
  const removed = await expireRemoved(sql, id, beforeMs)
  const departed = await dropDepartures(sql, id, beforeMs)
  const newest = Math.max(removed ?? 0, departed ?? 0)
  if (newest > 0) await noteExpired(sql, id, newest)
}
