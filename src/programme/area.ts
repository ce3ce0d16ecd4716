// The units that lie right below an area (a province's communes, a commune's villages), what was held in each, and which of
// them had no session for long. Pure.

import { daysBetween } from '../model/civil-date.ts'
import { compareNames } from '../model/name-order.ts'
import type { Unit } from '../model/unit.ts'
import { amountIn, isAligned, sessionCount } from './amount.ts'
import type { Measure } from './cell.ts'
import { unitsOn } from './denominator.ts'
import type { Figures } from './figures.ts'
import type { Dates } from './period.ts'
import { lastOf } from './summary.ts'
import { unitTree } from './unit-tree.ts'

/** So long without a session, and a unit is told of. */
export const QUIET_DAYS = 90

export interface UnitSums {
  /** A province counts an event once, a commune every session held in it. */
  sessions: number
  /** Lượt người: who comes twice counts twice. */
  attendance: number
  /** Undefined: no session asked who was there for the first time this year. */
  firstTime: number | undefined
}

export interface QuietUnit {
  unit: Unit
  /** Civil date of the newest session there or below; undefined: none is recorded. */
  last: string | undefined
}

/** Those that hold on the day, in the order of their list; none below a village. */
export function unitsBelow(figures: Figures, area: string, date: string): readonly Unit[] {
  const level = figures.units.find(({ id }) => id === area)?.level
  if (level === 'village') return []
  return unitsOn({ ...figures, area }, level === 'commune' ? 'villages' : 'communes', date)
}

/** What is recorded of a unit and all below it; undefined where the sums can't tell these dates. */
export function sumsOf(figures: Figures, unit: string, period: Dates): UnitSums | undefined {
  if (!isAligned(period, figures.grain)) return undefined
  const of = (measure: Measure): number => amountIn(figures, unit, measure, period)
  const firstTime = of('asked-first-time') === 0 ? undefined : of('first-time')
  return { sessions: sessionCount(figures, unit, period), attendance: of('attendance'), firstTime }
}

/** The newest session of a unit and of all below it. `sessions`: unit → the date of its own newest one. */
export const lastWithin = ({ units }: Pick<Figures, 'units'>, sessions: ReadonlyMap<string, string>, unit: string): string | undefined =>
  lastOf(
    unitTree(units)
      .idsWithin(unit)
      .map((id) => sessions.get(id)),
  )

/** Units right below the area without a session for that long: those that never had one first, then the longest. */
export function quietUnits(figures: Figures, sessions: ReadonlyMap<string, string>, today: string): QuietUnit[] {
  return unitsBelow(figures, figures.area, today)
    .map((unit) => ({ unit, last: lastWithin(figures, sessions, unit.id) }))
    .filter(({ last }) => last === undefined || daysBetween(last, today) >= QUIET_DAYS)
    .sort((a, b) => compare(a.last ?? '', b.last ?? '') || compareNames(a.unit.name, b.unit.name) || compare(a.unit.id, b.unit.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
