// Single records of a unit, in order of seq: what lies behind a sum. It reads a bounded number of rows, so that no question holds up
// the others; who may ask, and that it is noted, its caller sees to.

import { isHeldIn } from '../../model/held-in.ts'
import type { KindName } from '../../model/registry.ts'
import { communeOf, type UnitLookup } from '../../model/unit.ts'
import { type Dates, isIn } from '../../programme/period.ts'
import type { Sql } from '../database/database.ts'
import { type Branch, type ReadRecord, recordsAfter } from '../database/query/record.ts'
import { cellsOf } from './keep.ts'

export interface Looked {
  feed: string
  unit: string
  kind: KindName
  period: Dates
  after: number
  want: number
}

export interface Page {
  records: ReadRecord[]
  /** The seq up to which everything was looked at; null where there is nothing after it. */
  next: number | null
}

const MOST_LOOKED_AT = 2000

/** Those that add anything on one of the days. */
export async function openPage(sql: Sql, { feed, unit, kind, period, after, want }: Looked, lookup: UnitLookup): Promise<Page> {
  const some = await recordsAfter(sql, feed, after, { kinds: [kind], ...narrowing(unit, lookup) }, MOST_LOOKED_AT)
  const found = some.filter((record) => isHeldIn(unit, record.unit, lookup) && cellsOf(record).some(({ date }) => isIn(period, date)))
  const records = found.slice(0, want)
  const end = found.length > want ? records.at(-1)?.seq : some.length === MOST_LOOKED_AT ? some.at(-1)?.seq : undefined
  return { records, next: end ?? null }
}

/** The index that leads to a unit's records; a village's are sought in its commune, where those lie that went into it. */
export function narrowing(unit: string, lookup: UnitLookup): Pick<Branch, 'where'> {
  const commune = communeOf(unit, lookup)
  return commune ? { where: { column: 'commune', is: commune.id } } : {}
}
