// Units with at least so many of a measure ÷ units that hold on the period's last day (CT1, CT2, VC1).

import { amountIn, isAligned, until } from './amount.ts'
import { noneOf, unitSources, unitsOn } from './denominator.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { type Finding, none } from './reading.ts'
import { shareOf } from './share.ts'

/** A commune has what it and its villages have. A unit of which nothing is recorded has not reached it: `missing` names it. */
export function unitsWith(definition: Definition & { type: 'units-with' }, figures: Figures, period: Dates): Finding {
  const { measure, atLeast, units: which } = definition
  const dates = definition.when === 'until' ? until(period.to) : period
  const units = unitsOn(figures, which, period.to)
  const sources = [{ what: 'records' } as const, ...unitSources(figures, which, units, period.to)]
  if (units.length > 0 && !isAligned(dates, figures.grain)) return none('not aligned', { denominator: units.length, sources })
  const missing = units.filter(({ id }) => amountIn(figures, id, measure, dates) < atLeast).map(({ id }) => id)
  const numerator = units.length - missing.length
  const value = shareOf(numerator, units.length)
  if (!value) return none(noneOf[which], { sources })
  return { value, numerator, denominator: units.length, sources, missing, flags: [] }
}
