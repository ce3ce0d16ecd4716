// Coverage (độ phủ) of one commune in one period, from records: which villages had a session (VC1), how many came, and how
// many were there for the first time this year. Attendance is never divided by people (docs/domain.md §4.1); no data is not
// zero; over 100 % is flagged, never capped. Pure: the same function for phone, server and report.

import { compareNames } from '../model/name-order.ts'
import type { Data, KindName } from '../model/registry.ts'
import { heirsOf, isValidOn } from '../model/unit.ts'
import { type BaselinePeople, newestBaseline } from './baseline-people.ts'
import { calendarYearOf, type Dates, isIn } from './period.ts'
import { type Share, shareOf } from './share.ts'

/** A record as far as coverage looks at it. Removed sessions and baselines count for nothing, removed villages need none. */
export interface Held<K extends KindName> {
  id: string
  data: Data<K>
  removed?: boolean | undefined
  /** ms since 1970; only the villages' list and a choice between two baselines of one year look at it. */
  changedAt?: number | undefined
}

/** The lists may hold records of other communes and times: they are left aside. */
export interface CoverageRequest {
  commune: string
  period: Dates
  /** The moment the records were known to be complete, ms since 1970. Handed through, so that no figure goes without it. */
  asOf: number
  villages: readonly Held<'unit'>[]
  sessions: readonly Held<'session'>[]
  /** Unit → civil date of its newest session, where `sessions` are the period's only. */
  last?: ReadonlyMap<string, string> | undefined
  baselines: readonly Held<'baseline'>[]
}

export interface MissingVillage {
  village: string
  /** Civil date of its newest session in all records given, whenever that was; undefined: none is recorded. */
  last: string | undefined
}

/** A share without a number says why. */
export type NoVillageShare = 'no villages'
export type NoReach = 'not one year' | 'no baseline' | 'nobody asked'

/**
 * VC1: villages with at least one session in the period ÷ villages valid on the period's last day. What was held in a village
 * that went as a whole into another counts for that one.
 */
export interface VillageCoverage {
  numerator: number
  denominator: number
  share: Share | { none: NoVillageShare }
  covered: string[]
  /** Longest without a session first; those that never had one before all others. */
  missing: MissingVillage[]
  /** When the list of villages was last changed, ms since 1970; undefined where it is empty or not known. */
  listChangedAt: number | undefined
}

/** People by a count that is asked in the room, and how many sessions asked. Undefined: no session did. */
export interface Asked {
  people: number | undefined
  askedSessions: number
  notAsked: number
}

/** People aged 14–60 who were there for the first time this year ÷ people aged 14–60 of the baseline. */
export interface Reach extends Asked {
  share: Share | { none: NoReach }
  /** The newest baseline that counts people aged 14–60 and is not younger than the period. */
  baseline: BaselinePeople | undefined
}

export interface Coverage {
  commune: string
  period: Dates
  asOf: number
  villages: VillageCoverage
  /** Ids of the sessions held in the commune and its villages in the period, oldest first. */
  sessions: string[]
  /** Those among them held in the commune without naming a village: they cover none. */
  withoutVillage: string[]
  /** Lượt người: the same person at two sessions counts twice. */
  attendance: number
  firstTime: Asked
  reach: Reach
}

/** All figures of one commune for one period; every one can be opened into the ids that make it up. */
export function coverage(request: CoverageRequest): Coverage {
  const { commune, period, asOf } = request
  // A village taken off the list by mistake leaves the denominator, but what was held there stays the commune's.
  const villages = request.villages.filter((village) => village.data.parent === commune)
  const places = new Set([commune, ...villages.map(({ id }) => id)])
  const everHeld = request.sessions.filter((session) => !session.removed && places.has(session.data.unit)).sort(byDate)
  const held = everHeld.filter((session) => isIn(period, session.data.date))
  return {
    commune,
    period: { from: period.from, to: period.to },
    asOf,
    villages: villageCoverage(villages, everHeld, request),
    sessions: held.map(({ id }) => id),
    withoutVillage: held.filter((session) => session.data.unit === commune).map(({ id }) => id),
    attendance: held.reduce((sum, session) => sum + session.data.counts.total, 0),
    firstTime: asked(held, 'firstTime'),
    reach: reach(request, held),
  }
}

function villageCoverage(
  villages: readonly Held<'unit'>[],
  everHeld: readonly Held<'session'>[],
  { period, last: told = new Map() }: CoverageRequest,
): VillageCoverage {
  const counted = villages.filter((village) => !village.removed && isValidOn(village.data, period.to))
  const standsFor = placesFor(villages)
  const dates = [...everHeld.map(({ data }): [string, string] => [data.unit, data.date]), ...told]
  const held = dates.flatMap(([unit, date]) => (standsFor.get(unit) ?? []).map((village) => ({ village, date })))
  const reached = new Set(held.filter(({ date }) => isIn(period, date)).map(({ village }) => village))
  const last = new Map<string, string>()
  for (const { village, date } of held) if (date > (last.get(village) ?? '')) last.set(village, date)
  const covered = counted.filter(({ id }) => reached.has(id)).map(({ id }) => id)
  const missing = counted.filter(({ id }) => !reached.has(id)).sort((a, b) => compare(last.get(a.id) ?? '', last.get(b.id) ?? '') || byName(a, b))
  const changes = villages.flatMap(({ changedAt }) => changedAt ?? [])
  return {
    numerator: covered.length,
    denominator: counted.length,
    share: shareOf(covered.length, counted.length) ?? { none: 'no villages' },
    covered,
    missing: missing.map(({ id }) => ({ village: id, last: last.get(id) })),
    listChangedAt: changes.length === 0 ? undefined : changes.reduce((newest, one) => Math.max(newest, one)),
  }
}

/** Each village with those that it went into. */
function placesFor(villages: readonly Held<'unit'>[]): Map<string, string[]> {
  const byId = new Map(villages.map(({ id, data }) => [id, { id, ...data }]))
  return new Map([...byId.values()].map((village) => [village.id, [village.id, ...heirsOf(village, (id) => byId.get(id))]]))
}

function reach({ commune, period, baselines }: CoverageRequest, held: readonly Held<'session'>[]): Reach {
  const first = asked(held, 'firstTime14to60')
  const year = calendarYearOf(period)
  const baseline = newestBaseline(baselines, commune, 'from14to60', Number(period.to.slice(0, 4)))
  const none = (reason: NoReach): Reach => ({ ...first, baseline, share: { none: reason } })
  if (year === undefined) return none('not one year')
  const share = baseline && shareOf(first.people ?? 0, baseline.people)
  if (!share) return none('no baseline')
  return first.people === undefined ? none('nobody asked') : { ...first, baseline, share }
}

function asked(held: readonly Held<'session'>[], count: 'firstTime' | 'firstTime14to60'): Asked {
  const answers = held.flatMap((session) => session.data.counts[count] ?? [])
  const people = answers.length === 0 ? undefined : answers.reduce((sum, one) => sum + one, 0)
  return { people, askedSessions: answers.length, notAsked: held.length - answers.length }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Held<'unit'>, b: Held<'unit'>): number => compareNames(a.data.name, b.data.name) || compare(a.id, b.id)
const byDate = (a: Held<'session'>, b: Held<'session'>): number => compare(a.data.date, b.data.date) || compare(a.id, b.id)
