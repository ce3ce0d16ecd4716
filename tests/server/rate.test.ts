import { expect, test } from 'vitest'
import { createNoted } from '../../src/server/noted.ts'
import { createRate } from '../../src/server/rate.ts'
import { clockAt } from '../fixture/clock.ts'

const measure = { most: 3, perMs: 3000 }

test('a measure fills again by itself, to the brim and not above it, for each asker', () => {
  const clock = clockAt('2026-11-22')
  const rate = createRate(clock.now, measure)
  expect([rate.take('a'), rate.take('a', 2), rate.take('a'), rate.take('b')]).toEqual([0, 0, 1000, 0])
  clock.advance(999)
  expect(rate.take('a')).toBe(1)
  clock.advance(1)
  expect([rate.take('a'), rate.take('a')]).toEqual([0, 1000])
  clock.advance(3_600_000)
  expect([rate.take('a', 3), rate.take('a')]).toEqual([0, 1000])
})

test('what is refused takes nothing, and a clock that is put back gives nothing', () => {
  const clock = clockAt('2026-11-22')
  const rate = createRate(clock.now, measure)
  expect([rate.take('a', 2), rate.take('a', 2), rate.take('a')]).toEqual([0, 1000, 0])
  clock.advance(-60_000)
  expect(rate.take('a')).toBe(1000)
})

test('a crowd of askers does not pile up, and those who have asked lately are still known beside it', () => {
  const clock = clockAt('2026-11-22')
  const rate = createRate(clock.now, measure)
  for (let asker = 0; asker < 9_999; asker++) rate.take(`early ${asker}`)
  clock.advance(3000)
  rate.take('a', 3)
  for (let asker = 0; asker < 9_000; asker++) rate.take(`late ${asker}`)
  expect(rate.take('a')).toBe(1000)
})

test('what was noted in this hour is not noted again, and what could not be noted is tried again', async () => {
  const clock = clockAt('2026-11-22')
  const noted = createNoted(clock.now)
  const told: string[] = []
  const note = (what: string) => noted.once(what, async () => told.push(what))
  await expect(noted.once('a', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  for (const what of ['a', 'a', 'b']) await note(what)
  clock.advance(3_600_000)
  await note('a')
  expect(told).toEqual(['a', 'b', 'a'])
})
