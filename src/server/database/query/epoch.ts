// The line of a server's histories: each restored backup began a new one.

import type { EpochLine } from '../../change/seen.ts'
import type { Sql } from '../database.ts'
import { number, text } from '../row.ts'

/** For one feed: what of its history today's epoch shares with those before it. */
export async function epochLine(sql: Sql, feed: string): Promise<EpochLine> {
  const rows = await sql.all(
    'SELECT epoch.id, COALESCE(epoch_feed.seq, 0) AS seq FROM epoch LEFT JOIN epoch_feed ON epoch_feed.epoch = epoch.id AND epoch_feed.feed = ? ORDER BY place',
    feed,
  )
  const line = rows.map((row) => ({ id: text(row, 'id'), began: number(row, 'seq') }))
  const current = line.at(-1)?.id
  if (current === undefined) throw new Error('This server has no history yet.')
  return {
    current,
    sharedUpTo(epoch) {
      const place = line.findIndex(({ id }) => id === epoch)
      return place === -1 ? undefined : Math.min(...line.slice(place + 1).map(({ began }) => began), Number.MAX_SAFE_INTEGER)
    },
  }
}
