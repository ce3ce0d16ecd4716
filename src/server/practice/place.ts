// One commune of the practice province with what lies and works in it, as the makers of its records are given it.

import type { Unit } from '../../model/unit.ts'
import type { CommuneBodies, Staff } from './bodies.ts'
import type { Visited } from './villages.ts'

export interface CommunePlace {
  commune: Unit
  villages: readonly Visited[]
  bodies: CommuneBodies
  staff: Staff
  /** Whether it is the one whose accounts can be tried. */
  isShown: boolean
}

/** Civil dates, both included. */
export interface Span {
  since: string
  yesterday: string
}
