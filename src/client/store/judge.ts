// What a save comes to: the change to make, or everything that stands against it. The same checks as the server's, on
// the record as the server will hold it. Pure: the unit book, the clock and the record are given.

import { dateInVietnam } from '../../model/civil-date.ts'
import type { Subject, Verb } from '../../model/permission.ts'
import { type Asking, can, canSetField } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { applyChange, difference, type Fields } from '../../model/record.ts'
import { type Data, type KindName, kindNamed } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { UnitLookup } from '../../model/unit.ts'
import { ladder } from '../../model/upgrade.ts'
import { followProblems, futureProblems, knownBetter, setProblems, validate } from '../../model/validate.ts'
import { type Lock, movedLock, weightOf } from '../../programme/lock.ts'
import type { Current, Decision } from './change.ts'
import type { DoneDraft } from './draft.ts'
import { actorOf, isClockTrusted, permissionDays } from './identity.ts'
import { subjectOf } from './subject.ts'

export interface SaveRequest {
  kind: KindName
  /** Absent for a new record; an id not seen before makes one under that id. */
  id?: string
  /** The whole record as edited: what is absent is taken away. */
  fields: Fields
  /** Why another's record is changed. */
  reason?: string
  /** Civil date in Vietnam, where the caller knows better than the phone's clock. */
  today?: string
  /** The server's version of it that the person saw (Shown's `version`), where she began before now. */
  seen?: number | null | undefined
  /** What she entered it in, done with once this is saved. */
  draft?: DoneDraft | undefined
}

export interface Around {
  nowMs: number
  units: UnitLookup
}

export function judgeSave(current: Current, request: SaveRequest, around: Around): Result<Decision, Problem[]> {
  const { expected, record } = current
  if (record && record.kind !== request.kind) return failed([problem('id-taken')])
  if (expected.removed) return failed([problem('record-removed')])
  if ((record?.model ?? 1) > ladder.model) return failed([problem('too-old')])
  const fields = { ...unknownFields(request.kind, record?.data ?? {}), ...request.fields }
  const valid = validate(request.kind, fields, { unit: around.units })
  if (!valid.ok) return valid
  const set = edits(current, valid.value)
  const found = [
    ...setProblems(request.kind, expected.exists ? expected.fields : undefined, set),
    ...dayProblems(current, request, valid.value, set, around),
    ...knownBetter(request.kind, valid.value, set, { unit: around.units }),
    ...permissionProblems(current, request, valid.value, set, around),
    ...(expected.exists ? followProblems(request.kind, expected.fields, valid.value) : []),
  ]
  const lock = lockMoved(current, request.kind, valid.value, around)
  if (found.length === 0 && lock && !request.reason) found.push(problem('reason-needed'))
  if (found.length > 0) return failed(found)
  const isSame = expected.exists && Object.keys(set).length === 0
  return ok({ kind: request.kind, ...(isSame ? {} : { body: { set } }), reason: request.reason, lock: lock?.id, seen: request.seen, settles: 'mended' })
}

/** Deciding between two values is an edit, also where it leaves what stands. Undecided removals end with it. */
export function judgeDecision(current: Current, fields: Fields, around: Around & { reason?: string | undefined }): Result<Decision, Problem[]> {
  const { record, expected } = current
  if (!record || !expected.exists) return failed([problem('no-record')])
  const { kind, reason } = { kind: record.kind as KindName, reason: around.reason } // only records that this build shows are decided on
  const set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? null]))
  const merged = applyChange(expected, { set }).fields
  const request: SaveRequest = { kind, fields: merged, ...(reason === undefined ? {} : { reason }) }
  const judged = judgeSave(current, request, around)
  if (!judged.ok) return judged
  const allowed = refusal(current, 'edit', subjectOf(kind, expected.fields, record.author), around)
  return allowed.length > 0 ? failed(allowed) : ok({ kind, reason, lock: judged.value.lock, body: { resolve: set } })
}

/** Removing or bringing back: allowed on the record as the server will hold it. */
export function judgeRemoval(current: Current, around: Around & { reason?: string | undefined; today?: string }): Result<Decision, Problem[]> {
  const { expected, record, identity } = current
  // Kinds that this build doesn't know are never shown, so nobody asks to remove one.
  const kind = record?.kind as KindName | undefined
  if (!kind || !expected.exists) return failed([problem('no-record')])
  const refused = refusal(current, 'remove', subjectOf(kind, expected.fields, record?.author ?? identity.account), around)
  if (refused.length > 0) return failed(refused)
  const lock = lockMoved(current, kind, undefined, around)
  return lock && !around.reason ? failed([problem('reason-needed')]) : ok({ kind, reason: around.reason, lock: lock?.id })
}

/** The locked figures that the record moves by becoming what it shall be; without `after` it is taken away or comes back. */
function lockMoved({ expected, locks }: Current, kind: KindName, after: Fields | undefined, { units }: Around): Lock | undefined {
  if (locks.length === 0) return undefined
  const before = expected.exists ? weightOf(kind, expected.fields) : []
  return movedLock(locks, before, after ? weightOf(kind, after) : [], units)
}

/** Fields of a newer build survive edits made by this one. */
function unknownFields(kind: KindName, fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(kindNamed(kind).fields, name)))
}

/**
 * Against what the server will hold; and while something was refused also against its row, because what is on its way
 * may be refused for the same reason.
 */
function edits({ expected, entries, known }: Current, data: Fields): Fields {
  const wasRefused = entries.some(({ state }) => state === 'rejected')
  return { ...(wasRefused ? difference(known?.row.data ?? {}, data) : {}), ...difference(expected.fields, data) }
}

/** Days that have not come yet, where the phone's clock can be believed and the date was touched. */
function dayProblems({ identity }: Current, { kind, today }: SaveRequest, data: Data<KindName>, set: Fields, { nowMs }: Around): Problem[] {
  if (!isClockTrusted(identity)) return []
  const found = futureProblems(kind, data, today ?? dateInVietnam(nowMs))
  return found.filter(({ path }) => path[0] !== undefined && Object.hasOwn(set, path[0]))
}

function permissionProblems(current: Current, request: SaveRequest, data: Data<KindName>, set: Fields, around: Around): Problem[] {
  const { expected, identity, record } = current
  if (expected.exists && Object.keys(set).length === 0) return []
  const author = record?.author ?? identity.account
  const verb = expected.exists ? 'edit' : 'make'
  const asked = { ...around, reason: request.reason, ...(request.today === undefined ? {} : { today: request.today }) }
  const states = expected.exists ? [expected.fields, data] : [data]
  const refused = states.flatMap((fields) => refusal(current, verb, subjectOf(request.kind, fields, author), asked)).slice(0, 1)
  const days = daysOf(current, asked)
  const subject = subjectOf(request.kind, data, author)
  const maySet = (name: string) => days.some((today) => canSetField(actorOf(identity), subject, name, { today, lookup: around.units }, set[name]))
  const forbidden = Object.keys(set).filter((name) => !maySet(name))
  return [...refused, ...forbidden.map((name) => problem('not-allowed', [name]))]
}

function refusal(current: Current, verb: Verb, subject: Subject, around: Around & { reason?: string | undefined; today?: string }): Problem[] {
  const actor = actorOf(current.identity)
  const asking = (today: string): Asking => ({ today, lookup: around.units, reason: around.reason })
  const refusals = daysOf(current, around).map((day) => can(actor, verb, subject, asking(day)))
  const first = refusals[0]
  return first && refusals.every((refused) => refused !== undefined) ? [first] : []
}

const daysOf = ({ identity }: Current, { nowMs, today }: { nowMs: number; today?: string }): string[] =>
  today === undefined ? permissionDays(identity, nowMs) : [today]
