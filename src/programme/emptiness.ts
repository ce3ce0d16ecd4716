// Whether anything was recorded at all: a 0 of an area that sent nothing is not the 0 of one that did.

import type { Cell } from './cell.ts'
import type { ReadingFlag } from './reading.ts'
import { summarise } from './summary.ts'

/** Summed first, so that summaries and records say the same of a model that opened and closed within one half-month. */
export const emptiness = (cells: readonly Cell[]): ReadingFlag[] => (summarise(cells).length === 0 ? ['nothing-recorded'] : [])
