// The history: every change that was taken, never altered. It also tells a repeat from a new change.

import type { ChangeBody } from '../../../model/record.ts'
import { setOf } from '../../../model/record.ts'
import type { KindName } from '../../../model/registry.ts'
import { upcast, upcastBody } from '../../../model/upgrade.ts'
import type { PastChange } from '../../../protocol/history.ts'
import type { FirstResult } from '../../../protocol/sync.ts'
import type { Effect } from '../../change/decide.ts'
import type { Past, Version } from '../../change/seen.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text, textOrNone } from '../row.ts'

/** Which device acted for which account; none where the server's own operator did. */
export interface Origin {
  account: string
  device: string | undefined
}

export interface HeldChange extends Origin {
  id: string
  payloadHash: string
  feed: string
  n: number | undefined
  prev: string | undefined
  kind: KindName
  record: string
  base: { epoch: string; version: number } | null
  at: number
  model: number
  reason: string | undefined
  receivedAt: number
  /** None where the change altered nothing. */
  seq: number | undefined
  version: number
  body: ChangeBody
  /** What it did, where that is not what its body says. */
  effect: Effect | undefined
  /** The version it had made in a history that was lost. */
  was: Version | undefined
  result: FirstResult
}

export async function addChange(sql: Sql, held: HeldChange): Promise<void> {
  const claimed = [held.kind, held.record, held.base && JSON.stringify(held.base), held.at, held.model, held.reason ?? null]
  const given = [held.receivedAt, held.seq ?? null, held.version, JSON.stringify(held.body), JSON.stringify(held.result)]
  const done = [held.effect ? JSON.stringify(held.effect) : null, held.was?.epoch ?? null, held.was?.version ?? null]
  await sql.run(
    `INSERT INTO change (id, payload_hash, feed, device, account, n, prev, kind, record, base, at, model, reason, received_at, seq, version, body, result,
       effect, was_epoch, was_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    held.id,
    held.payloadHash,
    held.feed,
    held.device ?? null,
    held.account,
    held.n ?? null,
    held.prev ?? null,
    ...claimed,
    ...given,
    ...done,
  )
}

export async function findChange(sql: Sql, id: string): Promise<{ account: string; payloadHash: string; result: FirstResult } | undefined> {
  const row = await sql.get('SELECT account, payload_hash, result FROM change WHERE id = ?', id)
  // `result` was written by addChange.
  return row && { account: text(row, 'account'), payloadHash: text(row, 'payload_hash'), result: JSON.parse(text(row, 'result')) as FirstResult }
}

/** What a record's changes did to it, oldest first, in the words of today's model; those above `after` where a version is given. */
export async function historyOf(sql: Sql, record: string, after = 0): Promise<Past[]> {
  const rows = await sql.all(
    `SELECT change.id, base, kind, version, change.seq, change.account, account.name AS account_name, device, n, received_at, model, body, effect, was_epoch, was_version
     FROM change JOIN account ON account.id = change.account WHERE record = ? AND version > ? AND change.seq IS NOT NULL ORDER BY version`,
    record,
    after,
  )
  return rows.map(toPast)
}

function toPast(row: SqlRow): Past {
  const kind = text(row, 'kind') as KindName // of a change that was taken
  const { set = {}, removed } = effectOf(row, kind)
  const was = textOrNone(row, 'was_epoch')
  return {
    id: text(row, 'id'),
    base: JSON.parse(textOrNone(row, 'base') ?? 'null') as Version | null, // written by addChange
    version: number(row, 'version'),
    seq: number(row, 'seq'),
    account: text(row, 'account'),
    accountName: text(row, 'account_name'),
    device: textOrNone(row, 'device'),
    n: numberOrNone(row, 'n'),
    at: number(row, 'received_at'),
    set,
    ...(removed === undefined ? {} : { removed }),
    ...(was === undefined ? {} : { was: { epoch: was, version: number(row, 'was_version') } }),
  }
}

/** Both columns were written by addChange. */
function effectOf(row: SqlRow, kind: KindName): Effect {
  const effect = textOrNone(row, 'effect')
  const body = JSON.parse(text(row, 'body')) as ChangeBody
  return doneBy(kind, number(row, 'model'), body, effect === undefined ? undefined : (JSON.parse(effect) as Effect))
}

/** What a change did to its record, in the words of today's model. */
export function doneBy(kind: KindName, model: number, body: ChangeBody, effect: Effect | undefined): Effect {
  if (effect) {
    const { set, ...rest } = effect
    return set ? { ...rest, set: upcast(kind, set, model) } : rest
  }
  const set = setOf(upcastBody(kind, body, model))
  return set ? { set } : { removed: 'remove' in body }
}

/** For people: who did what to a record, oldest first. What altered nothing is left out. */
export async function listPast(sql: Sql, record: string): Promise<PastChange[]> {
  const rows = await sql.all(
    `SELECT kind, version, received_at, change.account, account.name AS account_name, model, reason, body, effect
     FROM change JOIN account ON account.id = change.account WHERE record = ? AND change.seq IS NOT NULL ORDER BY version`,
    record,
  )
  return rows.map((row) => {
    const body = JSON.parse(text(row, 'body')) as ChangeBody // written by addChange
    const reason = textOrNone(row, 'reason')
    return {
      version: number(row, 'version'),
      at: number(row, 'received_at'),
      by: text(row, 'account'),
      name: text(row, 'account_name'),
      did: didOf(body, number(row, 'version')),
      ...(reason === undefined ? {} : { reason }),
      set: effectOf(row, text(row, 'kind') as KindName).set ?? {}, // of a change that was taken
    }
  })
}

function didOf(body: ChangeBody, version: number): PastChange['did'] {
  if ('remove' in body) return 'removed'
  if ('restore' in body) return 'restored'
  if ('resolve' in body) return 'resolved'
  return version === 1 ? 'made' : 'edited'
}

/** A device's change of some number, wherever it lies, and the one that it says came before. */
export interface Numbered {
  n: number
  id: string
  prev: string | undefined
}

export async function listNumbered(sql: Sql, { account, device }: Origin, from: number, to: number): Promise<Numbered[]> {
  const who = [account, device ?? null, from, to]
  const rows = await sql.all(
    `SELECT n, id, prev, NULL AS payload FROM change WHERE account = ? AND device = ? AND n BETWEEN ? AND ?
     UNION ALL SELECT n, change_id, NULL, payload FROM quarantine WHERE account = ? AND device = ? AND n BETWEEN ? AND ?
     UNION ALL SELECT n, change_id, NULL, payload FROM held WHERE account = ? AND device = ? AND n BETWEEN ? AND ?`,
    ...who,
    ...who,
    ...who,
  )
  return rows.map((row) => ({ n: number(row, 'n'), id: text(row, 'id'), prev: textOrNone(row, 'prev') ?? prevIn(textOrNone(row, 'payload')) }))
}

/** What was refused may say anything. */
function prevIn(payload: string | undefined): string | undefined {
  const { prev } = (payload === undefined ? {} : JSON.parse(payload)) as { prev?: unknown } // an envelope, as addHeld and addQuarantined wrote it
  return typeof prev === 'string' ? prev : undefined
}

export const findNumbered = async (sql: Sql, origin: Origin, n: number): Promise<string | undefined> => (await listNumbered(sql, origin, n, n))[0]?.id

/** The numbers above `n` that the server holds of a device's changes, taken, held or quarantined, in order. */
export async function numbersHeldAfter(sql: Sql, { account, device }: Origin, n: number): Promise<number[]> {
  const who = [account, device ?? null, n]
  const rows = await sql.all(
    `SELECT n FROM change WHERE account = ? AND device = ? AND n > ? UNION SELECT n FROM quarantine WHERE account = ? AND device = ? AND n > ?
     UNION SELECT n FROM held WHERE account = ? AND device = ? AND n > ? ORDER BY n`,
    ...who,
    ...who,
    ...who,
  )
  return rows.map((row) => number(row, 'n'))
}
