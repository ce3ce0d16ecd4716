// What indicators are worked out from on the server: a feed's sums, or its records where the dates cut a half-month, with the
// villages, key areas, baselines and surveys beside them. It knows no indicator; who may read the figures, others ask.

import type { Cell } from '../../programme/cell.ts'
import { countedKinds } from '../../programme/contribution.ts'
import { type AnyHeld, type Around, type Figures, figuresFromSummaries, kindsBeside } from '../../programme/figures.ts'
import type { Sql } from '../database/database.ts'
import { everyRecord, type HeldRecord } from '../database/query/record.ts'
import { listSummaries } from '../database/query/summary.ts'
import { cellsOf } from './keep.ts'

/** By half-month: what is asked for other dates says that it can't be told ("not aligned"). */
export async function readFigures(sql: Sql, feed: string, around: Around): Promise<Figures> {
  const beside: AnyHeld[] = []
  for await (const record of everyRecord(sql, feed, { kinds: kindsBeside })) beside.push(toHeld(record))
  return figuresFromSummaries(await listSummaries(sql, feed), beside, around)
}

/** For any two dates. Reads every record that counts and keeps of most only what it adds: a province may have a million. */
export async function readFiguresByDay(sql: Sql, feed: string, around: Around): Promise<Figures> {
  const cells: Cell[] = []
  const beside: AnyHeld[] = []
  for await (const record of everyRecord(sql, feed, { kinds: [...countedKinds, ...kindsBeside] })) {
    cells.push(...cellsOf(record))
    if (isBeside(record)) beside.push(toHeld(record))
  }
  return figuresFromSummaries(cells, beside, around, 'day')
}

const isBeside = ({ kind }: HeldRecord): boolean => (kindsBeside as readonly string[]).includes(kind)

/** The fields were validated as that kind before they were stored. */
const toHeld = ({ id, kind, fields, removed, changedAt }: HeldRecord): AnyHeld => ({ id, kind, data: fields, removed, changedAt }) as AnyHeld
