// One row of what another system is told: the counts and indicators of a unit, an organisation or a month, worked out as a report's
// are. Pure.

import type { Unit } from '../../model/unit.ts'
import { unitsBelow } from '../../programme/area.ts'
import type { Cell } from '../../programme/cell.ts'
import { silentAt, villagesHeard } from '../../programme/completeness.ts'
import type { Held } from '../../programme/coverage.ts'
import type { Figures } from '../../programme/figures.ts'
import type { Definition, Pack } from '../../programme/pack.ts'
import { type Dates, isIn } from '../../programme/period.ts'
import { printedMeasures } from '../../programme/printed-measure.ts'
import type { Reading } from '../../programme/reading.ts'
import { lineIn, type ReportLine, readingsOf } from '../../programme/report.ts'
import { lockedIn, type Sent } from '../../programme/report-sent.ts'
import { sumTold } from '../../programme/sum-told.ts'
import { withOfficeTargets } from '../../programme/target.ts'
import { toldOf } from '../../programme/told.ts'
import { cellsWithin, unitTree } from '../../programme/unit-tree.ts'
import type { HandingIn } from '../database/query/device.ts'
import type { FiguresRow } from './answer.ts'

export interface Counted {
  /** Without small groups where they are withheld. */
  figures: Figures
  /** What was withheld, as cells of its own. */
  withheld: readonly Cell[]
  programme: { id: string; pack: Pack }
  targets: readonly Held<'target'>[]
  submissions: readonly Sent[]
  /** Where it is not, a locked figure of minorities is not told: a few late records are a small group by their nature. */
  isSmallTold: boolean
  organisations: ReadonlyMap<string, string>
  /** Those that record in the area. */
  phones: readonly Pick<HandingIn, 'id' | 'unit' | 'contactAt'>[]
}

export interface RowAsked {
  of: FiguresRow['of']
  unit: Unit
  period: Dates
  organisation?: string
  /** Which cells of the unit; left out: all. */
  cells?: (cell: Cell) => boolean
  /** Of which it is a part: it says of all that the whole counts how much, or why not. */
  whole?: FiguresRow
}

export function rowOf(asked: RowAsked, counted: Counted): FiguresRow {
  const { of, unit, organisation, period, whole } = asked
  const { cells } = counted.figures
  const figures: Figures = { ...counted.figures, area: unit.id, cells: asked.cells ? cells.filter(asked.cells) : cells }
  const line = { ...lineIn(figures, period), withheld: withheldIn(asked, counted) }
  const isPart = of === 'own' || of === 'former'
  return {
    of,
    unit: unitTold(unit),
    organisation: organisation === undefined ? null : { id: organisation, name: counted.organisations.get(organisation) ?? '' },
    period: { from: period.from, to: period.to },
    counts: countsOf(line, asked, counted.programme.pack),
    indicators: isPart ? [] : indicatorsOf(asked, figures, counted),
    locks: of === 'whole' || of === 'unit' || of === 'month' ? locksOf(asked, figures, counted) : [],
    // Of the same places in the same time it is the same, and takes long to work out for hundreds of organisations.
    completeness: whole?.unit.id === unit.id && of !== 'month' ? whole.completeness : completenessOf(unit, period, counted),
  }
}

export const unitTold = ({ id, code, name, level }: Unit): FiguresRow['unit'] => ({ id, code: code ?? null, name, level })

/** A sum is told whole or not at all: what is left of it would look like less than there was. */
function withheldIn({ unit, period, cells }: RowAsked, { figures, withheld }: Counted): string[] {
  const here = cellsWithin(withheld, figures.units, unit.id).filter((cell) => isIn(period, cell.date) && cells?.(cell) !== false)
  return [...new Set(here.flatMap(({ values }) => Object.keys(values)))]
}

export const isOfMinorities = (figure: string): boolean => figure.startsWith('minority')

function locksOf({ unit, period, whole }: RowAsked, figures: Figures, { programme, submissions, isSmallTold }: Counted): FiguresRow['locks'] {
  const communes = unit.level === 'province' ? unitsBelow(figures, unit.id, period.to) : unit.level === 'commune' ? [unit] : []
  const isOfWhole = whole?.period.from === period.from && whole.period.to === period.to
  if (isOfWhole) return whole.locks.filter((one) => communes.some(({ id }) => id === one.unit.id))
  const asked = {
    sent: { submissions, programme: programme.id, before: undefined, isOwed: false },
    communes: communes.map(({ id }) => id),
    period,
    indicators: programme.pack.indicators.map((one) => ({ ...one, targets: [] })),
  }
  const byId = new Map(communes.map((one) => [one.id, one]))
  return lockedIn(asked, figures).flatMap(({ unit: id, asOf, figures: moved }) => {
    const commune = byId.get(id)
    const told = Object.entries(moved).filter(([figure]) => isSmallTold || !isOfMinorities(figure))
    return commune ? [{ unit: unitTold(commune), asOf, moved: told.map(([figure, { locked, more }]) => ({ figure, locked, adjustment: more })) }] : []
  })
}

/** What reports print, what the plan asks for, and whatever else there is. */
function countsOf(line: ReportLine, { unit, whole }: RowAsked, { indicators }: Pack): FiguresRow['counts'] {
  const usual = whole?.counts.map(({ measure }) => measure) ?? [
    ...printedMeasures(unit.level === 'province'),
    ...indicators.flatMap(({ definition }) => countedBy(definition)),
  ]
  const found = Object.keys(line.sums).filter((name) => !name.startsWith('asked-'))
  return [...new Set([...usual, ...found])].map((measure) => {
    const told = sumTold(line, measure)
    return typeof told === 'number' ? { measure, value: told, none: null } : { measure, value: null, none: told.none }
  })
}

function countedBy(definition: Definition): string[] {
  if (definition.type === 'count-by-organisation') return definition.measures
  return definition.type === 'ratio' ? [...definition.numerator, definition.denominator].map((code) => `tally.${code}`) : []
}

function indicatorsOf({ unit, organisation, period }: RowAsked, figures: Figures, { programme, targets }: Counted): FiguresRow['indicators'] {
  const { id: adopted, pack } = programme
  const indicators = pack.indicators.map(({ id, definition, targets: planned }) => ({
    id,
    definition,
    targets: withOfficeTargets(planned, targets, { programme: adopted, indicator: id, unit: unit.id }),
  }))
  const names = new Map(pack.indicators.map(({ id, name }) => [id, name]))
  return readingsOf({ indicators, organisation, period }, figures).map(({ definition, reading }) => ({
    id: reading.id,
    name: names.get(reading.id) ?? { vi: reading.id, en: reading.id },
    ...shareOf(reading),
    sources: reading.sources.map(({ what, text, year }) => ({ what, text: text ?? null, year: year ?? null })),
    missing: reading.missing.length,
    flags: reading.flags,
    measures: definition.type === 'count-by-organisation' ? definition.measures : [],
  }))
}

/** As on paper: a 0 that only means that nobody recorded anything is none, and is not judged. */
function shareOf(reading: Reading): Pick<FiguresRow['indicators'][number], 'numerator' | 'denominator' | 'percent' | 'none' | 'target'> {
  const { value, denominator = null, target } = reading
  const told = toldOf(reading)
  const none = told ? null : 'none' in value ? value.none : 'nothing-recorded'
  return {
    numerator: told?.numerator ?? null,
    denominator,
    percent: told?.percent ?? null,
    none,
    target: target ? { threshold: target.threshold, compare: target.compare, by: target.by ?? null, met: (told && target.met) ?? null } : null,
  }
}

function completenessOf({ id }: Unit, period: Dates, { figures, phones }: Counted): FiguresRow['completeness'] {
  const places = unitsBelow(figures, id, period.to)
  const recorded = places.filter((place) => cellsWithin(figures.cells, figures.units, place.id).some(({ date }) => isIn(period, date)))
  const within = new Set(unitTree(figures.units).idsWithin(id))
  // A phone whose account records at several places is one phone.
  const here = [...new Map(phones.filter(({ unit }) => within.has(unit)).map((phone) => [phone.id, phone])).values()]
  const silent = silentAt(here, figures.asOf).length
  return {
    places: { of: places.length, heard: recorded.length },
    villages: villagesHeard({ ...figures, area: id }, period),
    phones: { of: here.length, silent },
    atLeast: silent > 0,
  }
}
