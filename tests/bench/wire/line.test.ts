import { expect, test } from 'vitest'
import { slowSpeed } from './job.ts'
import { line } from './line.ts'

test('bytes take their time and then the way', () => {
  expect(line(slowSpeed).arrivalOf(1500, 10_000)).toBe(10_000 + 100 + 400)
})

test('what is handed in meanwhile waits its turn, whoever it belongs to', () => {
  const slow = line(slowSpeed)
  slow.arrivalOf(15_000, 0)
  expect(slow.arrivalOf(15_000, 500)).toBe(2000 + 400)
  expect(slow.arrivalOf(15_000, 60_000)).toBe(61_000 + 400)
})

test('without a limit everything is there at once', () => {
  expect(line({ bytesPerSecond: Number.POSITIVE_INFINITY, oneWayMs: 0 }).arrivalOf(1_000_000, 7)).toBe(7)
})
