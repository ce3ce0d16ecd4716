// When to try again by itself. Full jitter, so that phones that lost the same server don't come back together.

import { type Problem, problemTraits } from '../../model/problem.ts'

const FIRST_MS = 5_000
const LONGEST_MS = 10 * 60_000

/** What the server asked for, in ms; 0 where it asked for nothing. */
export function askedWaitMs({ values }: Problem): number {
  const seconds = values?.['seconds']
  return typeof seconds === 'number' ? seconds * 1_000 : 0
}

/**
 * How long to wait after so many failures in a row (1 is the first). `chance` is even over [0, 1). Undefined where
 * trying again by itself is no use: after sign-in, after an update, after a storage error.
 */
export function waitMs(problem: Problem, failures: number, chance: number): number | undefined {
  const { retry } = problemTraits[problem.code]
  if (retry === 'after sign-in' || retry === 'after update' || problem.code === 'storage-failed') return undefined
  return askedWaitMs(problem) + Math.round(chance * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)))
}

/** Even over [0, 1), from four random bytes. */
export const chanceFrom = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32
