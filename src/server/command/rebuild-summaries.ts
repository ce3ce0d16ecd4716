// Makes the summaries and check sums of all feeds anew from their records. Phones that hold them read them again.

import { rebuildDigests } from '../check/rebuild.ts'
import { listFeeds } from '../database/query/feed.ts'
import { compareSummaries } from '../summary/compare.ts'
import { rebuildSummaries } from '../summary/rebuild.ts'
import type { Command } from './command.ts'

export const rebuild: Command = {
  options: [],
  run: async ({ database }) => {
    const found = await database.write(async (sql) => {
      const counts = []
      for (const { id } of await listFeeds(sql)) {
        const { count, differences } = await compareSummaries(sql, id)
        await rebuildSummaries(sql, id)
        await rebuildDigests(sql, id)
        counts.push({ made: count, wrong: differences.length })
      }
      return counts
    })
    const [made, wrong] = [found.reduce((sum, one) => sum + one.made, 0), found.reduce((sum, one) => sum + one.wrong, 0)]
    return { code: 0, lines: [`${made} summaries were made anew; ${wrong} of those that were kept had been wrong.`] }
  },
}
