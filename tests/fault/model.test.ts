// Phones, the real server, and everything that can happen between them, in any order: nothing is lost, nothing happens twice,
// everybody agrees in the end. Each time with another seed. LAN_TOA_MODEL_RUNS and LAN_TOA_MODEL_SEED make more runs, or others,
// LAN_TOA_MODEL_MOVES longer ones; with LAN_TOA_MODEL_PATH beside the seed one of them is repeated, and with LAN_TOA_MODEL_SHRINK a
// failing one is made shorter.

import { afterEach, test } from 'vitest'
import { noteFigure } from '../fixture/figure.ts'
import { asked, backToToday, holds, LONGEST_MS } from '../fixture/model-holds.ts'

const { runs = 100, seed = Math.floor(performance.timeOrigin) % 2 ** 31 } = asked

afterEach(backToToday)

test(`[F30] [F35] [F49] [F50] [F51] fresh runs: seed ${seed}`, { timeout: LONGEST_MS }, async (context) => {
  await holds(runs, seed)
  noteFigure(context, runs, 'nothing lost, nothing twice, all queues empty')
})
