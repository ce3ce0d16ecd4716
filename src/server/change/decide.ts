// Whether a change may be made, and what the record is after it. Pure: all it needs to know is given. The order of the
// questions is the protocol's: is there such a record, may this person touch it, is it still what the person saw, do the
// fields hold, and may this person have made it what it would become.

import { addDays } from '../../model/civil-date.ts'
import { type Actor, can, canSetField, type Subject } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { applyChange, type ChangeBody, type Fields, type Mark, nothing } from '../../model/record.ts'
import { type Data, type KindName, kindNamed } from '../../model/registry.ts'
import { communeOf } from '../../model/unit.ts'
import { isAfter, setProblems, validate } from '../../model/validate.ts'
import { packOf } from '../../programme/adopt-pack.ts'
import type { Places } from '../places.ts'

export interface Asked {
  kind: KindName
  body: ChangeBody
  reason?: string | undefined
  /** The record as it is held. */
  before: { kind: KindName; author: string; fields: Fields; removed: boolean } | undefined
  /** What the person saw against what is held: the same, another's work in between, or somebody else's record. */
  basis: 'same' | 'stale' | 'foreign'
  /** Whose rights count; the server's own operator has all. */
  by: Actor | 'operator'
  author: string
  today: string
  places: Places
}

export interface Outcome {
  fields: Fields
  removed: boolean
  marks: Mark[]
  unit: string
  commune: string | undefined
  organisation: string | undefined
}

export type Decision = { is: 'refused'; problems: Problem[] } | { is: 'as-before' } | { is: 'changed'; outcome: Outcome }

export function decide(asked: Asked): Decision {
  const early = recordProblem(asked) ?? permissionBefore(asked)
  if (early) return refused([early])
  if (isAsBefore(asked)) return { is: 'as-before' }
  const late = stateProblem(asked)
  if (late) return refused([late])
  return 'set' in asked.body ? decideSet(asked, asked.body.set) : decideRemoval(asked, 'remove' in asked.body)
}

const refused = (problems: Problem[]): Decision => ({ is: 'refused', problems })

function recordProblem({ kind, body, before, basis }: Asked): Problem | undefined {
  if (!before) return 'set' in body && basis === 'same' ? undefined : problem('no-record')
  return before.kind !== kind || basis === 'foreign' ? problem('id-taken') : undefined
}

/** Taking away and bringing back are one right. */
function permissionBefore(asked: Asked): Problem | undefined {
  const { before, body } = asked
  return before && allowed(asked, 'set' in body ? 'edit' : 'remove', before.fields)
}

/** Removing what is removed, or restoring what is there: both sides already agree. */
function isAsBefore({ body, before }: Asked): boolean {
  return before !== undefined && (('remove' in body && before.removed) || ('restore' in body && !before.removed))
}

function stateProblem({ body, before, basis }: Asked): Problem | undefined {
  if (before?.removed && 'set' in body) return problem('record-removed')
  return basis === 'stale' ? problem('stale') : undefined
}

function decideSet(asked: Asked, set: Fields): Decision {
  const { kind, before } = asked
  const unfit = setProblems(kind, before?.fields, set)
  if (unfit.length > 0) return refused(unfit)
  const state = before ? { fields: before.fields, removed: before.removed, exists: true } : nothing
  return decideNext(asked, applyChange(state, asked.body).fields, false)
}

/** What has become invalid can still be taken away; what comes back must hold. */
function decideRemoval(asked: Asked, removed: boolean): Decision {
  const fields = asked.before?.fields ?? {}
  return removed ? { is: 'changed', outcome: outcomeOf(asked, fields, true) } : decideNext(asked, fields, false)
}

function decideNext(asked: Asked, fields: Fields, removed: boolean): Decision {
  const { kind, before, body } = asked
  const checked = validate(kind, fields, { unit: openUnits(asked) })
  if (!checked.ok) return refused(checked.problem)
  if (isUnreadablePlan(kind, checked.value)) return refused([problem('not-valid', ['pack'])])
  const clean: Fields = checked.value
  const denied = allowed(asked, 'restore' in body ? 'remove' : before ? 'edit' : 'make', clean)
  const barred = 'set' in body && !denied ? barredFields(asked, clean, body.set) : []
  if (barred.length > 0) return refused(barred)
  return denied ? refused([denied]) : { is: 'changed', outcome: outcomeOf(asked, clean, removed) }
}

function barredFields({ kind, by, author, today, places }: Asked, fields: Fields, set: Fields): Problem[] {
  if (by === 'operator') return []
  const subject = subjectOf(kind, fields, author)
  return Object.keys(set)
    .filter((name) => !canSetField(by, subject, name, { today, lookup: places.lookup }, set[name]))
    .map((name) => problem('not-allowed', [name]))
}

/** A plan that no screen could read would stand before everybody who counts with it. */
const isUnreadablePlan = (kind: KindName, data: Data<KindName>): boolean => kind === 'programme' && !packOf(data as Data<'programme'>).ok

/** A removed village takes nothing new; what already lies there may still be mended. */
function openUnits({ kind, before, places }: Asked): Places['lookup'] {
  const home = before && homeOf(kind, before.fields)
  return (id) => (places.isRemoved(id) && id !== home ? undefined : places.lookup(id))
}

function allowed({ kind, by, author, today, reason, places }: Asked, verb: 'make' | 'edit' | 'remove', fields: Fields): Problem | undefined {
  return by === 'operator' ? undefined : can(by, verb, subjectOf(kind, fields, author), { today, lookup: places.lookup, reason })
}

function outcomeOf({ kind, today, places }: Asked, fields: Fields, removed: boolean): Outcome {
  const { unit, organisation } = subjectOf(kind, fields, '')
  const marks: Mark[] = isAfter(kind, fields, addDays(today, 1)) ? ['future-date'] : []
  return { fields, removed, marks, unit, commune: communeOf(unit, places.lookup)?.id, organisation }
}

/** What permissions are asked about. The fields must have been validated as this kind. */
export function subjectOf(kind: KindName, fields: Fields, author: string): Subject {
  const { organisation } = kindNamed(kind)
  // The kind is only known by name here; validate() has given the fields its shape.
  return { kind, author, unit: homeOf(kind, fields), organisation: organisation?.(fields as never) }
}

const homeOf = (kind: KindName, fields: Fields): string => kindNamed(kind).home(fields as never)
