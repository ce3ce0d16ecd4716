// Villages, as the records that communes enter, seen as units.

import type { Data } from '../../../model/registry.ts'
import type { Unit } from '../../../model/unit.ts'
import type { Sql } from '../database.ts'
import { flag, number, text } from '../row.ts'

export interface Village {
  unit: Unit
  removed: boolean
}

/** Villages of a feed that changed after `seq`, with the highest seq among them. */
export async function villagesAfter(sql: Sql, feed: string, seq: number): Promise<{ villages: Village[]; seq: number }> {
  const rows = await sql.all("SELECT id, seq, removed, data FROM record WHERE feed = ? AND kind = 'unit' AND seq > ? ORDER BY seq", feed, seq)
  return {
    // What is stored was validated as a unit before.
    villages: rows.map((row) => toVillage(text(row, 'id'), JSON.parse(text(row, 'data')) as Data<'unit'>, flag(row, 'removed'))),
    seq: rows.map((row) => number(row, 'seq')).at(-1) ?? seq,
  }
}

export const toVillage = (id: string, { name, type, parent, validFrom, validTo, successors }: Data<'unit'>, removed: boolean): Village => ({
  unit: { id, level: 'village', type, name, parent, validFrom, validTo, successors },
  removed,
})
