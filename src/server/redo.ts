// How each sort of act is done again from the state that it left. What the state holds is said by the tables' triggers
// (src/server/database/migration/0006-note-acts.sqlite.sql), whose names it uses.

import type { Fields } from '../model/record.ts'
import { isKindName } from '../model/registry.ts'
import type { Sql, SqlRow } from './database/database.ts'
import type { Act } from './database/query/act.ts'
import { addFeed, lockFeed } from './database/query/feed.ts'
import { number, text } from './database/row.ts'
import { addOwnRecord } from './own-record.ts'
import type { PlaceBook } from './places.ts'

export interface Doing {
  sql: Sql
  /** The epoch under which the operator's own records are written again. */
  epoch: string
  places: PlaceBook
  newId: () => string
}

/** The columns that make a row what it is, and those that an act may alter. */
interface Table {
  name: string
  key: readonly string[]
  fixed: readonly string[]
  altered: readonly string[]
}

const account: Table = { name: 'account', key: ['id'], fixed: ['feed', 'offered', 'created_at'], altered: ['name', 'organisation'] }
const role: Table = { name: 'role', key: ['account', 'role', 'unit', 'from_date'], fixed: [], altered: ['to_date'] }
const invitation: Table = {
  name: 'invitation',
  key: ['id'],
  fixed: ['account', 'secret_hash', 'code_hash', 'made_at'],
  altered: ['secret_ends_at', 'code_ends_at', 'device', 'used_at'],
}
const device: Table = {
  name: 'device',
  key: ['account', 'id'],
  fixed: ['created_at'],
  altered: ['token_hash', 'name', 'revoked_at', 'forked_from', 'forked_after'],
}

const machineToken: Table = {
  name: 'machine_token',
  key: ['id'],
  fixed: ['feed', 'name', 'token_hash', 'unit', 'programmes', 'small', 'to_date', 'made_at'],
  altered: ['revoked_at'],
}

const doings: Record<string, (doing: Doing, state: SqlRow) => Promise<unknown>> = {
  epoch: ({ sql }, state) =>
    sql.run('INSERT INTO epoch (id, place, began_at) VALUES (?, ?, ?)', text(state, 'id'), number(state, 'place'), number(state, 'began_at')),
  feed: ({ sql }, state) => addFeed(sql, text(state, 'id'), text(state, 'province')),
  'epoch-feed': ({ sql }, state) =>
    sql.run('INSERT INTO epoch_feed (epoch, feed, seq) VALUES (?, ?, ?)', text(state, 'epoch'), text(state, 'feed'), number(state, 'seq')),
  account: ({ sql }, state) => put(sql, account, state),
  role: ({ sql }, state) => put(sql, role, state),
  invitation: ({ sql }, state) => put(sql, invitation, state),
  // Nobody knows when it was last heard of; it is told from its beginning.
  device: ({ sql }, state) => put(sql, { ...device, fixed: [...device.fixed, 'contact_at'] }, { ...state, contact_at: number(state, 'created_at') }),
  'machine-token': ({ sql }, state) => put(sql, machineToken, state),
  'own-change': writeOwn,
}

export async function redo(doing: Doing, { what, state }: Act): Promise<void> {
  const known = Object.hasOwn(doings, what) ? doings[what] : undefined
  if (!known) throw new Error('this version does not know what it is')
  // Each column is read as what it ought to hold, or the database refuses it.
  await known(doing, state as SqlRow)
}

async function put(sql: Sql, { name, key, fixed, altered }: Table, state: SqlRow): Promise<void> {
  const columns = [...key, ...fixed, ...altered]
  await sql.run(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${altered.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    ...columns.map((column) => state[column] ?? null),
  )
}

async function writeOwn({ sql, epoch, places, newId }: Doing, state: SqlRow): Promise<void> {
  const kind = text(state, 'kind')
  if (!isKindName(kind)) throw new Error(`this version does not know the kind ${kind}`)
  const { set } = (state as unknown as { body: { set?: Fields } }).body // written by addOwnRecord
  if (!set) throw new Error('it is no record')
  const feed = text(state, 'feed')
  await lockFeed(sql, feed)
  const feeding = { sql, feed, epoch, places: await places.open(sql, feed), newId }
  const own = { id: text(state, 'record'), kind, author: text(state, 'account'), at: number(state, 'at'), data: set }
  await addOwnRecord(feeding, { ...own, change: text(state, 'id') })
}
