// Acts on people and phones, as the tables themselves note them: each with its number and the whole state that it left.

import type { Sql } from '../database.ts'
import { number, text } from '../row.ts'

export interface Act {
  /** 1, 2, 3 … without gaps. */
  number: number
  /** What it concerns: a table's name, or a record of the operator's own. */
  what: string
  state: Record<string, unknown>
}

/** 0 where there is none. */
export async function lastActNumber(sql: Sql): Promise<number> {
  const row = await sql.get('SELECT coalesce(max(number), 0) AS last FROM act')
  return row ? number(row, 'last') : 0
}

export async function actsAfter(sql: Sql, last: number): Promise<Act[]> {
  const rows = await sql.all('SELECT number, what, state FROM act WHERE number > ? ORDER BY number', last)
  // Written as a JSON object by the tables' triggers.
  return rows.map((row) => ({ number: number(row, 'number'), what: text(row, 'what'), state: JSON.parse(text(row, 'state')) as Act['state'] }))
}

/** An act that is known to have been, and can't be done again: it keeps its number. */
export async function addAct(sql: Sql, { number: place, what, state }: Act): Promise<void> {
  await sql.run('INSERT INTO act (number, what, state) VALUES (?, ?, ?)', place, what, JSON.stringify(state))
}
