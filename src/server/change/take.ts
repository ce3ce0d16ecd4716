// Takes one change into a feed: decides, numbers it, writes the record, what is summed up of it and its history. Pushed
// changes, the operator's records and a practice province all come through here.

import type { Actor } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { ChangeBody } from '../../model/record.ts'
import { sorted } from '../../model/record.ts'
import { type Data, type KindName, kindNamed } from '../../model/registry.ts'
import { ladder, upcastBody } from '../../model/upgrade.ts'
import type { FirstResult } from '../../protocol/sync.ts'
import { keepDigests } from '../check/keep.ts'
import type { Sql } from '../database/database.ts'
import { addChange, type HeldChange, historyOf } from '../database/query/change.ts'
import { addDeparture } from '../database/query/departure.ts'
import { nextSeq } from '../database/query/feed.ts'
import { wasRefused } from '../database/query/quarantine.ts'
import { findRecord, type HeldRecord, putRecord } from '../database/query/record.ts'
import { sha256 } from '../hash.ts'
import type { Places } from '../places.ts'
import { keepSummaries } from '../summary/keep.ts'
import { type Asked, decide, type Effect, type Outcome } from './decide.ts'
import { needsReason } from './locked.ts'
import { type EpochLine, type Past, type Seen, seenOf, seesAll, type Version } from './seen.ts'

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
  base: Version | null
  at: number
  model: number
  reason?: string | undefined
  /** The submission whose lock its device knew of. */
  lock?: string | undefined
  /** The version it had made in a history that was lost. */
  was?: Version | undefined
}

export interface Feeding {
  sql: Sql
  feed: string
  line: EpochLine
  places: Places
  by: Actor | 'operator'
  /** What whoever acts is called. */
  name: string
  now: number
  /** How far the clock of who hands in stands before this one, ms; 0 where that is not known. */
  clockBehindMs: number
  today: string
  /** Histories read in this transaction: a push of many edits of one record reads each of them once. */
  histories: Map<string, Past[]>
  /** Whether a change of history was made by the very profile that acts now. */
  isOwn(past: Past): boolean
}

export type Took =
  | { is: 'taken'; result: FirstResult; record: HeldRecord | undefined }
  | { is: 'refused'; problems: Problem[] }
  /** It stands on a record that is not there yet; nothing was written. */
  | { is: 'early'; waitsFor: string }

/** The feed must be locked. Nothing is written unless it was taken. */
export async function takeChange(feeding: Feeding, arrived: Arrived): Promise<Took> {
  const { sql, by, name, now, today, places } = feeding
  const { id, kind, record, reason } = arrived
  const before = await findRecord(sql, record)
  const body = upcastBody(kind, arrived.body, arrived.model)
  if (!before && isMakingMissing(arrived)) return (await wasRefused(sql, record)) ? refused([problem('no-record')]) : { is: 'early', waitsFor: record }
  const seen = before && (await seenBy(feeding, arrived, before))
  const asked: Asked = { id, kind, body, reason, before, seen, by, name, author: before?.author ?? arrived.account, now, today, places }
  const decision = decide(asked)
  if (decision.is === 'refused') return (await missingUnit(feeding, decision.problems, arrived)) ?? refused(decision.problems)
  if (decision.is === 'changed' && (await needsReason(feeding, arrived, before, decision.outcome))) return refused([problem('reason-needed')])
  // Nobody could bring what the operator's own records wait for.
  const parent = decision.is === 'changed' && by !== 'operator' ? await missingParent(sql, arrived, decision.outcome) : undefined
  if (parent !== undefined) return { is: 'early', waitsFor: parent }
  if (decision.is === 'as-before') return { is: 'taken', result: await write(feeding, arrived, body, { version: before?.version ?? 0 }), record: undefined }
  const next = await putOutcome(feeding, arrived, before, decision.outcome)
  const { answer, effect } = decision
  return { is: 'taken', result: await write(feeding, arrived, body, { ...next, answer, effect }), record: next }
}

const refused = (problems: Problem[]): Took => ({ is: 'refused', problems })

/** Only a making needs nothing that is there before. */
const isMakingMissing = ({ base, body }: Arrived): boolean => base !== null || !('set' in body)

async function seenBy(feeding: Feeding, { record, base, was }: Arrived, before: HeldRecord): Promise<Seen | undefined> {
  const { feed, line, by, isOwn } = feeding
  if (before.feed !== feed) return undefined
  if (by === 'operator' || isNewest(base, line, before)) return seesAll(before.fields)
  const history = await historyRead(feeding, record)
  const [making] = history
  if (base === null && !(making && isOwn(making))) return undefined
  const known = was && line.sharedUpTo(was.epoch) !== undefined && was.epoch !== line.current ? was : undefined
  return seenOf(history, { base: believable(base, line, before), was: known, line, isOwn })
}

/** Changes are only ever added, and read before the next is written: what was read stays true. */
async function historyRead({ sql, histories }: Feeding, record: string): Promise<Past[]> {
  const known = histories.get(record) ?? []
  const history = [...known, ...(await historyOf(sql, record, known.at(-1)?.version))]
  histories.set(record, history)
  return history
}

const isNewest = (base: Version | null, line: EpochLine, { version }: HeldRecord): boolean => base?.epoch === line.current && base.version === version

/** A version that was never given out is nothing that anybody can have seen. */
const believable = (base: Version | null, line: EpochLine, { version }: HeldRecord): Version | null =>
  base?.epoch === line.current && base.version > version ? null : base

/** A village that has not come yet; one that never will was refused. */
async function missingUnit({ sql, places }: Feeding, problems: readonly Problem[], { body }: Arrived): Promise<Took | undefined> {
  const [only, ...others] = problems
  if (only?.code !== 'unknown-unit' || others.length > 0 || !('set' in body)) return undefined
  const unit = body.set[only.path[0] ?? '']
  const isVillage = typeof unit === 'string' && !unit.includes('@')
  return isVillage && !places.lookup(unit) && !(await wasRefused(sql, unit)) ? { is: 'early', waitsFor: unit } : undefined
}

/** The record that one of the fields set here names and that is not there yet. */
async function missingParent(sql: Sql, { kind, body }: Arrived, { fields }: Outcome): Promise<string | undefined> {
  if (!('set' in body)) return undefined
  for (const [name, { ask }] of Object.entries(kindNamed(kind).fields)) {
    const parent = fields[name]
    if (ask.as !== 'record' || typeof parent !== 'string' || !Object.hasOwn(body.set, name)) continue
    if (!(await findRecord(sql, parent)) && !(await wasRefused(sql, parent))) return parent
  }
  return undefined
}

async function putOutcome(
  { sql, feed, places, now, clockBehindMs }: Feeding,
  { kind, record, account, at }: Arrived,
  before: HeldRecord | undefined,
  outcome: Outcome,
): Promise<HeldRecord> {
  const done = doneAt(at + clockBehindMs, now)
  const next: HeldRecord = {
    ...outcome,
    id: record,
    kind,
    feed,
    version: (before?.version ?? 0) + 1,
    seq: await nextSeq(sql, feed),
    author: before?.author ?? account,
    model: ladder.model,
    createdAt: before?.createdAt ?? now,
    changedAt: now,
    madeAt: before ? before.madeAt : done,
    editedAt: done,
  }
  await putRecord(sql, next)
  await keepSummaries(sql, before, next)
  await keepDigests(sql, before, next)
  if (before && (before.unit !== next.unit || before.organisation !== next.organisation)) await addDeparture(sql, feed, next.seq, record, before)
  // Validated as a unit just now.
  if (kind === 'unit') places.note(record, outcome.fields as Data<'unit'>, outcome.removed)
  return next
}

/** Apart from the moment at which it arrives only where somebody would see it; nothing was done later than that. */
const doneAt = (at: number, now: number): number | undefined => (now - at < APART_MS ? undefined : at)

const APART_MS = 60_000

interface Done {
  version: number
  seq?: number
  answer?: 'applied' | 'merged' | 'conflict'
  effect?: Effect | undefined
}

async function write(
  { sql, feed, now }: Feeding,
  arrived: Arrived,
  body: ChangeBody,
  { version, seq, answer = 'applied', effect }: Done,
): Promise<FirstResult> {
  const { id, payloadHash, account, device, n, prev, kind, record, base, at, reason, was } = arrived
  const result: FirstResult = { id, answer, version }
  const held: HeldChange = {
    ...{ id, payloadHash, feed, account, device, n, prev, kind, record, base, at, model: ladder.model, reason, receivedAt: now },
    ...{ seq, version, body, effect, was, result },
  }
  await addChange(sql, held)
  return result
}

/** The same for equal content, whatever the order of its keys. */
export const payloadHash = (payload: unknown): string => sha256(JSON.stringify(sorted(payload)))
