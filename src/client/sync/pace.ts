// How much one request carries: more while it goes well, less when it doesn't, so that a weak signal still brings
// something through.

import { MOST_CHANGES, MOST_ROWS } from '../../protocol/sync.ts'

const FIRST_CHANGES = 50
const FIRST_ROWS = 500

/** A lost connection never makes a request smaller than this: a day's work still goes in one. */
const FEWEST_CHANGES = 5
const FEWEST_ROWS = 100

export interface Pace {
  /** Changes to send, and rows to ask for, at the most. */
  changes: number
  rows: number
}

export const firstPace: Pace = { changes: FIRST_CHANGES, rows: FIRST_ROWS }

export const quicker = ({ changes, rows }: Pace): Pace => ({ changes: Math.min(MOST_CHANGES, changes * 2), rows: Math.min(MOST_ROWS, rows * 2) })

/** After a request that got lost. */
export const slower = ({ changes, rows }: Pace): Pace => ({
  changes: Math.max(FEWEST_CHANGES, Math.floor(changes / 2)),
  rows: Math.max(FEWEST_ROWS, Math.floor(rows / 2)),
})

/** After a request with so many changes (two or more) was too large: half of them, down to one. */
export const smaller = ({ rows }: Pace, sent: number): Pace => ({ changes: Math.max(1, Math.floor(sent / 2)), rows })
