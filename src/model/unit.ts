// Administrative units. Provinces and communes are official and come as data with the app; villages are records that
// their commune enters. An official unit's id is its code and the day it began, because codes are used again for other
// places (docs/domain.md §5): "19753@2025-07-01".

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { type unitTypes, villageTypes } from './terms.ts'
import { text } from './text.ts'

export const unitLevels = ['province', 'district', 'commune', 'village'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** The day from which today's provinces and communes hold. */
export const UNITS_SINCE = '2025-07-01'

/** Any unit's id: an official one ("46@2025-07-01") or a village's UUIDv7. */
export const unitId = z.string().check(z.regex(/^(\d{2,5}@\d{4}-\d{2}-\d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/))

export const officialUnitId = (code: string, since = UNITS_SINCE): string => `${code}@${since}`

/** A unit as everything else sees it, official or entered. */
export interface Unit {
  id: string
  level: UnitLevel
  type: (typeof unitTypes)[number]
  name: string
  parent?: string | undefined
  validFrom: string
  validTo?: string | undefined
  /** Official code, where it has one. */
  code?: string | undefined
  /** Names by which people still look for it: what was merged into it, what it was called. */
  formerNames?: readonly string[] | undefined
  /** What it went into when it changed or ended: as a whole, or in part. */
  successors?: readonly Successor[] | undefined
}

const successor = z.object({ unit: unitId, whole: z.boolean() })
const renaming = z.object({ before: text(80), from: civilDate })
export type Successor = z.infer<typeof successor>

export type UnitLookup = (id: string) => Unit | undefined

/** The unit itself and everything above it, nearest first; ends at what the lookup doesn't know. */
export function unitAndAbove(id: string, lookup: UnitLookup): Unit[] {
  const chain: Unit[] = []
  for (let unit = lookup(id); unit && chain.length < 6; unit = unit.parent ? lookup(unit.parent) : undefined) chain.push(unit)
  return chain
}

export const isWithin = (id: string, area: string, lookup: UnitLookup): boolean => unitAndAbove(id, lookup).some((unit) => unit.id === area)

/** The commune that a unit is or lies in; undefined for a province. */
export const communeOf = (id: string, lookup: UnitLookup): Unit | undefined => unitAndAbove(id, lookup).find((unit) => unit.level === 'commune')

/** Whether the unit exists on that civil date, both end days included. */
export const isValidOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, date: string): boolean =>
  unit.validFrom <= date && (unit.validTo === undefined || date <= unit.validTo)

/** What a village is called on a civil date: by its old name until its newest renaming. */
export const nameOn = ({ name, renamed }: { name: string; renamed?: z.infer<typeof renaming> | undefined }, date: string): string =>
  renamed !== undefined && date < renamed.from ? renamed.before : name

/** The unit into which this one went as a whole; undefined where it lives on, was split, or is simply no more. */
export function heirOf({ validTo, successors = [] }: Pick<Unit, 'validTo' | 'successors'>): string | undefined {
  const [only, ...others] = successors
  return validTo !== undefined && others.length === 0 && only?.whole ? only.unit : undefined
}

/**
 * The villages of the same commune into which a village went as a whole, nearest first: what was held in it is theirs, too. A
 * village that was split stands for itself.
 */
export function heirsOf(village: Pick<Unit, 'id' | 'parent' | 'validTo' | 'successors'>, lookup: (id: string) => typeof village | undefined): string[] {
  const heirs: string[] = []
  for (let at = lookup(heirOf(village) ?? ''); at && at.parent === village.parent && at.id !== village.id; at = lookup(heirOf(at) ?? '')) {
    if (heirs.includes(at.id)) break
    heirs.push(at.id)
  }
  return heirs
}

/** The village on a day where another was before it went into it as a whole; undefined where there is none on that day. */
export function standingOn(id: string, date: string, lookup: UnitLookup): string | undefined {
  const unit = lookup(id)
  if (!unit || isValidOn(unit, date)) return unit?.id
  return heirsOf(unit, lookup).find((heir) => isValidOn(lookup(heir) ?? unit, date))
}

/** The record kind: a village. Its parent is fixed: a village that moves is a new village with the old one ended. */
export const unit = defineKind({
  name: 'unit',
  fields: {
    name: field(text(80), { as: 'text' }, { group: 'name' }),
    type: field(z.enum(villageTypes), { as: 'one', terms: 'unitType', of: villageTypes }, { group: 'name' }),
    parent: field(unitId, { as: 'unit', levels: ['commune'] }, { fixed: true }),
    validFrom: field(civilDate, { as: 'date' }),
    validTo: field(z.optional(civilDate), { as: 'date' }, { group: 'end' }),
    /** The newest renaming: what it was called until the day before. All that it was ever called is in `formerName`. */
    renamed: field(z.optional(renaming), { as: 'part', columns: ['before', 'from'] }, { group: 'name' }),
    formerName: field(z.optional(text(120)), { as: 'text' }),
    successors: field(z.optional(z.array(successor).check(z.maxLength(20))), { as: 'part', columns: ['unit', 'whole'] }, { group: 'end' }),
  },
  home: (village) => village.parent,
  rules: (village, around) => {
    const parent = around.unit(village.parent)
    if (!parent) return [problem('unknown-unit', ['parent'])]
    if (parent.level !== 'commune') return [problem('wrong-level', ['parent'])]
    if (village.validTo !== undefined && village.validTo < village.validFrom) return [problem('dates-crossed', ['validTo'])]
    return village.successors?.every(({ unit: id }) => around.unit(id)) === false ? [problem('unknown-unit', ['successors'])] : []
  },
})
