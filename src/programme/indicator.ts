// An indicator worked out for a period: one function for every type of definition a pack can have, and what all readings
// share. The same figures give the same reading on phone, server and paper.

import { dateInVietnam } from '../model/civil-date.ts'
import { countByOrganisation } from './count-by-organisation.ts'
import { isSilent } from './emptiness.ts'
import type { Figures } from './figures.ts'
import { monthsWith } from './months-with.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import { ratio } from './ratio.ts'
import { reached } from './reached.ts'
import type { Finding, Reading, ReadingFlag } from './reading.ts'
import { sumOverBaseline } from './sum-over-baseline.ts'
import { judged, type Target, targetOn } from './target.ts'
import { unitsWith } from './units-with.ts'

/** A pack's indicator fits; the office's targets may stand in for its own (target.ts). */
export interface Measured {
  id: string
  definition: Definition
  targets: readonly Target[]
}

/** No data is not zero: a reading without a number says why. Over 100 % is flagged, never capped. */
export function evaluate({ id, definition, targets }: Measured, figures: Figures, { from, to }: Dates): Reading {
  const finding = found(definition, figures, { from, to })
  const target = targetOn(targets, to)
  // Who was asked by a survey was asked, whatever else is recorded.
  const isOfNothing = finding.numerator === 0 && !finding.flags.includes('survey') && isSilent(definition, figures, { from, to })
  const reading: Reading = { ...finding, id, period: { from, to }, asOf: figures.asOf, target: target && judged(target, finding) }
  return { ...reading, flags: [...finding.flags, ...(isOfNothing ? (['nothing-recorded'] as const) : []), ...flagsOf(reading, definition)] }
}

function found(definition: Definition, figures: Figures, period: Dates): Finding {
  switch (definition.type) {
    case 'units-with':
      return unitsWith(definition, figures, period)
    case 'months-with':
      return monthsWith(definition, figures, period)
    case 'reached':
      return reached(definition, figures, period)
    case 'sum-over-baseline':
      return sumOverBaseline(definition, figures, period)
    case 'ratio':
      return ratio(definition, figures, period)
    case 'count-by-organisation':
      return countByOrganisation(definition, figures, period)
  }
}

function flagsOf({ value, target, period, asOf }: Reading, { type }: Definition): ReadingFlag[] {
  const flags: ReadingFlag[] = []
  if (!('none' in value) && value.overHundred) flags.push('over-hundred')
  if (dateInVietnam(asOf) < period.to) flags.push('not-over')
  if (!target && type !== 'count-by-organisation') flags.push('target-not-set')
  return flags
}
