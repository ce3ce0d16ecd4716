// Phones, the real server, and everything that can happen between them, in any order: nothing is lost, nothing happens twice,
// everybody agrees in the end. LAN_TOA_MODEL_RUNS and LAN_TOA_MODEL_SEED make more runs, or others; with
// LAN_TOA_MODEL_PATH beside the seed one of them is repeated, and with LAN_TOA_MODEL_SHRINK a failing one is made shorter.

import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { ladder } from '../../src/model/upgrade.ts'
import { noteFigure } from '../fixture/figure.ts'
import { commands } from '../fixture/model-move.ts'
import { expectAllWell, heal } from '../fixture/model-oracle.ts'
import { world } from '../fixture/model-world.ts'

const SEED = 20_261_128
const MOST_MOVES = 140

const [runs, seed] = [process.env['LAN_TOA_MODEL_RUNS'], process.env['LAN_TOA_MODEL_SEED']].map((given) => (given === undefined ? undefined : Number(given)))

/** Which run of the seed alone, as a failure prints it. */
const path = process.env['LAN_TOA_MODEL_PATH']

const today = { ...ladder }
const backToToday = (): unknown => Object.assign(ladder, today)

afterEach(backToToday)

const every = ['applied', 'merged', 'conflict', 'held', 'rejected', 'forked', 'duplicate', 'left', 'fresh', 'signed-out']

async function holds(numRuns: number, from: number): Promise<void> {
  const said = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(commands(MOST_MOVES), async (chosen) => {
      backToToday()
      const real = await world()
      await fc.asyncModelRun(() => ({ model: {}, real }), chosen)
      await heal(real)
      await expectAllWell(real)
      for (const [answer, count] of real.server.said) said.set(answer, (said.get(answer) ?? 0) + count)
      await real.server.end()
    }),
    { numRuns, seed: from, endOnFailure: process.env['LAN_TOA_MODEL_SHRINK'] === undefined, ...(path === undefined ? {} : { path }) },
  )
  console.log(`${numRuns} runs, seed ${from}: ${[...said].map(([answer, count]) => `${answer} ${count}`).join(', ')}`)
  // A model that never comes to a conflict proves nothing about conflicts.
  if (numRuns >= 100) expect(every.filter((answer) => (said.get(answer) ?? 0) < numRuns / 50)).toEqual([])
}

const LONGEST_MS = 20 * 60_000

test.runIf(runs === undefined)(`[F30] [F35] always the same runs: seed ${SEED}`, { timeout: LONGEST_MS }, async (context) => {
  await holds(300, SEED)
  noteFigure(context, 300, 'nothing lost, nothing twice, all queues empty')
})

const fresh = seed ?? Math.floor(performance.timeOrigin) % 2 ** 31

test(`[F30] [F35] [F49] [F50] [F51] fresh runs: seed ${fresh}`, { timeout: LONGEST_MS }, async (context) => {
  await holds(runs ?? 100, fresh)
  noteFigure(context, runs ?? 100, 'nothing lost, nothing twice, all queues empty')
})
