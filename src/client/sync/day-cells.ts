// POST /api/cells: sums cut finer than the office's phone holds them.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { type CellsAnswer, type CellsRequest, cellsAnswer } from '../../protocol/day-cells.ts'
import type { Timer } from './ports.ts'
import { neverLate, postFor } from './post.ts'

export const askCells = (fetch: typeof globalThis.fetch, request: CellsRequest, timer: Timer = neverLate): Promise<Result<CellsAnswer, Problem>> =>
  postFor(fetch, '/api/cells', request, cellsAnswer, timer)
