// Summaries as the tables hold them, and how a feed's were made.

import type { Cell } from '../../../programme/cell.ts'
import { valuesText } from '../../../programme/summary.ts'
import { SUMMARY_FORM } from '../../../programme/summary-form.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text } from '../row.ts'

/** A sum of cells; its date is the first day of a half-month. */
export interface HeldSummary extends Cell {
  commune: string | undefined
  seq: number
}

const columns = 'unit, half_month, organisation, sums'

export async function findSums(sql: Sql, feed: string, { unit, date, organisation }: Omit<Cell, 'values'>): Promise<Cell['values']> {
  const row = await sql.get('SELECT sums FROM summary WHERE feed = ? AND unit = ? AND half_month = ? AND organisation = ?', feed, unit, date, organisation)
  return row ? sumsOf(row) : {}
}

export async function putSummary(sql: Sql, feed: string, { unit, date, organisation, commune, values, seq }: HeldSummary): Promise<void> {
  await sql.run(
    `INSERT INTO summary (feed, unit, half_month, organisation, commune, sums, seq) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (feed, unit, half_month, organisation) DO UPDATE SET sums = excluded.sums, seq = excluded.seq`,
    feed,
    unit,
    date,
    organisation,
    commune ?? null,
    valuesText(values),
    seq,
  )
}

/** Those altered after one seq and up to another, in the order in which they were altered. */
export async function summariesBetween(sql: Sql, feed: string, after: number, upTo: number): Promise<Cell[]> {
  const rows = await sql.all(
    `SELECT ${columns} FROM summary WHERE feed = ? AND seq > ? AND seq <= ? ORDER BY seq, unit, half_month, organisation`,
    feed,
    after,
    upTo,
  )
  return rows.map(toSummary)
}

/** The seq of the row that comes after so many others; undefined where there are not so many. */
export async function summarySeqAt(sql: Sql, feed: string, after: number, place: number): Promise<number | undefined> {
  const row = await sql.get('SELECT seq FROM summary WHERE feed = ? AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?', feed, after, place)
  return row && number(row, 'seq')
}

/** All sums of a feed there are, those that came to nothing left out. */
export async function listSummaries(sql: Sql, feed: string): Promise<Cell[]> {
  const rows = await sql.all(`SELECT ${columns} FROM summary WHERE feed = ? AND sums <> ?`, feed, valuesText({}))
  return rows.map(toSummary)
}

/** Every row of a feed, with its text as it is stored: for whoever doubts it. */
export async function storedSummaries(sql: Sql, feed: string): Promise<{ key: Omit<Cell, 'values'>; sums: string }[]> {
  const rows = await sql.all(`SELECT ${columns} FROM summary WHERE feed = ?`, feed)
  return rows.map((row) => ({ key: keyOf(row), sums: text(row, 'sums') }))
}

export async function deleteSummaries(sql: Sql, feed: string): Promise<void> {
  await sql.run('DELETE FROM summary WHERE feed = ?', feed)
  await sql.run('DELETE FROM last_session WHERE feed = ?', feed)
}

export interface SummaryState {
  form: number
  builds: number
}

export async function getSummaryState(sql: Sql, feed: string): Promise<SummaryState> {
  const row = await sql.get('SELECT summary_form, summary_builds FROM feed WHERE id = ?', feed)
  return { form: (row && numberOrNone(row, 'summary_form')) ?? 0, builds: (row && numberOrNone(row, 'summary_builds')) ?? 0 }
}

/** They are as this build makes them, from nothing. */
export async function noteSummariesBuilt(sql: Sql, feed: string): Promise<void> {
  await sql.run('UPDATE feed SET summary_form = ?, summary_builds = summary_builds + 1 WHERE id = ?', SUMMARY_FORM, feed)
}

const keyOf = (row: SqlRow): Omit<Cell, 'values'> => ({ unit: text(row, 'unit'), date: text(row, 'half_month'), organisation: text(row, 'organisation') })

const toSummary = (row: SqlRow): Cell => ({ ...keyOf(row), values: sumsOf(row) })

const sumsOf = (row: SqlRow): Cell['values'] => JSON.parse(text(row, 'sums')) as Cell['values'] // written by putSummary
