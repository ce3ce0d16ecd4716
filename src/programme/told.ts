// How a reading is told to people: what its numbers count, and when a 0 is none. Screens and paper tell it by these functions,
// so that a figure is never drawn on one as zero and on the other as nothing known.

import type { Definition } from './pack.ts'
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

/** The number that may be told; undefined where there is none, also where a 0 only means that nobody recorded anything. */
export function toldOf({ value, numerator, denominator, flags }: Reading): Told | undefined {
  if ('none' in value || numerator === undefined || denominator === undefined || flags.includes('nothing-recorded')) return undefined
  return { numerator, denominator, percent: value.percent }
}
