// Where things lie: the official units, and the villages of a feed as its communes entered them. Villages are kept in
// memory and brought up to date by their seq, so one more process on the same database is never missed.

import type { Data } from '../model/registry.ts'
import type { UnitLookup } from '../model/unit.ts'
import type { Sql } from './database/database.ts'
import { toVillage, type Village, villagesAfter } from './database/query/village.ts'

export interface Places {
  /** Removed villages too: what was recorded there must still be found by its commune. */
  lookup: UnitLookup
  isRemoved(id: string): boolean
  /** A village as it was just written in this transaction, which others can't see yet. */
  note(id: string, fields: Data<'unit'>, removed: boolean): void
}

export interface PlaceBook {
  official: UnitLookup
  /** To be opened at the start of a transaction, before it writes. */
  open(sql: Sql, feed: string): Promise<Places>
}

export function createPlaceBook(official: UnitLookup): PlaceBook {
  const feeds = new Map<string, { seq: number; villages: Map<string, Village> }>()
  return {
    official,
    open: async (sql, feed) => {
      const known = feeds.get(feed) ?? { seq: 0, villages: new Map<string, Village>() }
      feeds.set(feed, known)
      const news = await villagesAfter(sql, feed, known.seq)
      for (const village of news.villages) known.villages.set(village.unit.id, village)
      known.seq = news.seq
      return placesFrom(official, known.villages)
    },
  }
}

function placesFrom(official: UnitLookup, committed: ReadonlyMap<string, Village>): Places {
  const written = new Map<string, Village>()
  const village = (id: string): Village | undefined => written.get(id) ?? committed.get(id)
  return {
    lookup: (id) => official(id) ?? village(id)?.unit,
    isRemoved: (id) => village(id)?.removed === true,
    note: (id, fields, removed) => written.set(id, toVillage(id, fields, removed)),
  }
}
