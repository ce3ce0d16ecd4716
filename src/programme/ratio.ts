// The smallest of some tallies ÷ another one (HD-1: tips classified and handled ÷ received).

import { isAligned } from './amount.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { type Finding, none } from './reading.ts'
import { shareOf } from './share.ts'
import { tallied } from './tallied.ts'
import { cellsWithin } from './unit-tree.ts'

/** None received is not 100 %, and what nobody tallied is not zero: `missing` names those measures. */
export function ratio(definition: Definition & { type: 'ratio' }, figures: Figures, period: Dates): Finding {
  const sources = [{ what: 'tallies' } as const]
  if (!isAligned(period, figures.grain)) return none('not aligned', { sources })
  const cells = cellsWithin(figures.cells, figures.units, figures.area)
  const found = [...definition.numerator, definition.denominator].map((code) => ({ code, ...tallied(cells, `tally.${code}`, period) }))
  const missing = found.filter(({ entries }) => entries === 0).map(({ code }) => code)
  if (missing.length > 0) return none('no tally', { sources, missing })
  const denominator = found.at(-1)?.value ?? 0
  const numerator = Math.min(...found.slice(0, -1).map(({ value }) => value))
  const flags = found.some(({ overlapping }) => overlapping) ? (['overlapping-tallies'] as const) : []
  const value = shareOf(numerator, denominator)
  if (!value) return none('none received', { sources, numerator, denominator, flags: [...flags] })
  return { value, numerator, denominator, sources, missing: [], flags: [...flags] }
}
