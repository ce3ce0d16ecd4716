// The wire of POST /api/sync (docs/protocol.md): push and pull in one round trip. Both sides run these schemas.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { conflict } from '../model/merge.ts'
import { roles } from '../model/permission.ts'
import { problemTraits } from '../model/problem.ts'
import { marks } from '../model/record.ts'
import { registry } from '../model/registry.ts'
import { sealingKey } from './seal-key.ts'

export const PROTOCOL = 1

/** Changes in one request, and rows in one answer, at the most. */
export const MOST_CHANGES = 500
export const MOST_ROWS = 2000

/** So many sums in columns weigh as much as one row. */
export const SUMS_A_ROW = 10

/** Body sizes in bytes, as sent and unpacked. */
export const MOST_PACKED = 1_000_000
export const MOST_UNPACKED = 8_000_000

const kindName = z.enum(Object.keys(registry) as [keyof typeof registry])
const count = z.int().check(z.gte(0))

const base = z.nullable(z.object({ epoch: id, version: count }))

const head = {
  id,
  n: z.int().check(z.gte(1)),
  prev: z.nullable(id),
  kind: kindName,
  record: id,
  base,
  at: z.int(),
  model: z.int().check(z.gte(1)),
  reason: z.optional(z.string().check(z.maxLength(500))),
  /** The submission whose locked figures it moves, where its device knew of the lock when it made the change. */
  lock: z.optional(id),
}

const setChange = z.strictObject({ ...head, set: z.record(z.string().check(z.maxLength(60)), z.unknown()) })
const removeChange = z.strictObject({ ...head, remove: z.literal(true) })
const restoreChange = z.strictObject({ ...head, restore: z.literal(true) })
const resolveChange = z.strictObject({ ...head, resolve: z.record(z.string().check(z.maxLength(60)), z.unknown()) })

/** One edit of one record: the unit of the wire, of the outbox and of the history. Never altered after it is made. */
export const change = z.union([setChange, removeChange, restoreChange, resolveChange])
export type Change = z.infer<typeof change>

/** An envelope that can be answered by id, whatever is wrong inside: one bad change must never hold the others. */
const envelope = z.looseObject({ id })

/** A change that a lost history had taken, and the version it had made there. */
const again = z.object({ id, epoch: id, version: count })
export type Again = z.infer<typeof again>

export const syncRequest = z.object({
  protocol: z.literal(PROTOCOL),
  account: id,
  device: id,
  epoch: z.nullable(id),
  nonce: z.string().check(z.minLength(16), z.maxLength(64)),
  sentAt: z.int(),
  /** The data model that the device reads; builds that did not say so can't read today's answers. */
  model: z._default(count, 0),
  cursor: z.nullable(z.string().check(z.maxLength(500))),
  changes: z.array(envelope).check(z.maxLength(MOST_CHANGES)),
  /** Of `changes`, those handed in again because the server's history is another one. */
  again: z.optional(z.array(again).check(z.maxLength(MOST_CHANGES))),
  want: z.int().check(z.gte(1), z.lte(MOST_ROWS)),
  /** It reads sums in columns, too. */
  sums: z.optional(z.literal('columns')),
  /** Why it reads from the start: what it held was not what the check said. */
  mismatch: z.optional(z.literal(true)),
})
export type SyncRequest = Omit<z.infer<typeof syncRequest>, 'changes'> & { changes: Change[] }

const problem = z.object({
  code: z.enum(Object.keys(problemTraits) as [keyof typeof problemTraits]),
  path: z.array(z.string()),
  values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})

/** merged: others had changed other fields. conflict: the same ones; both are kept. */
const taken = ['applied', 'merged', 'conflict'] as const
export const takenResult = z.object({ id, answer: z.enum(taken), version: count })
const rejected = z.object({ id, answer: z.literal('rejected'), problems: z.array(problem) })
const duplicate = z.object({ id, answer: z.literal('duplicate'), first: z.union([takenResult, rejected]) })
/** What it stands on has not come yet: kept, and taken when that comes. */
export const heldResult = z.object({ id, answer: z.literal('held'), waitsFor: id })
/** Another profile goes by this device's id: nothing was taken, it needs an id of its own. */
export const forkedResult = z.object({ id, answer: z.literal('forked') })

export const changeResult = z.union([takenResult, rejected, duplicate, heldResult, forkedResult])
export type ChangeResult = z.infer<typeof changeResult>
export type FirstResult = z.infer<typeof takenResult> | z.infer<typeof rejected>

export const row = z.object({
  id,
  kind: kindName,
  version: count,
  removed: z.boolean(),
  author: id,
  authorName: z.string(),
  createdAt: z.int(),
  changedAt: z.int(),
  /** When the person made it, and edited it last; absent where that was when the server took it. */
  madeAt: z.optional(z.int()),
  editedAt: z.optional(z.int()),
  marks: z.array(z.enum(marks)),
  /** Absent where there is nothing to decide. */
  conflicts: z.optional(z.array(conflict)),
  /** The data model of `data`. */
  model: count,
  data: z.record(z.string(), z.unknown()),
})
export type Row = z.infer<typeof row>

/** Who the device acts for and what it may see; sent whole each time, so a change of it needs no message of its own. */
export const scope = z.object({
  account: id,
  name: z.string(),
  organisation: id,
  province: z.string(),
  /** True in a practice province: every screen, print and export says so. */
  practice: z.boolean(),
  roles: z.array(z.object({ role: z.enum(roles), unit: z.string(), from: z.string(), to: z.optional(z.string()) })),
})
export type Scope = z.infer<typeof scope>

/** A sum of cells (src/programme/cell.ts) of one half-month, which its date begins; without values there is nothing left of it. */
const summaryRow = z.object({ unit: z.string(), date: z.string(), organisation: z.string(), values: z.record(z.string(), z.int()) })

/** The province's sums, for those who read it by them instead of by its records. */
const summaryNews = z.object({
  /** What was told before is void: this is the first page of a reading from the start. */
  fresh: z.boolean(),
  rows: z.array(summaryRow),
  /** The date of a unit's newest session; null where there is none any more. */
  lastSessions: z.array(z.object({ unit: z.string(), date: z.nullable(z.string()) })),
  /** In the place of both, to a device that reads columns: whoever takes them in proves them (summary-columns.ts). */
  columns: z.optional(z.record(z.string(), z.unknown())),
})
export type SummaryNews = z.infer<typeof summaryNews>

export const syncAnswer = z.object({
  protocol: z.literal(PROTOCOL),
  epoch: id,
  nonce: z.string(),
  serverTime: z.int(),
  scope,
  results: z.array(changeResult),
  /** This is the first page of a reading from the start: what is not told again until `more` is false is not there. */
  fresh: z.boolean(),
  changes: z.array(row),
  /** Ids of records that this account may no longer read. */
  left: z.array(id),
  /** Absent where the account reads no summaries. */
  summaries: z.optional(summaryNews),
  cursor: z.string(),
  more: z.boolean(),
  /** The highest n up to which the server holds all of this device's changes. */
  received: count,
  /** The id of the change with that number; null where there is none. */
  last: z.nullable(id),
  /** To a device that knows another epoch: which of its changes this history has refused. */
  refused: z.optional(z.array(id)),
  /** With `more: false`: the sum of all records that the device may hold (src/protocol/check.ts). */
  check: z.optional(z.string()),
  /** To which a device seals what it can't send. */
  seal: z.optional(sealingKey),
})
export type SyncAnswer = z.infer<typeof syncAnswer>

/** What any endpoint answers when the whole request failed. */
export const failure = z.object({ problem })

/** Told with `too-old`: what became of the changes that were handed in all the same. */
export const handedIn = z.object({
  problem,
  protocol: z.literal(PROTOCOL),
  epoch: id,
  nonce: z.string(),
  results: z.array(changeResult),
  received: count,
  last: z.nullable(id),
  refused: z.optional(z.array(id)),
})
export type HandedIn = z.infer<typeof handedIn>
export type Failure = z.infer<typeof failure>
