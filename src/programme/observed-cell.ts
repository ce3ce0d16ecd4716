// What is told beyond a unit crosses ethnicity and sex only where nobody can be made out (docs/domain.md §4.7): of each cell that
// would give a group of fewer than five, the crossing is withheld, and the count of minorities too where it would give the crossing
// away beside the others. Pure.

import type { Cell } from './cell.ts'
import { CROSSED, FEWEST, hasSmallGroup, notFemale } from './small-group.ts'

type Values = Cell['values']

/** The cell as it may be told. A crossing that is withheld looks like one that was never asked for. */
export function observedCell(cell: Cell): Cell {
  const { values } = cell
  if (!hasSmallGroup(values)) return cell
  const isGivenAway = mostCrossing(values) - leastCrossing(values) < FEWEST - 1
  const withheld = isGivenAway ? [CROSSED, 'minority'] : [CROSSED]
  return { ...cell, values: Object.fromEntries(Object.entries(values).filter(([measure]) => !withheld.includes(measure))) }
}

/** Between these the crossing lies, for who knows the other counts of the cell. */
const leastCrossing = (values: Values): number => Math.max(0, (values['minority'] ?? 0) - notFemale(values))
const mostCrossing = (values: Values): number => Math.min(values['minority'] ?? 0, values['female'] ?? 0)
