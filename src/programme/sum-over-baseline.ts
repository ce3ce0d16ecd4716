// A sum ÷ people or households of the baseline. pack.ts refuses measures that count a person again at every session.

import { amount, isAligned } from './amount.ts'
import { cellsAmong, noneOf, peopleOf, unitSources, unitsOn } from './denominator.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { type Finding, none, type Source } from './reading.ts'
import { shareOf } from './share.ts'
import { isTally, tallied } from './tallied.ts'

/** Nothing recorded is no zero; a tally that counted none is one. */
export function sumOverBaseline(definition: Definition & { type: 'sum-over-baseline' }, figures: Figures, period: Dates): Finding {
  const { among, measure, people: group } = definition
  const communes = unitsOn(figures, among, period.to)
  const sources: Source[] = [{ what: isTally(measure) ? 'tallies' : 'records' }, ...unitSources(figures, among, communes, period.to)]
  if (communes.length === 0) return none(noneOf[among], { sources })
  if (!isAligned(period, figures.grain)) return none('not aligned', { sources })
  const baseline = peopleOf(figures, communes, group, Number(period.to.slice(0, 4)))
  const told = { denominator: baseline.people, sources: [...sources, ...baseline.sources] }
  const cells = cellsAmong(figures, among, communes)
  const numerator = amount(cells, measure, period)
  const value = baseline.people === undefined ? undefined : shareOf(numerator, baseline.people)
  if (!value) return none('missing baseline', { ...told, numerator, missing: baseline.missing })
  const found = isTally(measure) ? tallied(cells, measure, period) : { entries: numerator, overlapping: false }
  if (found.entries === 0)
    return none(isTally(measure) ? 'no tally' : 'no data', { ...told, missing: isTally(measure) ? [measure.slice('tally.'.length)] : [] })
  return { ...told, value, numerator, missing: [], flags: found.overlapping ? ['overlapping-tallies'] : [] }
}
