// How much one request carries: more while it goes well, less when it doesn't, so that a weak signal still brings
// something through.

import { MOST_CHANGES, MOST_ROWS } from '../../protocol/sync.ts'

const FIRST_CHANGES = 50
const FIRST_ROWS = 500
const FEWEST_ROWS = 25

export interface Pace {
  /** Changes to send, and rows to ask for, at the most. */
  changes: number
  rows: number
}

export const firstPace: Pace = { changes: FIRST_CHANGES, rows: FIRST_ROWS }

export const quicker = ({ changes, rows }: Pace): Pace => ({ changes: Math.min(MOST_CHANGES, changes * 2), rows: Math.min(MOST_ROWS, rows * 2) })

/** `sent`: the changes that were in the request that failed; halving what it never reached would repeat it as it was. */
export function slower({ changes, rows }: Pace, sent: number): Pace {
  const tried = sent > 0 ? Math.min(changes, sent) : changes
  return { changes: Math.max(1, Math.floor(tried / 2)), rows: Math.max(FEWEST_ROWS, Math.floor(rows / 2)) }
}
