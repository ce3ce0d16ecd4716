// One commune of the practice province with what lies and works in it, as the makers of its records are given it.

import type { Unit } from '../../model/unit.ts'
import type { CommuneBodies, Staff } from './bodies.ts'
import type { Visited } from './villages.ts'

/**
 * What a commune is an example of: a key area, one that was or became one during the practice, one whose people nobody has
 * counted, one with more first-timers than its baseline has people, one whose phones send late.
 */
export type Part = 'key' | 'key that ended' | 'key that began late' | 'no baseline' | 'over a hundred' | 'late phones' | 'plain'

export const isKey = (part: Part): boolean => part.startsWith('key')

export interface CommunePlace {
  commune: Unit
  villages: readonly Visited[]
  bodies: CommuneBodies
  staff: Staff
  /** Whether it is the one whose accounts can be tried. */
  isShown: boolean
  part: Part
}

/** Civil dates, both included. */
export interface Span {
  since: string
  yesterday: string
}
