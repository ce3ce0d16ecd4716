// What indicators are worked out from: cells of one area, from records (by day) or from summaries (by half-month), with
// the units, key areas, baselines and surveys beside them. Pure: the same for phone, server and report.

import type { Data, KindName } from '../model/registry.ts'
import type { Unit } from '../model/unit.ts'
import type { Cell } from './cell.ts'
import { contributions } from './contribution.ts'
import type { Held } from './coverage.ts'

/** How finely the cells are dated. By half-month, only periods that begin on a 1st or 15th and end the day before one can be told. */
export type Grain = 'day' | 'half-month'

export interface Figures {
  cells: readonly Cell[]
  grain: Grain
  /** The province or commune that is looked at; cells of other areas are left aside. */
  area: string
  /** Communes and villages of the area, those of other times too. */
  units: readonly Unit[]
  /** Units that were taken off the list by mistake: in no denominator, though what was held there counts for the commune. */
  removed: ReadonlySet<string>
  keyAreas: readonly Held<'key-area'>[]
  baselines: readonly Held<'baseline'>[]
  surveys: readonly Held<'survey'>[]
  /** The moment up to which the cells are known to be complete, ms since 1970. */
  asOf: number
}

/** A record of any kind; one kind's data with its name, so that a list may be mixed. */
export type AnyHeld = { [K in KindName]: Held<K> & { kind: K } }[KindName]

/** What is looked at; `units` are the official ones of the area, those of other times too. */
export type Around = Pick<Figures, 'area' | 'asOf' | 'units'>

/** The kinds that make no cells and stand beside them. */
export const kindsBeside = ['unit', 'key-area', 'baseline', 'survey'] as const satisfies readonly KindName[]

/** From the records themselves: any period can be told. Villages come from the records. */
export const figuresFromRecords = (records: readonly AnyHeld[], around: Around): Figures =>
  figuresFromSummaries(
    records.flatMap(({ kind, data, removed }) => (removed ? [] : contributions(kind, data))),
    records,
    around,
    'day',
  )

/** From sums by half-month, unless the grain says otherwise; `records` are those beside them (kindsBeside), others are left aside. */
export function figuresFromSummaries(cells: readonly Cell[], records: readonly AnyHeld[], around: Around, grain: Grain = 'half-month'): Figures {
  const villages = ofKind(records, 'unit')
  return {
    cells,
    grain,
    area: around.area,
    units: [...around.units, ...villages.map(({ id, data }) => villageToUnit(id, data))],
    removed: new Set(villages.filter(({ removed }) => removed).map(({ id }) => id)),
    keyAreas: ofKind(records, 'key-area'),
    baselines: ofKind(records, 'baseline'),
    surveys: ofKind(records, 'survey'),
    asOf: around.asOf,
  }
}

const villageToUnit = (id: string, { name, type, parent, validFrom, validTo, successors }: Data<'unit'>): Unit => ({
  id,
  level: 'village',
  name,
  type,
  parent,
  validFrom,
  validTo,
  successors,
})

const ofKind = <K extends KindName>(records: readonly AnyHeld[], kind: K): Held<K>[] =>
  // Filtered by the very name that decides the type of the data.
  records.filter((record) => record.kind === kind) as unknown as Held<K>[]
