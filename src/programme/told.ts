// How a reading is told to people: what its numbers count, and when a 0 is none. Screens and paper tell it by these functions,
// so that a figure is never drawn on one as zero and on the other as nothing known.

import { isSilent } from './behind.ts'
import type { Figures } from './figures.ts'
import { evaluate, type Measured } from './indicator.ts'
import type { Definition } from './pack.ts'
import type { Dates } from './period.ts'
import type { Reading } from './reading.ts'

/** Of what the numerator and the denominator are so many: words under "overview.told." */
export type Things = 'villages' | 'communes' | 'key-communes' | 'months' | 'people' | 'asked' | 'households' | 'plain'

export function thingsOf(definition: Definition, { flags }: Reading): Things {
  if (definition.type === 'units-with') return definition.units
  if (definition.type === 'months-with') return 'months'
  if (definition.type === 'reached') return flags.includes('survey') ? 'asked' : 'people'
  if (definition.type === 'sum-over-baseline') return definition.people === 'households' ? 'households' : 'plain'
  return 'plain'
}

export interface Told {
  numerator: number
  denominator: number
  percent: number
}

/** As `evaluate` says it; and where not one record is of the period, that nothing was recorded. */
export function readingOf(indicator: Measured, figures: Figures, period: Dates): Reading {
  const reading = evaluate(indicator, figures, period)
  const isNothing = reading.numerator === 0 && !reading.flags.includes('nothing-recorded') && isSilent(indicator.definition, figures, period)
  return isNothing ? { ...reading, flags: [...reading.flags, 'nothing-recorded'] } : reading
}

/** The number that may be told; undefined where there is none, also where a 0 only means that nobody recorded anything. */
export function toldOf({ value, numerator, denominator, flags }: Reading): Told | undefined {
  if ('none' in value || numerator === undefined || denominator === undefined || flags.includes('nothing-recorded')) return undefined
  return { numerator, denominator, percent: value.percent }
}
