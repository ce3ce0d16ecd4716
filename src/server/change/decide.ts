// Whether a change may be made, and what the record is after it. Pure: all it needs to know is given. The order of the
// questions is the protocol's: is there such a record, may this person touch it, what have others done meanwhile, do the
// fields hold, and may this person have made it what it would become.

import { addDays } from '../../model/civil-date.ts'
import { type Conflict, groupOf, isEqual, mergeSet, withoutDecided } from '../../model/merge.ts'
import { type Actor, can, canSetField, type Subject } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { applyChange, type ChangeBody, type Fields, type Mark, setOf } from '../../model/record.ts'
import { type Data, type KindName, kindNamed } from '../../model/registry.ts'
import { communeOf } from '../../model/unit.ts'
import { followProblems, isAfter, setProblems, validate } from '../../model/validate.ts'
import { packOf } from '../../programme/adopt-pack.ts'
import { sha256 } from '../hash.ts'
import type { Places } from '../places.ts'
import type { Past, Seen } from './seen.ts'

export interface Asked {
  /** The change's own id. */
  id: string
  kind: KindName
  body: ChangeBody
  reason?: string | undefined
  /** The record as it is held. */
  before: { kind: KindName; author: string; fields: Fields; removed: boolean; conflicts: Conflict[] } | undefined
  /** What the person had seen of it; undefined where it is not hers to make or change under that id. */
  seen: Seen | undefined
  /** Whose rights count; the server's own operator has all. */
  by: Actor | 'operator'
  /** What the person is called. */
  name: string
  author: string
  now: number
  today: string
  places: Places
}

export interface Outcome {
  fields: Fields
  removed: boolean
  conflicts: Conflict[]
  marks: Mark[]
  unit: string
  commune: string | undefined
  organisation: string | undefined
}

/** What it did, where that is not what its body says. */
export interface Effect {
  set?: Fields
  removed?: boolean
}

export type Decision =
  | { is: 'refused'; problems: Problem[] }
  | { is: 'as-before' }
  | { is: 'changed'; answer: 'applied' | 'merged' | 'conflict'; outcome: Outcome; effect?: Effect }

export function decide(asked: Asked): Decision {
  const early = recordProblem(asked) ?? permissionBefore(asked)
  if (early) return refused([early])
  const { seen, before, body } = asked
  // Without a record there is nothing to have seen, and `recordProblem` has let only a making pass.
  if (!seen || !before) return decideMaking(asked)
  if (isAsBefore(asked, seen)) return { is: 'as-before' }
  const set = setOf(body)
  if (set) return decideSet(asked, seen, set)
  return 'remove' in body ? decideRemoval(asked, seen, before.fields) : decideReturn(asked, seen, before.fields)
}

const refused = (problems: Problem[]): Decision => ({ is: 'refused', problems })

function recordProblem({ kind, body, before, seen }: Asked): Problem | undefined {
  if (!before) return 'set' in body ? undefined : problem('no-record')
  return before.kind !== kind || !seen ? problem('id-taken') : undefined
}

/** Taking away and bringing back are one right. */
function permissionBefore(asked: Asked): Problem | undefined {
  const { before, body } = asked
  return before && allowed(asked, setOf(body) ? 'edit' : 'remove', before.fields)
}

/** Both sides already agree, or what was made on top of this change has gone further. */
function isAsBefore({ body, before }: Asked, seen: Seen): boolean {
  if ('remove' in body) return before?.removed === true || seen.isStateSuperseded || (seen.superseded.size > 0 && seen.crossed.length === 0)
  if ('restore' in body) return before?.removed === false || seen.isStateSuperseded
  const names = Object.keys(setOf(body) ?? {})
  return names.length > 0 && names.every((name) => seen.superseded.has(name))
}

function decideMaking(asked: Asked): Decision {
  const set = setOf(asked.body) ?? {}
  const unfit = setProblems(asked.kind, undefined, set)
  if (unfit.length > 0) return refused(unfit)
  const fields = applyChange({ fields: {}, removed: false, exists: true }, { set }).fields
  return decideNext(asked, { fields, set, conflicts: [], answer: 'applied' })
}

/** An edit of what another has removed meanwhile brings it back, marked; what she knew to be removed stays so. */
function decideSet(asked: Asked, seen: Seen, said: Fields): Decision {
  const { kind, before, body } = asked
  if (!before) return refused([problem('no-record')])
  const unfit = setProblems(kind, before.fields, said)
  if (unfit.length > 0) return refused(unfit)
  const staysRemoved = before.removed && seen.isStateSuperseded
  const comesBack = before.removed && !staysRemoved
  if (comesBack && !seen.removedBy) return refused([problem('record-removed')])
  const late = crossedFields(asked, seen, said)
  const rest = Object.fromEntries(Object.entries(said).filter(([name]) => !seen.superseded.has(name) && !Object.hasOwn(late, name)))
  const { set, lost } = mergeSet({ kind, set: rest, current: before.fields, base: seen.base, touched: new Set(seen.touched.keys()) })
  const kept = 'resolve' in body ? withoutDecided(kind, before.conflicts, Object.keys(said)) : before.conflicts
  const added = [
    ...conflictOver(asked, seen, lost),
    ...conflictUnder(asked, seen, late),
    ...(comesBack && seen.removedBy ? [removalOf(asked, seen.removedBy)] : []),
  ]
  const fields = applyChange({ fields: before.fields, removed: false, exists: true }, { set }).fields
  const isOther = comesBack || Object.keys({ ...set, ...said }).some((name) => set[name] !== said[name])
  return decideNext(asked, {
    fields,
    set: said,
    removed: staysRemoved,
    conflicts: [...kept, ...added],
    answer: added.length > 0 ? 'conflict' : seen.isAlone ? 'applied' : 'merged',
    ...(isOther ? { effect: { set, ...(comesBack ? { removed: false } : {}) } } : {}),
  })
}

/** What it says of fields that a change has set since that did not know it: that one stood over it in the history both come from. */
function crossedFields({ kind, before }: Asked, { crossed, superseded }: Seen, said: Fields): Fields {
  const set = new Set(crossed.flatMap((past) => Object.keys(past.set)))
  const isCrossed = (name: string): boolean => !superseded.has(name) && groupOf(kind, name).some((other) => set.has(other))
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => isCrossed(name) && !isEqual(before?.fields[name] ?? null, value)))
}

/** Its own value gives way. */
function conflictUnder({ by, author, name, now }: Asked, { crossed }: Seen, late: Fields): Conflict[] {
  const newest = crossed.at(-1)
  if (!newest || Object.keys(late).length === 0) return []
  return [{ change: newest.id, account: by === 'operator' ? author : by.account, name, at: now, fields: late }]
}

/** The other's newest value that gave way. */
function conflictOver({ id }: Asked, { touched }: Seen, lost: Fields): Conflict[] {
  const [newest] = Object.keys(lost)
    .flatMap((name) => touched.get(name) ?? [])
    .sort((a, b) => b.version - a.version)
  return newest ? [{ change: id, account: newest.account, name: newest.accountName, at: newest.at, fields: lost }] : []
}

const removalOf = ({ id }: Asked, { account, accountName, at }: Pick<Past, 'account' | 'accountName' | 'at'>): Conflict => ({
  change: id,
  account,
  name: accountName,
  at,
  removal: true,
})

/** What has become invalid can still be taken away. Another's unseen edit wins over it: the record stays, marked. */
function decideRemoval(asked: Asked, seen: Seen, fields: Fields): Decision {
  const { before, by, name, now } = asked
  if (!seen.editedBy) return { is: 'changed', answer: 'applied', outcome: outcomeOf(asked, fields, true, []) }
  const wanted = removalOf(asked, { account: by === 'operator' ? asked.author : by.account, accountName: name, at: now })
  const outcome = outcomeOf(asked, fields, false, [...(before?.conflicts ?? []), wanted])
  return { is: 'changed', answer: 'conflict', outcome, effect: {} }
}

/** What comes back must hold. */
const decideReturn = (asked: Asked, seen: Seen, fields: Fields): Decision =>
  decideNext(asked, { fields, set: {}, conflicts: asked.before?.conflicts ?? [], answer: seen.isAlone ? 'applied' : 'merged' })

interface Next {
  fields: Fields
  /** What the person asked to set. */
  set: Fields
  removed?: boolean
  conflicts: Conflict[]
  answer: 'applied' | 'merged' | 'conflict'
  effect?: Effect
}

function decideNext(asked: Asked, { fields, set, removed = false, conflicts, answer, effect }: Next): Decision {
  const { kind, before, body } = asked
  const checked = validate(kind, fields, { unit: openUnits(asked) })
  if (!checked.ok) return refused(checked.problem)
  const unproven = unprovenField(kind, checked.value)
  if (unproven !== undefined) return refused([problem('not-valid', [unproven])])
  const clean: Fields = checked.value
  // What was in the author's way without her knowing is kept as a conflict; deciding takes one of two that were allowed.
  const unfollowed = before && 'set' in body && answer !== 'conflict' ? followProblems(kind, before.fields, clean) : []
  const denied = allowed(asked, 'restore' in body ? 'remove' : before ? 'edit' : 'make', clean)
  const barred = denied ? [] : barredFields(asked, clean, set)
  if (barred.length > 0) return refused(barred)
  if (denied) return refused([denied])
  if (unfollowed.length > 0) return refused(unfollowed)
  return { is: 'changed', answer, outcome: outcomeOf(asked, clean, removed, conflicts), ...(effect ? { effect } : {}) }
}

function barredFields({ kind, by, author, today, places }: Asked, fields: Fields, set: Fields): Problem[] {
  if (by === 'operator') return []
  const subject = subjectOf(kind, fields, author)
  return Object.keys(set)
    .filter((name) => !canSetField(by, subject, name, { today, lookup: places.lookup }, set[name]))
    .map((name) => problem('not-allowed', [name]))
}

/**
 * A plan that no screen could read would stand before everybody who counts with it; a report whose hash is not its paper's would
 * pass for one that nobody has touched.
 */
function unprovenField(kind: KindName, data: Data<KindName>): string | undefined {
  // The kind says which data.
  if (kind === 'programme' && !packOf(data as Data<'programme'>).ok) return 'pack'
  if (kind !== 'report') return undefined
  const { paper, hash } = data as Data<'report'>
  return sha256(paper) === hash ? undefined : 'hash'
}

/** A removed village takes nothing new; what already lies there, or went into it, may still be mended. */
function openUnits({ kind, before, places }: Asked): Places['lookup'] {
  const named = before ? [homeOf(kind, before.fields), ...successorsIn(kind, before.fields)] : []
  return (id) => (places.isRemoved(id) && !named.includes(id) ? undefined : places.lookup(id))
}

const successorsIn = (kind: KindName, fields: Fields): string[] => (kind === 'unit' ? ((fields as Data<'unit'>).successors ?? []).map(({ unit }) => unit) : [])

function allowed({ kind, by, author, today, reason, places }: Asked, verb: 'make' | 'edit' | 'remove', fields: Fields): Problem | undefined {
  return by === 'operator' ? undefined : can(by, verb, subjectOf(kind, fields, author), { today, lookup: places.lookup, reason })
}

function outcomeOf({ kind, today, places }: Asked, fields: Fields, removed: boolean, conflicts: Conflict[]): Outcome {
  const { unit, organisation } = subjectOf(kind, fields, '')
  const ahead: Mark[] = isAfter(kind, fields, addDays(today, 1)) ? ['future-date'] : []
  const marks: Mark[] = conflicts.length > 0 ? [...ahead, 'conflict'] : ahead
  return { fields, removed, conflicts, marks, unit, commune: communeOf(unit, places.lookup)?.id, organisation }
}

/** What permissions are asked about. The fields must have been validated as this kind. */
export function subjectOf(kind: KindName, fields: Fields, author: string): Subject {
  const { organisation } = kindNamed(kind)
  // The kind is only known by name here; validate() has given the fields its shape.
  return { kind, author, unit: homeOf(kind, fields), organisation: organisation?.(fields as never) }
}

const homeOf = (kind: KindName, fields: Fields): string => kindNamed(kind).home(fields as never)
