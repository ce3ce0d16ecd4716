// The summaries that a page tells beside its records, to those who read a province by them, or areas of it without small cells. A row
// bears the seq of the change that altered it last, so the same cursor leads through both; a page never ends inside a seq.

import type { SumsRead } from '../../model/permission.ts'
import { isWithin, type UnitLookup } from '../../model/unit.ts'
import { observedCell } from '../../programme/observed-cell.ts'
import { toColumns } from '../../protocol/summary-columns.ts'
import type { SummaryNews } from '../../protocol/sync.ts'
import type { Sql } from '../database/database.ts'
import { lastSessionSeqAt, lastSessionsBetween } from '../database/query/last-session.ts'
import { summariesBetween, summarySeqAt } from '../database/query/summary.ts'

type SeqAt = typeof summarySeqAt

/** Up to which seq a page of about so many rows can go; at least to the first row's. */
export async function summariesEnd(sql: Sql, feed: { id: string; seq: number }, after: number, want: number): Promise<number> {
  const ends = await Promise.all([summarySeqAt, lastSessionSeqAt].map((seqAt) => endOf(sql, seqAt, feed, after, want)))
  return Math.min(...ends)
}

async function endOf(sql: Sql, seqAt: SeqAt, { id, seq }: { id: string; seq: number }, after: number, want: number): Promise<number> {
  const first = await seqAt(sql, id, after, 0)
  const over = await seqAt(sql, id, after, want)
  return first === undefined || over === undefined ? seq : Math.max(first, over - 1)
}

/** Columns take a third of the bytes, and are told only to a device that says it reads them. */
export type SumsForm = 'rows' | 'columns'

export interface AskedNews {
  read: SumsRead
  lookup: UnitLookup
  after: number
  upTo: number
  /** The reader begins anew, what it held before is void. */
  isFresh: boolean
  form: SumsForm
}

export async function readSummaryNews(sql: Sql, feed: string, { read, lookup, after, upTo, isFresh, form }: AskedNews): Promise<SummaryNews> {
  const isRead = ({ unit }: { unit: string }): boolean => 'all' in read || read.areas.some((area) => isWithin(unit, area, lookup))
  const summaries = (await summariesBetween(sql, feed, after, upTo)).filter(isRead)
  const newest = (await lastSessionsBetween(sql, feed, after, upTo)).filter(isRead)
  const told = 'all' in read ? summaries : summaries.map(observedCell)
  const rows = told.map(({ unit, date, organisation, values }) => ({ unit, date, organisation, values }))
  const lastSessions = newest.map(({ unit, date }) => ({ unit, date: date ?? null }))
  return form === 'rows' ? { fresh: isFresh, rows, lastSessions } : { fresh: isFresh, rows: [], lastSessions: [], columns: toColumns({ rows, lastSessions }) }
}
