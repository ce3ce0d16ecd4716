// A unit's cells as the office's sums do not hold them: day by day, or by what sessions were about. Worked out from the records by
// the functions of src/programme, whoever asks for them and in whatever form they are told.

import { isHeldIn } from '../../model/held-in.ts'
import type { Data, KindName } from '../../model/registry.ts'
import type { UnitLookup } from '../../model/unit.ts'
import type { Cell } from '../../programme/cell.ts'
import { countedKinds } from '../../programme/contribution.ts'
import { byDay, contentCells } from '../../programme/cut.ts'
import { type Dates, isIn } from '../../programme/period.ts'
import type { CellCut } from '../../protocol/day-cells.ts'
import type { Sql } from '../database/database.ts'
import { everyRecord } from '../database/query/record.ts'
import { cellsOf } from './keep.ts'
import { narrowing } from './opened.ts'

export interface CutAsked extends Dates {
  feed: string
  unit: string
  cut: CellCut
}

/** Sums that lie anywhere within the unit; by content all of them at the unit itself. */
export async function cutCells(sql: Sql, { feed, unit, from, to, cut }: CutAsked, lookup: UnitLookup): Promise<Cell[]> {
  const isOfDays = cut === 'day'
  const kinds: readonly KindName[] = isOfDays ? countedKinds : ['session']
  const cells: Cell[] = []
  const sessions: { data: Data<'session'> }[] = []
  for await (const record of everyRecord(sql, feed, { kinds, ...narrowing(unit, lookup) })) {
    const there = cellsOf(record).filter(({ date }) => isIn({ from, to }, date))
    if (there.length === 0 || !isHeldIn(unit, record.unit, lookup)) continue
    if (isOfDays) cells.push(...there)
    // Only sessions were asked for, and each was validated as one before it was stored.
    else sessions.push({ data: record.fields as Data<'session'> })
  }
  return isOfDays ? byDay(cells) : contentCells(sessions, unit, { from, to })
}
