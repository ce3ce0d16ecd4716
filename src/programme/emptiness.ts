// Whether anything was recorded at all: a 0 of an area that sent nothing is not the 0 of one that did.

import type { Cell } from './cell.ts'
import { isLevel } from './level.ts'
import type { ReadingFlag } from './reading.ts'
import { summarise } from './summary.ts'

/** Models are summed first, so that summaries and records say the same of one that opened and closed within a half-month. */
export function emptiness(cells: readonly Cell[]): ReadingFlag[] {
  const isSomething = cells.some(({ values }) => Object.keys(values).some((measure) => !isLevel(measure))) || summarise(cells).length > 0
  return isSomething ? [] : ['nothing-recorded']
}
