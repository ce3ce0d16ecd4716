// Plain sums, for each organisation and together: what a plan without numeric targets can be told by (Kon Tum's). No share.

import { amount, isAligned } from './amount.ts'
import type { Cell, Measure } from './cell.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { type Finding, none } from './reading.ts'
import { cellsWithin } from './unit-tree.ts'

/** Organisations by their id, those with nothing left out; an empty id stands for records of none. */
export function countByOrganisation({ measures }: Definition & { type: 'count-by-organisation' }, figures: Figures, period: Dates): Finding {
  const sources = [{ what: 'records' } as const]
  if (!isAligned(period, figures.grain)) return none('not aligned', { sources })
  const cells = cellsWithin(figures.cells, figures.units, figures.area)
  const own = new Map<string, Cell[]>()
  for (const cell of cells) {
    const theirs = own.get(cell.organisation)
    if (theirs) theirs.push(cell)
    else own.set(cell.organisation, [cell])
  }
  const byOrganisation = [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([organisation, theirs]) => ({ organisation, values: sums(theirs, measures, period) }))
    .filter(({ values }) => Object.values(values).some((value) => value !== 0))
  return none('counts only', { sources, totals: sums(cells, measures, period), byOrganisation })
}

const sums = (cells: readonly Cell[], measures: readonly Measure[], period: Dates): Record<Measure, number> =>
  Object.fromEntries(measures.map((measure) => [measure, amount(cells, measure, period)]))
