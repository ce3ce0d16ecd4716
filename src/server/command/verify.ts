// Proves that what the server keeps is whole: the database's own check, and the summaries against the records.

import { listFeeds } from '../database/query/feed.ts'
import { compareSummaries } from '../summary/compare.ts'
import type { Command } from './command.ts'

/** Enough to see what is the matter. */
const MOST_TOLD = 20

export const verify: Command = {
  options: [],
  run: async ({ database }) => {
    const faults = await database.faults()
    if (faults.length > 0)
      return { code: 1, lines: [...told('The database is damaged', faults), 'Stop the server, keep this folder as it is, and go on from a backup.'] }
    const compared = await database.read(async (sql) => {
      const feeds = await listFeeds(sql)
      const found = []
      for (const { id } of feeds) found.push(await compareSummaries(sql, id))
      return found
    })
    const differences = compared.flatMap((one) => one.differences)
    const count = compared.reduce((sum, one) => sum + one.count, 0)
    if (differences.length === 0) return { code: 0, lines: [`The database is whole, and its ${count} summaries are what the records give.`] }
    return {
      code: 1,
      lines: [...told('Summaries differ from the records', differences), 'To make them anew: npm run admin -- rebuild-summaries'],
    }
  },
}

function told(what: string, found: readonly string[]): string[] {
  if (found.length === 0) return []
  const more = found.length - MOST_TOLD
  return [`${what} (${found.length}):`, ...found.slice(0, MOST_TOLD).map((line) => `  ${line}`), ...(more > 0 ? [`  … and ${more} more`] : [])]
}
