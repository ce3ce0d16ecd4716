// Records and the changes that made them, for whoever checks a database: side by side, and with nothing taken for granted.
// What can't be read as it was written comes back without its content.

import * as z from 'zod/mini'
import { id as idSchema } from '../../../model/id.ts'
import type { KindName } from '../../../model/registry.ts'
import { isKindName } from '../../../model/registry.ts'
import { takenResult } from '../../../protocol/sync.ts'
import type { Effect } from '../../change/decide.ts'
import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text, textOrNone } from '../row.ts'
import { doneBy } from './change.ts'
import { type HeldRecord, recordsById } from './record.ts'

export interface Traced {
  kind: KindName
  feed: string
  account: string
  /** None where the change altered nothing. */
  seq: number | undefined
  version: number
  receivedAt: number
  did: Effect
}

export interface Trail {
  id: string
  record: HeldRecord | undefined
  /** Oldest first; `change` is undefined where it can't be read. */
  changes: { id: string; change: Traced | undefined }[]
}

const AT_ONCE = 1000

/** Every record of a feed with its history, some at a time. */
export async function* everyTrail(sql: Sql, feed: string): AsyncGenerator<Trail> {
  let after = ''
  for (let some = await recordsById(sql, feed, after, AT_ONCE); some.length > 0; some = await recordsById(sql, feed, after, AT_ONCE)) {
    const last = some.at(-1)?.id ?? after
    const changes = byRecord(await changesBetween(sql, after, last))
    for (const one of some) yield { ...one, changes: changes.get(one.id) ?? [] }
    after = last
  }
}

function byRecord(rows: readonly SqlRow[]): Map<string, Trail['changes']> {
  const found = new Map<string, Trail['changes']>()
  for (const row of rows) {
    const record = text(row, 'record')
    const changes = found.get(record) ?? []
    changes.push({ id: text(row, 'id'), change: orNothing(() => toTraced(row)) })
    found.set(record, changes)
  }
  return found
}

const changesBetween = (sql: Sql, after: string, upTo: string): Promise<SqlRow[]> =>
  sql.all(
    `SELECT id, record, payload_hash, feed, account, kind, base, model, received_at, seq, version, body, result, effect FROM change
     WHERE record > ? AND record <= ? ORDER BY record, version, seq`,
    after,
    upTo,
  )

const fields = z.record(z.string(), z.unknown())
const bodySchema = z.union([
  z.strictObject({ set: fields }),
  z.strictObject({ resolve: fields }),
  z.strictObject({ remove: z.literal(true) }),
  z.strictObject({ restore: z.literal(true) }),
])
const effectSchema = z.strictObject({ set: z.optional(fields), removed: z.optional(z.boolean()) })
const baseSchema = z.nullable(z.object({ epoch: idSchema, version: z.int().check(z.gte(0)) }))
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** Throws where a column holds something else than what is written there. */
function toTraced(row: SqlRow): Traced {
  const [kind, version, model, effect] = [text(row, 'kind'), number(row, 'version'), number(row, 'model'), textOrNone(row, 'effect')]
  if (!isKindName(kind)) throw new Error('no kind')
  const result = takenResult.parse(JSON.parse(text(row, 'result')))
  if (result.id !== text(row, 'id') || result.version !== version) throw new Error("another change's result")
  hashSchema.parse(text(row, 'payload_hash'))
  baseSchema.parse(JSON.parse(textOrNone(row, 'base') ?? 'null'))
  const body = bodySchema.parse(JSON.parse(text(row, 'body')))
  return {
    kind,
    version,
    feed: text(row, 'feed'),
    account: text(row, 'account'),
    seq: numberOrNone(row, 'seq'),
    receivedAt: number(row, 'received_at'),
    // An effect that is parsed has members that are absent where they are undefined.
    did: doneBy(kind, model, body, effect === undefined ? undefined : (effectSchema.parse(JSON.parse(effect)) as Effect)),
  }
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
