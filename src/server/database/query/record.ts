// The newest state of each record.

import * as z from 'zod/mini'
import { type Conflict, conflict } from '../../../model/merge.ts'
import type { Fields, Mark } from '../../../model/record.ts'
import { marks as knownMarks } from '../../../model/record.ts'
import { type Data, isKindName, type KindName } from '../../../model/registry.ts'
import { upcast } from '../../../model/upgrade.ts'
import type { Sql, SqlRow, SqlValue } from '../database.ts'
import { flag, number, numberOrNone, text, textOrNone } from '../row.ts'

export interface HeldRecord {
  id: string
  kind: KindName
  feed: string
  version: number
  seq: number
  removed: boolean
  author: string
  organisation: string | undefined
  commune: string | undefined
  unit: string
  model: number
  fields: Fields
  conflicts: Conflict[]
  marks: Mark[]
  createdAt: number
  changedAt: number
  /** When the person made it, and edited it last; absent where that was when it arrived. */
  madeAt?: number | undefined
  editedAt?: number | undefined
}

export interface ReadRecord extends HeldRecord {
  authorName: string
}

const columns =
  'record.id, kind, record.feed, version, seq, removed, author, record.organisation, commune, unit, model, data, conflicts, marks, record.created_at, changed_at, made_at, edited_at'

export async function findRecord(sql: Sql, id: string): Promise<HeldRecord | undefined> {
  const row = await sql.get(`SELECT ${columns} FROM record WHERE id = ?`, id)
  return row && toRecord(row)
}

/** Puts the record's new state in the place of the old one. */
export async function putRecord(sql: Sql, record: HeldRecord): Promise<void> {
  const { id, kind, feed, author, createdAt, madeAt = null, editedAt = null } = record
  const state = [record.version, record.seq, record.removed ? 1 : 0, record.organisation ?? null, record.commune ?? null, record.unit, record.model]
  const rest = [JSON.stringify(record.fields), JSON.stringify(record.conflicts), JSON.stringify(record.marks), record.changedAt, madeAt, editedAt]
  await sql.run(
    `INSERT INTO record (id, kind, feed, author, created_at, version, seq, removed, organisation, commune, unit, model, data, conflicts, marks, changed_at, made_at, edited_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, seq = excluded.seq, removed = excluded.removed, organisation = excluded.organisation,
       commune = excluded.commune, unit = excluded.unit, model = excluded.model, data = excluded.data, conflicts = excluded.conflicts,
       marks = excluded.marks, changed_at = excluded.changed_at, edited_at = excluded.edited_at, expired = 0`,
    id,
    kind,
    feed,
    author,
    createdAt,
    ...state,
    ...rest,
  )
}

export async function readRecord(sql: Sql, id: string): Promise<ReadRecord | undefined> {
  const row = await sql.get(`SELECT ${columns}, account.name AS author_name FROM record JOIN account ON account.id = record.author WHERE record.id = ?`, id)
  return row && { ...toRecord(row), authorName: text(row, 'author_name') }
}

/** Tells removed records no more that were removed before some moment; gives the newest seq among them. */
export async function expireRemoved(sql: Sql, feed: string, beforeMs: number): Promise<number | undefined> {
  const row = await sql.get('SELECT MAX(seq) AS seq FROM record WHERE feed = ? AND removed = 1 AND expired = 0 AND changed_at < ?', feed, beforeMs)
  const newest = row && numberOrNone(row, 'seq')
  if (newest !== undefined) await sql.run('UPDATE record SET expired = 1 WHERE feed = ? AND removed = 1 AND changed_at < ?', feed, beforeMs)
  return newest
}

/** One narrow way into a feed that an index serves: all records of these kinds, or those of them that lie or belong there. */
export interface Branch {
  kinds: readonly KindName[]
  where?: { column: 'commune' | 'organisation' | 'unit'; is: string }
}

/** Records of one branch in order of seq. */
export async function recordsAfter(sql: Sql, feed: string, seq: number, { kinds, where }: Branch, limit: number): Promise<ReadRecord[]> {
  const values: SqlValue[] = [feed, seq, ...kinds]
  if (where) values.push(where.is)
  const rows = await sql.all(
    `SELECT ${columns}, account.name AS author_name FROM record JOIN account ON account.id = record.author
     WHERE record.feed = ? AND seq > ? AND expired = 0 AND kind IN (${kinds.map(() => '?').join(', ')}) ${where ? `AND record.${where.column} = ?` : ''} ORDER BY seq LIMIT ?`,
    ...values,
    limit,
  )
  return rows.map((row) => ({ ...toRecord(row), authorName: text(row, 'author_name') }))
}

const AT_ONCE = 2000

/** All records of one branch in order of seq, read some at a time: a province may have a million. */
export async function* everyRecord(sql: Sql, feed: string, branch: Branch, atOnce = AT_ONCE): AsyncGenerator<ReadRecord> {
  let some = await recordsAfter(sql, feed, 0, branch, atOnce)
  for (let last = some.at(-1); last; last = some.at(-1)) {
    yield* some
    some = await recordsAfter(sql, feed, last.seq, branch, atOnce)
  }
}

/** For checking: a feed's records in the order of their ids, without its content where one can't be read. */
export async function recordsById(sql: Sql, feed: string, after: string, limit: number): Promise<{ id: string; record: HeldRecord | undefined }[]> {
  const rows = await sql.all(`SELECT ${columns} FROM record WHERE feed = ? AND record.id > ? ORDER BY record.id LIMIT ?`, feed, after, limit)
  return rows.map((row) => ({ id: text(row, 'id'), record: readable(row) }))
}

const stored = z.object({ fields: z.record(z.string(), z.unknown()), conflicts: z.array(conflict) })

function readable(row: SqlRow): HeldRecord | undefined {
  try {
    const record = toRecord(row)
    return stored.safeParse(record).success ? record : undefined
  } catch {
    return undefined
  }
}

/** The sessions of one unit that are not removed. */
export async function sessionsOf(sql: Sql, feed: string, unit: string): Promise<HeldRecord[]> {
  const rows = await sql.all(`SELECT ${columns} FROM record WHERE feed = ? AND unit = ? AND kind = 'session' AND removed = 0`, feed, unit)
  return rows.map(toRecord)
}

/** An organisation of that name in that unit, or undefined. */
export async function findOrganisation(sql: Sql, feed: string, unit: string, name: string): Promise<HeldRecord | undefined> {
  const rows = await sql.all(`SELECT ${columns} FROM record WHERE feed = ? AND kind = 'organisation' AND unit = ? AND removed = 0 ORDER BY seq`, feed, unit)
  return rows.map(toRecord).find((record) => record.fields['name'] === name)
}

/** The programmes that a unit has adopted and not removed. */
export async function programmesOf(sql: Sql, feed: string, unit: string): Promise<Data<'programme'>[]> {
  const rows = await sql.all(`SELECT ${columns} FROM record WHERE feed = ? AND unit = ? AND kind = 'programme' AND removed = 0 ORDER BY seq`, feed, unit)
  return rows.map((row) => toRecord(row).fields as Data<'programme'>) // validated as such before it was written
}

function toRecord(row: SqlRow): HeldRecord {
  const kind = text(row, 'kind')
  if (!isKindName(kind)) throw new Error(`The database holds a record of kind ${kind}, which this version does not know.`)
  return {
    id: text(row, 'id'),
    kind,
    feed: text(row, 'feed'),
    version: number(row, 'version'),
    seq: number(row, 'seq'),
    removed: flag(row, 'removed'),
    author: text(row, 'author'),
    organisation: textOrNone(row, 'organisation'),
    commune: textOrNone(row, 'commune'),
    unit: text(row, 'unit'),
    model: number(row, 'model'),
    fields: upcast(kind, JSON.parse(text(row, 'data')) as Fields, number(row, 'model')), // written by putRecord
    conflicts: JSON.parse(text(row, 'conflicts')) as Conflict[], // the same
    marks: (JSON.parse(text(row, 'marks')) as string[]).filter(isMark),
    createdAt: number(row, 'created_at'),
    changedAt: number(row, 'changed_at'),
    madeAt: numberOrNone(row, 'made_at'),
    editedAt: numberOrNone(row, 'edited_at'),
  }
}

const isMark = (name: string): name is Mark => (knownMarks as readonly string[]).includes(name)
