// The province's summaries as the server tells them, kept apart from those that the phone makes of its own records.

import { isEmpty } from '../../programme/summary.ts'
import type { SummaryNews } from '../../protocol/sync.ts'
import type { Store } from './database.ts'
import { stampFigures } from './kept-in-memory.ts'
import { putMeta, readMeta } from './meta.ts'
import { keyOf } from './summary-key.ts'

/** As rows, in whatever form they came. Undefined where they don't fit each other. Only an office is told columns: no other phone loads what reads them. */
export async function unpacked(news: SummaryNews): Promise<SummaryNews | undefined> {
  if (!news.columns) return news
  const { fromColumns } = await import('../../protocol/summary-columns.ts')
  const sums = fromColumns(news.columns)
  return sums && { fresh: news.fresh, rows: [...news.rows, ...sums.rows], lastSessions: [...news.lastSessions, ...sums.lastSessions] }
}

/**
 * Inside a transaction over summaries, lastSessions and meta, and only for an answer that reads on from where the phone is.
 * No news at all: the account reads no summaries (any more), and what lies here is nobody's.
 */
export async function putSummaryNews(store: Store, news: SummaryNews | undefined): Promise<void> {
  const had = (await readMeta(store, 'reads-summaries')) === true
  if (had && (!news || news.fresh)) await clearSummaries(store)
  if (!news) return
  // None waits for the one before: the last of them may have nothing to do, and the transaction would be over before it said so.
  await Promise.all([
    stampFigures(store),
    putMeta(store, 'reads-summaries', true),
    store.summaries.bulkPut(news.rows.filter(({ values }) => !isEmpty(values))),
    store.summaries.bulkDelete(news.rows.filter(({ values }) => isEmpty(values)).map(keyOf)),
    store.lastSessions.bulkPut(news.lastSessions.flatMap(({ unit, date }) => (date === null ? [] : [{ unit, date }]))),
    store.lastSessions.bulkDelete(news.lastSessions.flatMap(({ unit, date }) => (date === null ? [unit] : []))),
  ])
}

export async function clearSummaries(store: Store): Promise<void> {
  await store.summaries.clear()
  await store.lastSessions.clear()
  await store.meta.delete('reads-summaries')
  await stampFigures(store)
}
