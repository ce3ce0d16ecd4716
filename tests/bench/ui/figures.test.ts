import { expect, test } from 'vitest'
import type { Timed } from './contender.ts'
import { isMet, percentile, rowsOf, table } from './figures.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, place) => count - place)
const all = (ms: number): Timed => ({ plus: ms, open: ms, half: ms, save: ms })

test('a percentile is one of the samples, and as many of all lie at or below it', () => {
  expect([percentile(upTo(100), 0.5), percentile(upTo(100), 0.95), percentile(upTo(300), 0.95)]).toEqual([50, 95, 285])
  expect([percentile([7], 0.95), percentile([3, 1, 2], 0.5)]).toEqual([7, 2])
})

test('ours is compared with the bare page by the slowest of a hundred, five of them aside', () => {
  const slowAtTimes = Array.from({ length: 100 }, (_, place) => all(place < 6 ? 60 : 20))
  const [plus] = rowsOf(
    slowAtTimes,
    Array.from({ length: 100 }, () => all(40)),
  )
  expect(plus).toEqual({ deed: 'plus', ours: { p50: 20, p95: 60 }, bare: { p50: 40, p95: 40 }, ratio: 1.5 })
})

test('over the goal is missed, and so is what was not measured', () => {
  const [met, missed, unmeasured] = [rowsOf([all(30)], [all(20)]), rowsOf([all(31)], [all(20)]), rowsOf([], [])].map(([row]) => row && isMet(row, 1.5))
  expect([met, missed, unmeasured]).toEqual([true, false, false])
  expect(table(rowsOf([all(31)], [all(20)]), 1.5)).toContain('| 31.0 | 31.0 | 20.0 | 20.0 | 1.55 | MISSED |')
})
