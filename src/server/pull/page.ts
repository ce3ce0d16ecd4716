// One page of what a device does not have yet: the newest state of each record it may read, in order of seq, and the sums
// of a province for whoever reads it by them. Its cursor moves past what it may not read, so that an idle phone's next
// question costs nothing.

import type { Conflict } from '../../model/merge.ts'
import { type Actor, can, canReadSensitive, sumsRead } from '../../model/permission.ts'
import { type Fields, withoutSensitive } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { ladder } from '../../model/upgrade.ts'
import { sumText } from '../../protocol/check.ts'
import { type Row, SUMS_A_ROW, type SummaryNews } from '../../protocol/sync.ts'
import { subjectOf } from '../change/decide.ts'
import { readableSum } from '../check/sum.ts'
import type { Sql } from '../database/database.ts'
import { departuresBetween } from '../database/query/departure.ts'
import type { Feed } from '../database/query/feed.ts'
import { type Branch, type ReadRecord, recordsAfter } from '../database/query/record.ts'
import { getSummaryState } from '../database/query/summary.ts'
import { sha256 } from '../hash.ts'
import type { Places } from '../places.ts'
import { reachOf } from './reach.ts'
import { readSummaryNews, type SumsForm, summariesEnd } from './summaries.ts'

export interface Reading {
  sql: Sql
  feed: Feed
  actor: Actor
  today: string
  places: Places
}

export interface Page {
  /** It begins a reading from the start. */
  fresh: boolean
  changes: Row[]
  left: string[]
  summaries?: SummaryNews
  cursor: string
  more: boolean
  /** On the last page. */
  check?: string
}

/**
 * The cursor says feed, seq and a mark of what the reader could see. Where the feed or the reader's reach has changed it
 * counts for nothing, and everything is read again: a new role must bring the records that lie behind the old cursor. The same
 * where summaries that the reader gets were made anew.
 */
export async function readPage(reading: Reading, cursor: string | null, want: number, form: SumsForm = 'rows'): Promise<Page> {
  const { sql, feed, actor, today, places } = reading
  const reach = reachOf(actor, today, places.lookup)
  const read = sumsRead(actor, { today, lookup: places.lookup })
  const mark = sha256(JSON.stringify(read ? [reach, await getSummaryState(sql, feed.id), read] : reach)).slice(0, 16)
  const after = seqOf(cursor, feed, mark)
  const inOrder = await readRecords(sql, feed, reach, after, want)
  const recordsEnd = inOrder.length > want ? (inOrder[want - 1]?.seq ?? after) : feed.seq
  const upTo = read ? Math.min(recordsEnd, await summariesEnd(sql, feed, after, form === 'columns' ? want * SUMS_A_ROW : want)) : recordsEnd
  const told = inOrder.filter(({ seq }) => seq <= upTo)
  const isFresh = after === 0
  const more = upTo < feed.seq
  return {
    fresh: isFresh,
    changes: told.flatMap((record) => rowFor(reading, record)),
    left: isFresh ? [] : await leftBetween(reading, after, upTo),
    ...(read ? { summaries: await readSummaryNews(sql, feed.id, { read, lookup: places.lookup, after, upTo, isFresh, form }) } : {}),
    cursor: `${feed.id}:${upTo}:${mark}`,
    more,
    ...(more ? {} : { check: sumText(await readableSum({ ...reading, feed: feed.id, reach })) }),
  }
}

/** Those after a seq in order: as many as are wanted and one more, where there are. */
async function readRecords(sql: Sql, feed: Feed, reach: readonly Branch[], after: number, want: number): Promise<ReadRecord[]> {
  const found = new Map<string, ReadRecord>()
  for (const branch of reach) {
    for (const record of await recordsAfter(sql, feed.id, after, branch, want + 1)) found.set(record.id, record)
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq)
}

function seqOf(cursor: string | null, feed: Feed, mark: string): number {
  const [id, seq, seen] = cursor?.split(':') ?? []
  const read = id === feed.id && seen === mark ? Number(seq) : 0
  // What expired since can't be told any more.
  return Number.isSafeInteger(read) && read >= feed.expiredSeq && read <= feed.seq ? read : 0
}

/** Records that a change took out of what this reader may see. */
async function leftBetween({ sql, feed, actor, today, places }: Reading, after: number, upTo: number): Promise<string[]> {
  const asking = { today, lookup: places.lookup }
  const departures = await departuresBetween(sql, feed.id, after, upTo)
  const gone = departures.filter(({ from, record: { kind, author, fields } }) => {
    const isReadable = (subject: Parameters<typeof can>[2]): boolean => can(actor, 'read', subject, asking) === undefined
    return isReadable({ kind, author, ...from }) && !isReadable(subjectOf(kind, fields, author))
  })
  return [...new Set(gone.map(({ record }) => record.id))]
}

function rowFor({ actor, today, places }: Reading, record: ReadRecord): Row[] {
  const { id, kind, version, removed, author, authorName, createdAt, changedAt, madeAt, editedAt, marks, fields, conflicts } = record
  const subject = subjectOf(kind, fields, author)
  const asking = { today, lookup: places.lookup }
  if (can(actor, 'read', subject, asking)) return []
  const readsAll = canReadSensitive(actor, subject, asking)
  const data = readsAll ? fields : withoutSensitive(kind, fields)
  const told = readsAll ? conflicts : conflicts.map((one) => plainConflict(kind, one))
  const row = { id, kind, version, removed, author, authorName, createdAt, changedAt, marks, model: ladder.model, data }
  return [{ ...row, ...whenDone({ madeAt, editedAt }), ...(told.length > 0 ? { conflicts: told } : {}) }]
}

/** What the wire tells of it: nothing where it is the moment at which it arrived. */
export const whenDone = ({ madeAt, editedAt }: Pick<ReadRecord, 'madeAt' | 'editedAt'>): Pick<Row, 'madeAt' | 'editedAt'> => ({
  ...(madeAt === undefined ? {} : { madeAt }),
  ...(editedAt === undefined ? {} : { editedAt }),
})

const plainConflict = (kind: KindName, { fields, ...rest }: Conflict): Conflict => ({
  ...rest,
  ...(fields ? { fields: withoutSensitive(kind, fields as Fields) } : {}),
})
