import { expect, test } from 'vitest'
import { growth, spreadOf } from './figures.ts'

test('of some samples the least, the middle one and the most are told', () => {
  expect(spreadOf([5, 1, 9, 3, 4])).toEqual({ min: 1, median: 4, max: 9 })
  expect(spreadOf([7])).toEqual({ min: 7, median: 7, max: 7 })
})

test('what takes as long for a hundred times as much does not grow, and what takes a hundred times as long grows with it', () => {
  const sizes = [1000, 10_000, 100_000]
  expect(growth(sizes.map((size) => ({ size, ms: 12 })))).toBeCloseTo(0)
  expect(growth(sizes.map((size) => ({ size, ms: size / 50 })))).toBeCloseTo(1)
  expect(growth(sizes.map((size) => ({ size, ms: 3 * size ** 0.2 })))).toBeCloseTo(0.2)
})
