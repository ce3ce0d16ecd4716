// What a report says in numbers: the sums of an area in a period, the lines that they fall into, its indicators, and how complete
// all of it is. Pure; phone and server make the same. It counts by adjustment.ts, amount.ts and indicator.ts, never by itself, and
// knows no words.

import { compareNames } from '../model/name-order.ts'
import type { Unit } from '../model/unit.ts'
import { figuresToKeep, type KeptFigures } from './adjustment.ts'
import { isAligned, sessionCount } from './amount.ts'
import { unitsBelow } from './area.ts'
import type { Cell } from './cell.ts'
import type { Figures } from './figures.ts'
import { evaluate, type Measured } from './indicator.ts'
import { isOfProvince } from './months-with.ts'
import type { Definition } from './pack.ts'
import { type Dates, isIn } from './period.ts'
import type { Reading } from './reading.ts'
import { type HandedIn, handedIn, type SentFigures } from './report-sent.ts'
import { tallied, tallyCodesIn, withTallies } from './tallied.ts'
import { cellsWithin, unitTree } from './unit-tree.ts'

export interface ReportAsked {
  /** A province, a commune or a village. */
  area: string
  period: Dates
  indicators: readonly Measured[]
  /** Only what this one did. */
  organisation?: string | undefined
  /** What the communes have sent up. Absent: nothing is said about it. */
  sent?: SentFigures | undefined
}

export interface ReportLine {
  /**
   * Name of a measure → whole number. Zeros are left out, but for tallies ("tally.<code>"): one that is not there was counted by
   * nobody.
   */
  sums: KeptFigures
  /** Whether anything at all was recorded of these days: without it a sum that is not there is no 0. */
  isRecorded: boolean
  /** Tallies whose spans overlap: something may be counted twice. */
  overlapping: string[]
  /** Measures taken out because a group of people in them is too small (small-cell.ts). */
  withheld: string[]
}

export interface UnitLine extends ReportLine {
  unit: string
}

export interface OrganisationLine extends ReportLine {
  /** Empty: of none. */
  organisation: string
}

export interface ReportFigures {
  area: string
  /** Undefined where the area is not among the units known. */
  level: Unit['level'] | undefined
  period: Dates
  /** ms since 1970. */
  asOf: number
  organisation: string | undefined
  whole: ReportLine
  /** A province counts an event of several communes once, everybody else every session held there; `whole.sums.sessions` is what the lines add up to. */
  sessionCount: number
  /** Units right below that hold on the last day, by name. Together with `own` and `former` they add up to the whole. */
  units: UnitLine[]
  /** Held for the area itself. */
  own: ReportLine
  /** Held in units that no longer hold, or were taken off the list. */
  former: ReportLine
  /** Those with anything, by id. They add up to the whole. */
  organisations: OrganisationLine[]
  indicators: { definition: Definition; reading: Reading }[]
  /** Undefined where nothing was said about what was sent up. */
  handedIn: HandedIn | undefined
}

/** Null where the figures are by half-month and the period is cut elsewhere. */
export function reportOn(asked: ReportAsked, given: Figures): ReportFigures | null {
  const { area, period, organisation } = asked
  if (!isAligned(period, given.grain)) return null
  const cells = organisation === undefined ? given.cells : given.cells.filter((cell) => cell.organisation === organisation)
  const figures: Figures = { ...given, area, cells }
  const within = cellsWithin(cells, figures.units, area)
  const units = [...unitsBelow(figures, area, period.to)].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const below = new Set(units.flatMap(({ id }) => unitTree(figures.units).idsWithin(id)))
  const level = figures.units.find(({ id }) => id === area)?.level
  const communes = level === 'commune' ? [area] : level === 'village' ? [] : units.map(({ id }) => id)
  const lineOf = (of: Partial<Figures>): ReportLine => lineIn({ ...figures, ...of }, period)
  return {
    area,
    level,
    period: { from: period.from, to: period.to },
    asOf: figures.asOf,
    organisation,
    whole: lineOf({}),
    sessionCount: sessionCount(figures, area, period),
    units: units.map(({ id }) => ({ unit: id, ...lineOf({ area: id }) })),
    own: lineOf({ cells: within.filter(({ unit }) => unit === area) }),
    former: lineOf({ cells: within.filter(({ unit }) => unit !== area && !below.has(unit)) }),
    organisations: byOrganisation(within)
      .map(([id, theirs]) => ({ organisation: id, ...lineOf({ cells: theirs }) }))
      .filter(({ sums }) => Object.keys(sums).length > 0),
    indicators: readingsOf(asked, figures),
    handedIn: asked.sent && handedIn({ sent: asked.sent, communes, period, indicators: asked.indicators }, given),
  }
}

/** What of the indicators such an area or organisation can be told; `figures` hold its cells alone. */
export function readingsOf(
  { indicators, organisation, period }: Pick<ReportAsked, 'indicators' | 'organisation' | 'period'>,
  figures: Figures,
): ReportFigures['indicators'] {
  const isCommune = figures.units.find(({ id }) => id === figures.area)?.level === 'commune'
  return indicators
    .filter(({ definition }) => (organisation === undefined || tellsOne(definition)) && !(isCommune && isOfProvince(definition)))
    .map((indicator) => ({ definition: indicator.definition, reading: evaluate(indicator, figures, period) }))
}

/** A share of an area's communes, months or people is no single organisation's; what it counted itself is. */
const tellsOne = ({ type }: Definition): boolean => type === 'ratio' || type === 'count-by-organisation'

/** The sums of the figures' area. */
export function lineIn(figures: Figures, period: Dates): ReportLine {
  const cells = cellsWithin(figures.cells, figures.units, figures.area)
  const kept = figuresToKeep(figures, period) ?? {}
  const entered = withTallies(cells)
  const tallies = tallyCodesIn(entered).map((code) => ({ code, ...tallied(entered, `tally.${code}`, period) }))
  const counted = tallies.filter(({ entries }) => entries > 0)
  const sums = { ...kept, ...Object.fromEntries(counted.map(({ code, value }) => [`tally.${code}`, value])) }
  return {
    sums: Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1))),
    isRecorded: cells.some(({ date }) => isIn(period, date)),
    overlapping: counted.flatMap(({ code, overlapping }) => (overlapping ? [code] : [])).sort(),
    withheld: [],
  }
}

function byOrganisation(cells: readonly Cell[]): [string, Cell[]][] {
  const own = new Map<string, Cell[]>()
  for (const cell of cells) {
    const theirs = own.get(cell.organisation)
    if (theirs) theirs.push(cell)
    else own.set(cell.organisation, [cell])
  }
  return [...own].sort(([a], [b]) => (a < b ? -1 : 1))
}
