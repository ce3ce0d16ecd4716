// Takes one change into a feed: decides, numbers it, writes the record, its summaries and its history. Pushed changes, the operator's
// records and a practice province all come through here.

import type { Actor } from '../../model/permission.ts'
import type { Problem } from '../../model/problem.ts'
import type { ChangeBody } from '../../model/record.ts'
import { sorted } from '../../model/record.ts'
import { type Data, type KindName, MODEL } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Sql } from '../database/database.ts'
import { addChange, type HeldChange, othersChangedAfter, wasMadeBy } from '../database/query/change.ts'
import { nextSeq } from '../database/query/feed.ts'
import { findRecord, type HeldRecord, putRecord } from '../database/query/record.ts'
import { sha256 } from '../hash.ts'
import type { Places } from '../places.ts'
import { keepSummaries } from '../summary/keep.ts'
import { type Asked, decide, type Outcome } from './decide.ts'

/** A change as it reached the server, from a device or from the operator (who has no device, n, prev or base). */
export interface Arrived {
  id: string
  kind: KindName
  record: string
  body: ChangeBody
  payloadHash: string
  account: string
  device?: string
  n?: number
  prev?: string | undefined
  base: { epoch: string; version: number } | null
  at: number
  model: number
  reason?: string | undefined
}

export interface Feeding {
  sql: Sql
  feed: string
  epoch: string
  places: Places
  by: Actor | 'operator'
  now: number
  today: string
}

/** Gives the record's version after it, or why it was not taken; then nothing was written. The feed must be locked. */
export async function takeChange(feeding: Feeding, arrived: Arrived): Promise<Result<number, Problem[]>> {
  const before = await findRecord(feeding.sql, arrived.record)
  const basis = await basisOf(feeding, arrived, before)
  const { kind, body, reason } = arrived
  const { by, today, places } = feeding
  const decision = decide({ kind, body, reason, before, basis, by, author: before?.author ?? arrived.account, today, places })
  if (decision.is === 'refused') return failed(decision.problems)
  if (decision.is === 'as-before') return ok(await write(feeding, arrived, undefined, before?.version ?? 0))
  const next = await putOutcome(feeding, arrived, before, decision.outcome)
  return ok(await write(feeding, arrived, next.seq, next.version))
}

/**
 * A device's own queued edits follow each other on the base of the first. A base from another epoch says nothing about
 * this history, and a version that was never given out nothing about any: both count as not having seen others' work.
 */
async function basisOf({ sql, epoch, feed, by }: Feeding, { base, record, account, device }: Arrived, before: HeldRecord | undefined): Promise<Asked['basis']> {
  const origin = { account, device }
  if (!before) return base === null ? 'same' : 'stale'
  if (before.feed !== feed) return 'foreign'
  if (by === 'operator') return 'same'
  if (base === null && !(await wasMadeBy(sql, record, origin))) return 'foreign'
  const seen = base === null || base.epoch !== epoch ? 0 : base.version
  return seen > before.version || (await othersChangedAfter(sql, record, seen, origin)) ? 'stale' : 'same'
}

async function putOutcome(
  { sql, feed, places, now }: Feeding,
  { kind, record, account }: Arrived,
  before: HeldRecord | undefined,
  outcome: Outcome,
): Promise<HeldRecord> {
  const next: HeldRecord = {
    ...outcome,
    id: record,
    kind,
    feed,
    version: (before?.version ?? 0) + 1,
    seq: await nextSeq(sql, feed),
    author: before?.author ?? account,
    model: MODEL,
    createdAt: before?.createdAt ?? now,
    changedAt: now,
  }
  await putRecord(sql, next)
  await keepSummaries(sql, before, next)
  // Validated as a unit just now.
  if (kind === 'unit') places.note(record, outcome.fields as Data<'unit'>, outcome.removed)
  return next
}

async function write({ sql, feed, now }: Feeding, arrived: Arrived, seq: number | undefined, version: number): Promise<number> {
  const { id, payloadHash, account, device, n, prev, kind, record, base, at, model, reason, body } = arrived
  const origin = { account, device, n, prev }
  const held: HeldChange = {
    id,
    payloadHash,
    feed,
    ...origin,
    kind,
    record,
    base,
    at,
    model,
    reason,
    receivedAt: now,
    seq,
    version,
    body,
    result: { id, answer: 'applied', version },
  }
  await addChange(sql, held)
  return version
}

/** The same for equal content, whatever the order of its keys. */
export const payloadHash = (payload: unknown): string => sha256(JSON.stringify(sorted(payload)))
