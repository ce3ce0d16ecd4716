// After a lock the figures stand, and what came later is an adjustment beside them (docs/domain.md §4.5): late records and edits
// are taken in, and nothing changes silently.

import { amount, isAligned } from './amount.ts'
import type { Cell, Measure } from './cell.ts'
import type { Figures } from './figures.ts'
import { evaluate, type Measured } from './indicator.ts'
import { isLevel } from './level.ts'
import type { Definition } from './pack.ts'
import { type Dates, isIn } from './period.ts'
import { isTally, tallyCodesIn, withTallies } from './tallied.ts'
import { cellsWithin } from './unit-tree.ts'

/** Name of a figure → whole number, as a submission keeps them. */
export type KeptFigures = Record<string, number>

/**
 * All sums of the area in the period, by measure, zeros left out; tallies by their code; and of each indicator its numerator
 * and denominator. Null where the figures are by half-month and the period is cut elsewhere.
 */
export function figuresToKeep(figures: Figures, period: Dates, indicators: readonly Measured[] = []): KeptFigures | null {
  if (!isAligned(period, figures.grain)) return null
  const cells = cellsWithin(figures.cells, figures.units, figures.area)
  const kept: KeptFigures = {}
  // An area has tens of thousands of cells, so each measure is looked for only where it can be.
  const [during, levels] = [cells.filter(({ date }) => isIn(period, date)), cells.filter(({ values }) => Object.keys(values).some(isLevel))]
  const tallies = withTallies(during)
  const own = (measure: Measure): readonly Cell[] => (isTally(measure) ? tallies : isLevel(measure) ? levels : during)
  for (const measure of measuresIn([...during, ...levels])) keep(kept, measure, amount(own(measure), measure, period))
  for (const indicator of indicators) {
    const { numerator, denominator } = evaluate(indicator, figures, period)
    if (numerator !== undefined) kept[`indicator.${indicator.id}.numerator`] = numerator
    if (denominator !== undefined) kept[`indicator.${indicator.id}.denominator`] = denominator
  }
  return kept
}

/** Indicators that a single commune can meet by itself, over its villages. Others are shares of communes. */
export const isKept = (definition: Definition): boolean => definition.type === 'units-with' && definition.units === 'villages'

/** What the figures of now have more, or less, than the locked ones; figures that are equal are left out. */
export function adjustment(locked: KeptFigures, now: KeptFigures): KeptFigures {
  const apart: KeptFigures = {}
  for (const name of new Set([...Object.keys(locked), ...Object.keys(now)])) keep(apart, name, (now[name] ?? 0) - (locked[name] ?? 0))
  return apart
}

const keep = (kept: KeptFigures, name: string, value: number): void => {
  if (value !== 0) kept[name] = value
}

function measuresIn(cells: readonly Cell[]): Measure[] {
  const plain = new Set(cells.flatMap(({ values }) => Object.keys(values).filter((name) => !/^(tally|tallies)\./.test(name))))
  return [...plain, ...tallyCodesIn(cells).map((code) => `tally.${code}`)].sort()
}
