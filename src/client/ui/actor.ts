// Who is using the phone, as the permission table asks for it, and which commune that makes theirs.

import { type Asking, areaOf, can, type Role, rolesOn, type Subject, type Verb } from '../../model/permission.ts'
import type { KindName } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import { actorOf, type Identity } from '../store/identity.ts'
import type { UnitBook } from '../store/units.ts'
import { useApp, useToday } from './context.ts'

/** The role whose screens come first: the highest that holds today. */
function mainRole(identity: Identity, today: string): Role | undefined {
  const held = rolesOn(actorOf(identity), today).map(({ role }) => role)
  return (['province', 'official', 'collaborator', 'observer'] as const).find((role) => held.includes(role))
}

/** The commune of the person's first role, or undefined for someone who works above communes. */
function homeCommune(identity: Identity, units: UnitBook, today: string): Unit | undefined {
  return rolesOn(actorOf(identity), today)
    .map((held) => units.lookup(areaOf(held, units.lookup)))
    .find((unit) => unit?.level === 'commune')
}

export interface Me {
  identity: Identity
  role: Role | undefined
  commune: Unit | undefined
  may: (verb: Verb, subject: Subject, reason?: string) => boolean
  /** The commune that is hers, or the province for someone who works above communes. */
  home: string
  /** A record of her own; at home unless told where. */
  mayMake: (kind: KindName, unit?: string) => boolean
  asking: Asking
}

/** The person at the phone; screens behind enrolment only. */
export function useMe(): Me {
  const app = useApp()
  const today = useToday()
  const identity = app.identity.value
  if (!identity) throw new Error('A screen of someone was drawn before anyone enrolled')
  const units = app.units.value
  const asking: Asking = { today, lookup: units.lookup }
  const commune = homeCommune(identity, units, today)
  const may: Me['may'] = (verb, subject, reason) => can(actorOf(identity), verb, subject, { ...asking, reason }) === undefined
  const { account: author, scope } = identity
  const home = commune?.id ?? scope.province
  return {
    identity,
    role: mainRole(identity, today),
    commune,
    asking,
    may,
    home,
    mayMake: (kind, unit = home) => may('make', { kind, unit, author, organisation: scope.organisation }),
  }
}
