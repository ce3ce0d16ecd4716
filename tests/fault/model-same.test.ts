// The model of tests/fault/model.test.ts with the seed that it always had: what held yesterday holds today.

import { afterEach, test } from 'vitest'
import { noteFigure } from '../fixture/figure.ts'
import { asked, backToToday, holds, LONGEST_MS } from '../fixture/model-holds.ts'

const SEED = 20_261_128
const RUNS = 300

afterEach(backToToday)

test.runIf(asked.runs === undefined)(`[F30] [F35] always the same runs: seed ${SEED}`, { timeout: LONGEST_MS }, async (context) => {
  await holds(RUNS, SEED)
  noteFigure(context, RUNS, 'nothing lost, nothing twice, all queues empty')
})
