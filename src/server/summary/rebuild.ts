// A feed's summaries made anew from its records: to compare with those that were kept, to mend them, and to make them where
// an older build kept none or others.

import type { Cell } from '../../programme/cell.ts'
import { countedKinds } from '../../programme/contribution.ts'
import { addCells, lastOf, type Sums, summariesIn, summaryKey } from '../../programme/summary.ts'
import { SUMMARY_FORM } from '../../programme/summary-form.ts'
import type { Database, Sql } from '../database/database.ts'
import { listFeeds, lockFeed } from '../database/query/feed.ts'
import { putLastSession } from '../database/query/last-session.ts'
import { everyRecord } from '../database/query/record.ts'
import { deleteSummaries, getSummaryState, noteSummariesBuilt, putSummary } from '../database/query/summary.ts'
import { cellsOf, sessionOf } from './keep.ts'

export interface Built {
  summaries: Cell[]
  /** Unit → the date of its newest session. */
  lastSessions: Map<string, string>
  /** By summaryKey: what else a row says of it. */
  origins: Map<string, { commune: string | undefined; seq: number }>
  /** Unit → the seq of the newest change of a session there. */
  sessionSeqs: Map<string, number>
}

export async function summariesFromRecords(sql: Sql, feed: string): Promise<Built> {
  const sums: Sums = new Map()
  const built: Omit<Built, 'summaries'> = { lastSessions: new Map(), origins: new Map(), sessionSeqs: new Map() }
  for await (const record of everyRecord(sql, feed, { kinds: countedKinds })) {
    const { commune, seq } = record
    const cells = cellsOf(record)
    addCells(sums, cells)
    for (const cell of cells) built.origins.set(summaryKey(cell), { commune, seq })
    const session = sessionOf(record)
    if (session) {
      built.lastSessions.set(session.unit, lastOf([session.date, built.lastSessions.get(session.unit)]) ?? session.date)
      built.sessionSeqs.set(session.unit, seq)
    }
  }
  return { summaries: summariesIn(sums), ...built }
}

/**
 * Puts summaries made anew in the place of those that are held. Whoever reads them reads them from the start afterwards, so
 * they need no numbers of their own.
 */
export async function rebuildSummaries(sql: Sql, feed: string): Promise<void> {
  await lockFeed(sql, feed)
  const { summaries, lastSessions, origins, sessionSeqs } = await summariesFromRecords(sql, feed)
  await deleteSummaries(sql, feed)
  for (const summary of summaries) await putSummary(sql, feed, { commune: undefined, seq: 0, ...summary, ...origins.get(summaryKey(summary)) })
  for (const [unit, date] of lastSessions) await putLastSession(sql, feed, { unit, date }, sessionSeqs.get(unit) ?? 0)
  await noteSummariesBuilt(sql, feed)
}

/** Makes them for every feed whose summaries an older build kept, or nobody. */
export const bringSummariesUpToDate = (database: Database): Promise<void> =>
  database.write(async (sql) => {
    for (const { id } of await listFeeds(sql)) if ((await getSummaryState(sql, id)).form !== SUMMARY_FORM) await rebuildSummaries(sql, id)
  })
