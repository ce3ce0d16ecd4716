// What is divided by: units that hold on the period's last day, and people of baselines. A denominator that is not known is
// not guessed from others.

import { isValidOn, type Unit } from '../model/unit.ts'
import { newestBaseline, type PeopleOf } from './baseline-people.ts'
import type { Cell } from './cell.ts'
import type { Held } from './coverage.ts'
import type { Figures } from './figures.ts'
import type { NoneReason, Source } from './reading.ts'
import { cellsWithin, unitTree } from './unit-tree.ts'

export type Among = 'communes' | 'key-communes'

/** The reason there is no share where none of them holds on the day. */
export const noneOf: Record<Among | 'villages', NoneReason> = { communes: 'no communes', 'key-communes': 'no key areas', villages: 'no villages' }

/** Communes, key communes or villages of the area that hold on a day, in the order of their list. */
export function unitsOn(figures: Figures, which: Among | 'villages', date: string): readonly Unit[] {
  const level = which === 'villages' ? 'village' : 'commune'
  const units = unitTree(figures.units)
    .unitsWithin(figures.area)
    .filter((unit) => unit.level === level && isValidOn(unit, date) && !figures.removed.has(unit.id))
  if (which !== 'key-communes') return units
  const key = new Set(keyAreasOn(figures, date).map(({ data }) => data.unit))
  return units.filter(({ id }) => key.has(id))
}

const keyAreasOn = ({ keyAreas }: Figures, date: string): Held<'key-area'>[] =>
  keyAreas.filter(({ data, removed }) => !removed && isValidOn({ validFrom: data.from, validTo: data.to }, date))

/** Where the list of units comes from; key areas with the decisions that set them. */
export function unitSources(figures: Figures, which: Among | 'villages', units: readonly Unit[], date: string): Source[] {
  if (which !== 'key-communes') return [{ what: which === 'villages' ? 'village-list' : 'commune-list' }]
  const counted = new Set(units.map(({ id }) => id))
  const decisions = keyAreasOn(figures, date).flatMap(({ data }) => (counted.has(data.unit) ? data.decision : []))
  return distinct(decisions.map((text) => ({ what: 'key-areas', text })))
}

/** The cells that belong to such a denominator: all of the area, what was held for the whole province too, or the key communes' alone. */
export const cellsAmong = ({ cells, units, area }: Figures, among: Among, communes: readonly Unit[]): readonly Cell[] =>
  among === 'communes' ? cellsWithin(cells, units, area) : communes.flatMap(({ id }) => cellsWithin(cells, units, id))

export interface People {
  /** Undefined as soon as one unit has no baseline. */
  people: number | undefined
  missing: string[]
  sources: Source[]
}

/** People of all these units together, by the newest baseline of each that is not younger than the year. */
export function peopleOf(figures: Figures, units: readonly Unit[], group: PeopleOf, year: number): People {
  const found = units.map(({ id }) => ({ id, baseline: newestBaseline(figures.baselines, id, group, year) }))
  const missing = found.filter(({ baseline }) => !baseline).map(({ id }) => id)
  const baselines = found.flatMap(({ baseline }) => baseline ?? [])
  return {
    people: missing.length > 0 ? undefined : baselines.reduce((sum, { people }) => sum + people, 0),
    missing,
    sources: distinct(baselines.map(({ source, year: of }) => ({ what: 'baseline', text: source, year: of }))),
  }
}

const distinct = (sources: Source[]): Source[] => [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
