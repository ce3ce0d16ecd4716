// Who may do what (docs/domain.md §8), as one literal table: role × kind × verb. The same `can` hides a button on the phone
// and refuses on the server, where it is asked twice: on the record as it was and on the record as it would be.
// What the table doesn't grant is not allowed; an unknown role may do nothing.

import { type Problem, problem } from './problem.ts'
import type { KindName } from './registry.ts'
import { kindNamed } from './registry.ts'
import { communeOf, isWithin, type UnitLookup } from './unit.ts'

export const roles = ['collaborator', 'official', 'province', 'observer'] as const
export type Role = (typeof roles)[number]

/** `open`: looked at one by one when somebody asks, each time noted; never sent unasked, and without sensitive fields. */
export type Verb = 'read' | 'open' | 'make' | 'edit' | 'remove'

/**
 * own: her own records inside her area. area: any record there. around: any record there, and those that stand for what
 * lies above it. reason: any record there, with a reason where it is another's. body: records of her own organisation
 * there. feed: every record of the province.
 */
export type Grant = 'own' | 'area' | 'around' | 'reason' | 'body' | 'feed'

type Grants = Partial<Record<Verb, Grant>>

const look: Grants = { read: 'area' }
const lookAround: Grants = { read: 'around' }
const lookEverywhere: Grants = { read: 'feed' }
const ownWork: Grants = { read: 'area', make: 'area', edit: 'own', remove: 'own' }
const communeWork: Grants = { read: 'area', make: 'area', edit: 'reason', remove: 'reason' }
const officeWork: Grants = { read: 'area', make: 'area', edit: 'area', remove: 'area' }
const bodyWork: Grants = { read: 'body', make: 'body', edit: 'body', remove: 'body' }
const opened: Grants = { open: 'area' }

/** What figures are measured by: who they are of, what was promised, and the denominators around them. */
const measuredBy: Partial<Record<KindName, Grants>> = {
  unit: look,
  organisation: lookEverywhere,
  programme: lookEverywhere,
  baseline: lookAround,
  'key-area': look,
  target: lookAround,
  survey: lookAround,
}

/** What everybody who works in the province counts with. */
const shared: typeof measuredBy = { ...measuredBy, material: lookEverywhere, 'handbook-entry': lookEverywhere }

export const permissions: Record<Role, Partial<Record<KindName, Grants>>> = {
  collaborator: {
    ...shared,
    session: ownWork,
    site: ownWork,
    'site-visit': ownWork,
    'media-item': ownWork,
    plan: ownWork,
    'material-receipt': look,
    tally: look,
    submission: look,
  },
  official: {
    ...shared,
    session: communeWork,
    site: communeWork,
    'site-visit': communeWork,
    'media-item': communeWork,
    plan: communeWork,
    unit: communeWork,
    'material-receipt': communeWork,
    tally: communeWork,
    survey: { ...communeWork, read: 'around' },
    person: communeWork,
    submission: { read: 'area', make: 'area', edit: 'area' },
    report: { read: 'area', make: 'area', edit: 'area' },
  },
  province: {
    session: { ...bodyWork, ...opened },
    site: opened,
    'site-visit': opened,
    'material-receipt': opened,
    'media-item': { ...bodyWork, ...opened },
    tally: { ...bodyWork, ...opened },
    plan: bodyWork,
    unit: look,
    organisation: officeWork,
    material: officeWork,
    programme: officeWork,
    'handbook-entry': officeWork,
    baseline: officeWork,
    'key-area': officeWork,
    target: officeWork,
    survey: officeWork,
    person: officeWork,
    submission: { read: 'area', edit: 'area' },
    report: { read: 'body', make: 'body', edit: 'body' },
  },
  // No work.
  observer: measuredBy,
}

/** A role on a unit takes in all that lies below. The dates are civil, both included. */
export interface RoleOn {
  role: Role
  unit: string
  from: string
  to?: string | undefined
}

export interface Actor {
  account: string
  organisation: string
  roles: readonly RoleOn[]
}

/** What a permission is asked about: where the record lies, who made it, whom it belongs to. */
export interface Subject {
  kind: KindName
  unit: string
  author: string
  organisation?: string | undefined
}

export interface Asking {
  today: string
  lookup: UnitLookup
  reason?: string | undefined
}

/** Undefined where it is allowed; otherwise why not: out-of-scope, not-allowed or reason-needed. */
export function can(actor: Actor, verb: Verb, subject: Subject, { today, lookup, reason }: Asking): Problem | undefined {
  const refusals = rolesOn(actor, today).map((held) => refusal(held, actor, verb, subject, lookup, reason))
  if (refusals.some((refused) => refused === undefined)) return undefined
  return refusals.find((refused) => refused?.code === 'reason-needed') ?? refusals.find((refused) => refused?.code === 'not-allowed') ?? problem('out-of-scope')
}

/** Whether this person may set a field of that record which only some roles may touch; with a value, whether to that value. */
export function canSetField(actor: Actor, subject: Subject, name: string, { today, lookup }: Asking, value?: unknown): boolean {
  const field = kindNamed(subject.kind).fields[name]
  const held = rolesOn(actor, today).filter((one) => isWithin(subject.unit, areaOf(one, lookup), lookup))
  const allowed = [field?.only, value === undefined ? undefined : field?.values && (field.values[String(value)] ?? [])]
  return allowed.every((roles) => roles === undefined || held.some(({ role }) => roles.includes(role)))
}

export const rolesOn = (actor: Actor, today: string): RoleOn[] =>
  actor.roles.filter((held) => held.from <= today && (held.to === undefined || today <= held.to))

/** The area that a role reads and writes in: a collaborator of villages belongs to their whole commune. */
export const areaOf = (held: RoleOn, lookup: UnitLookup): string => communeOf(held.unit, lookup)?.id ?? held.unit

/** What somebody reads by its sums instead of by its records: the office its whole province, an observer her areas without small cells. */
export type SumsRead = { all: true } | { areas: readonly string[] }

/** Undefined for who reads none. Who also reads records of her own commune counts with those, and is told no sums beside them. */
export function sumsRead(actor: Actor, { today, lookup }: Asking): SumsRead | undefined {
  const held = rolesOn(actor, today)
  if (held.some(({ role }) => role === 'province')) return { all: true }
  if (held.length === 0 || held.some(({ role }) => role !== 'observer')) return undefined
  return { areas: [...new Set(held.map((one) => areaOf(one, lookup)))].sort() }
}

/** Whether someone may read its sensitive fields: its author, and whoever may edit it, if need be with a reason. */
export const canReadSensitive = (actor: Actor, subject: Subject, asking: Asking): boolean =>
  subject.author === actor.account || can(actor, 'edit', subject, { ...asking, reason: 'to read' }) === undefined

function refusal(held: RoleOn, actor: Actor, verb: Verb, subject: Subject, lookup: UnitLookup, reason: string | undefined): Problem | undefined {
  const grant = permissions[held.role]?.[subject.kind]?.[verb]
  if (grant === 'feed') return undefined
  const area = areaOf(held, lookup)
  const above = grant === 'around' && isWithin(area, subject.unit, lookup)
  if (!above && !isWithin(subject.unit, area, lookup)) return problem('out-of-scope')
  if (grant === undefined) return problem('not-allowed')
  if (grant === 'area' || grant === 'around') return undefined
  const own = subject.author === actor.account
  if (grant === 'own') return own ? undefined : problem('not-allowed')
  if (grant === 'body') return subject.organisation === actor.organisation ? undefined : problem('not-allowed')
  return own || reason ? undefined : problem('reason-needed')
}
