// Proves that what a database keeps is whole: the engine's own check, every record against its history, and every
// sum against the records.

import type { Database } from '../database/database.ts'
import { listFeeds } from '../database/query/feed.ts'
import { compareSummaries } from '../summary/compare.ts'
import { compareHistory } from './history.ts'
import { compareDigests } from './rebuild.ts'

export interface Findings {
  /** What the engine finds; then nothing else was looked at. */
  damage: string[]
  /** Where a feed's history differs, its sums were not looked at. */
  history: string[]
  summaries: string[]
  /** Sums by which phones prove what they hold. */
  checks: string[]
  /** How many summaries were compared. */
  compared: number
}

export async function examine(database: Database): Promise<Findings> {
  const found: Findings = { damage: await database.faults(), history: [], summaries: [], checks: [], compared: 0 }
  if (found.damage.length > 0) return found
  await database.read(async (sql) => {
    for (const feed of await listFeeds(sql)) {
      const apart = await compareHistory(sql, feed)
      found.history.push(...apart)
      if (apart.length > 0) continue
      const { count, differences } = await compareSummaries(sql, feed.id)
      found.summaries.push(...differences)
      found.checks.push(...(await compareDigests(sql, feed.id)).differences)
      found.compared += count
    }
  })
  return found
}
