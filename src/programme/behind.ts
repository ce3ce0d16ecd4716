// Which records make an indicator's figure: counted over them alone, it comes to the same numerator (docs/domain.md §4.4). Pure.

import type { Data, KindName } from '../model/registry.ts'
import { until } from './amount.ts'
import { unitsBelow } from './area.ts'
import type { Cell, Measure } from './cell.ts'
import { contributions } from './contribution.ts'
import { unitsOn } from './denominator.ts'
import { daysOf } from './emptiness.ts'
import type { Figures } from './figures.ts'
import { isLevel } from './level.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { isTally } from './tallied.ts'
import { unitTree } from './unit-tree.ts'

/** Asked once for many records: the places and days that count are looked up beforehand. */
export function behind(definition: Definition, figures: Figures, period: Dates): (kind: KindName, data: Data<KindName>) => boolean {
  const places = new Set(placesOf(definition, figures, period.to))
  const { from } = daysOf(definition, period)
  const measures = measuresOf(definition)
  const counts = (cell: Cell): boolean => places.has(cell.unit) && cell.date <= period.to && measures.some((measure) => adds(cell, measure, from))
  return (kind, data) => contributions(kind, data).some(counts)
}

/** A figure of a report: so much of a measure or of a family of them ("media.*"), in a unit or in a part of it. */
export interface FigureAsked {
  measure: Measure
  unit: string
  organisation?: string | undefined
  /** Only what was held for the unit itself, or in places below it that are no more. */
  part?: 'own' | 'former' | undefined
}

/** The same of a report's figure. */
export function behindFigure(
  { measure, unit, organisation, part }: FigureAsked,
  figures: Figures,
  period: Dates,
): (kind: KindName, data: Data<KindName>) => boolean {
  const places = new Set(partOf(unit, part, figures, period.to))
  const family = measure.endsWith('*') ? measure.slice(0, -1) : undefined
  const counts = (cell: Cell): boolean =>
    places.has(cell.unit) &&
    cell.date <= period.to &&
    (organisation === undefined || cell.organisation === organisation) &&
    (family === undefined ? [measure] : Object.keys(cell.values).filter((name) => name.startsWith(family))).some((one) => adds(cell, one, period.from))
  return (kind, data) => contributions(kind, data).some(counts)
}

function partOf(unit: string, part: FigureAsked['part'], figures: Figures, date: string): readonly string[] {
  const within = unitTree(figures.units).idsWithin(unit)
  if (part === undefined) return within
  if (part === 'own') return [unit]
  const standing = new Set(unitsBelow(figures, unit, date).flatMap(({ id }) => unitTree(figures.units).idsWithin(id)))
  return within.filter((id) => id !== unit && !standing.has(id))
}

/** The kinds of record that can stand behind it, and the days on which they count: what is opened where the records lie elsewhere. */
export function recordsAsked(definition: Definition, period: Dates): { kinds: KindName[]; days: Dates } {
  const measures = measuresOf(definition)
  const { from } = measures.some(isLevel) ? until(period.to) : daysOf(definition, period)
  return { kinds: [...new Set(measures.map(kindOf))], days: { from, to: period.to } }
}

/** The same of a report's figure. What was received earlier may have been deployed in the period. */
export const recordsOfFigure = (measure: Measure, { from, to }: Dates): { kinds: KindName[]; days: Dates } => ({
  kinds: [kindOf(measure)],
  days: isLevel(measure) || measure === 'deployed' ? until(to) : { from, to },
})

/** The measure whose sum over places is the numerator; undefined where units, months or tallies of the whole are counted. */
export function summedMeasure(definition: Definition): Measure | undefined {
  if (definition.type === 'sum-over-baseline') return definition.measure
  if (definition.type !== 'reached') return undefined
  return definition.age === 'all' ? 'first-time' : 'first-time-14-60'
}

/** What is looked for in a record: of people reached, that somebody asked. */
function measuresOf(definition: Definition): readonly Measure[] {
  switch (definition.type) {
    case 'units-with':
    case 'months-with':
    case 'sum-over-baseline':
      return [definition.measure]
    case 'reached':
      return [definition.age === 'all' ? 'asked-first-time' : 'asked-first-time-14-60']
    case 'ratio':
      return [...definition.numerator, definition.denominator].map((code) => `tally.${code}`)
    case 'count-by-organisation':
      return definition.measures
  }
}

function placesOf(definition: Definition, figures: Figures, date: string): readonly string[] {
  const within = (id: string): readonly string[] => unitTree(figures.units).idsWithin(id)
  if (definition.type === 'units-with') return unitsOn(figures, definition.units, date).flatMap(({ id }) => within(id))
  if ('among' in definition && definition.among === 'key-communes') return unitsOn(figures, 'key-communes', date).flatMap(({ id }) => within(id))
  return within(figures.area)
}

/** A tally counts where its whole span lies in the period; a level counts from its beginning. */
function adds({ date, values }: Cell, measure: Measure, from: string): boolean {
  if (!isTally(measure)) return values[measure] !== undefined && (isLevel(measure) || date >= from)
  const name = `tallies.${measure.slice('tally.'.length)}.`
  return date >= from && Object.keys(values).some((held) => held.startsWith(name) && held.slice(name.length) >= from)
}

const families: [RegExp, KindName][] = [
  [/^tally\./, 'tally'],
  [/^site-/, 'site'],
  [/^visit/, 'site-visit'],
  [/^(received|deployed)$/, 'material-receipt'],
  [/^(media|messages|minutes|times)/, 'media-item'],
]

const kindOf = (measure: Measure): KindName => families.find(([pattern]) => pattern.test(measure))?.[1] ?? 'session'
