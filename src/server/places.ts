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
  /** For a transaction that writes: nothing of what it reads is kept, because it may be undone yet. */
  open(sql: Sql, feed: string): Promise<Places>
  /** For a steady view of what is on disk: what it reads is kept for everybody after. */
  openCommitted(sql: Sql, feed: string): Promise<Places>
}

export function createPlaceBook(official: UnitLookup): PlaceBook {
  const feeds = new Map<string, { seq: number; villages: Map<string, Village> }>()
  const of = (feed: string): { seq: number; villages: Map<string, Village> } => {
    const known = feeds.get(feed) ?? { seq: 0, villages: new Map<string, Village>() }
    feeds.set(feed, known)
    return known
  }
  return {
    official,
    open: async (sql, feed) => {
      const known = of(feed)
      const { villages } = await villagesAfter(sql, feed, known.seq)
      return placesFrom(official, known.villages, new Map(villages.map((village) => [village.unit.id, village])))
    },
    openCommitted: async (sql, feed) => {
      const known = of(feed)
      const news = await villagesAfter(sql, feed, known.seq)
      for (const village of news.villages) known.villages.set(village.unit.id, village)
      known.seq = news.seq
      return placesFrom(official, known.villages, new Map())
    },
  }
}

function placesFrom(official: UnitLookup, committed: ReadonlyMap<string, Village>, written: Map<string, Village>): Places {
  const village = (id: string): Village | undefined => written.get(id) ?? committed.get(id)
  return {
    lookup: (id) => official(id) ?? village(id)?.unit,
    isRemoved: (id) => village(id)?.removed === true,
    note: (id, fields, removed) => written.set(id, toVillage(id, fields, removed)),
  }
}
