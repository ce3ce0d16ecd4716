import { expect, test } from 'vitest'
import { createEngine } from '../../src/client/sync/engine.ts'
import type { Sender, StorePort } from '../../src/client/sync/ports.ts'
import { problem } from '../../src/model/problem.ts'
import { failed, ok } from '../../src/model/result.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { idNamed } from '../fixture/id-named.ts'
import { testTimers } from '../fixture/phone.ts'
import { EVENING } from '../fixture/village.ts'

const PHONES = 1_000
const ASKED_WAIT_MS = 20_000
const TRIES = 8
const STEP_MS = 100

/** Even and repeatable: four bytes at a time. */
function chances(seed: number): (count: number) => Uint8Array {
  let state = seed
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
      return (state >>> 13) & 255
    })
}

/** A phone with nothing in it: here only the moments count at which it asks. */
const emptyStore = (name: string): StorePort => {
  const sender: Sender = { account: idNamed(name), device: idNamed(`máy ${name}`), epoch: idNamed('epoch'), cursor: null, mismatch: false }
  return {
    sender: async () => sender,
    pendingChanges: async () => ({ changes: [], again: [] }),
    countPending: async () => 0,
    countAttention: async () => 0,
    applyAnswer: async () => ok({ more: false }),
    takeResults: async () => ok({ more: false }),
    rejectChange: async () => ok(true),
    beginFork: async (_, fresh) => ok(fresh),
    endFork: async () => ok(true),
  }
}

/** For each phone when it asked, while the server says that it is busy; ms after all of them asked for the first time. */
async function momentsOf(seed: number): Promise<number[][]> {
  const clock = { now: EVENING }
  const timers = testTimers(clock)
  const moments: number[][] = Array.from({ length: PHONES }, () => [])
  const phones = moments.map((own, place) =>
    createEngine({
      store: emptyStore(`phone ${place}`),
      transport: async () => {
        own.push(clock.now - EVENING)
        return failed(problem(own.length % 2 === 0 ? 'busy' : 'too-often', [], { seconds: ASKED_WAIT_MS / 1_000 }))
      },
      fork: async () => ok(true),
      now: () => clock.now,
      random: chances(seed * PHONES + place),
      timer: timers.timer,
      lock: (work) => work(),
      isOnline: () => true,
      onError: (error) => expect.unreachable(String(error)),
    }),
  )
  await Promise.all(phones.map((phone) => phone.sync()))
  while (moments.some(({ length }) => length < TRIES)) {
    timers.pass(STEP_MS)
    // Nothing in these phones waits for anything but promises: one turn ends what has begun.
    await new Promise(setImmediate)
  }
  for (const phone of phones) phone.stop()
  return moments
}

/** How many times the mean the fullest fifth of a waiting time is; the mean is over that time, however few fifths were used. */
function peakOverMean(moments: readonly number[], windowMs: number): number {
  const first = Math.min(...moments)
  const fifths = moments.map((moment) => Math.floor((moment - first) / (windowMs / 5)))
  const counts = Array.from({ length: Math.max(5, ...fifths.map((fifth) => fifth + 1)) }, (_, place) => fifths.filter((fifth) => fifth === place).length)
  return Math.max(...counts) / (moments.length / counts.length)
}

test('[F33] a thousand phones are told at once that the server is busy: they come back spread out, none too early', async (context) => {
  const runs = times(1, 20)
  let worst = 0
  for (let run = 0; run < runs; run += 1) {
    const moments = await momentsOf(run + 1)
    const waits = moments.flatMap((own) => own.slice(1, TRIES).map((moment, place) => moment - (own[place] ?? 0)))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(ASKED_WAIT_MS)
    for (let failures = 1; failures < TRIES; failures += 1) {
      const comingBack = moments.map((own) => own[failures] ?? 0)
      worst = Math.max(worst, peakOverMean(comingBack, 5_000 * 2 ** (failures - 1)))
    }
  }
  expect(worst).toBeLessThanOrEqual(3)
  noteFigure(context, runs, `${PHONES} phones, ${TRIES - 1} tries each: peak/mean ${worst.toFixed(2)}, 0 too early`)
})
