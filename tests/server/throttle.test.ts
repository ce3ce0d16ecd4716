import { expect, test } from 'vitest'
import { createThrottle } from '../../src/server/throttle.ts'
import { clockAt } from '../fixture/clock.ts'

test('[P20] an address waits 1, 2, 4 … seconds after its fifth try, at most five minutes, and starts anew after an hour', () => {
  const clock = clockAt('2026-11-22')
  const throttle = createThrottle(clock.now)
  for (let i = 0; i < 5; i++) expect(throttle.try('10.0.0.1')).toBe(0)
  const waits = Array.from({ length: 12 }, () => {
    const wait = throttle.try('10.0.0.1')
    clock.advance(wait)
    expect(throttle.try('10.0.0.1')).toBe(0)
    return wait / 1000
  })
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  clock.advance(3_600_000)
  expect(throttle.try('10.0.0.1')).toBe(0)
  expect(throttle.try('10.0.0.1')).toBe(0)
})

test('[P20] a right code counts as no try', () => {
  const throttle = createThrottle(clockAt('2026-11-22').now)
  for (let i = 0; i < 20; i++) {
    expect(throttle.try('10.0.0.1')).toBe(0)
    throttle.forgive('10.0.0.1')
  }
})

test('[P20] many addresses together are slowed too, and a whole IPv6 network is one address', () => {
  const clock = clockAt('2026-11-22')
  const throttle = createThrottle(clock.now)
  for (let i = 0; i < 300; i++) expect(throttle.try(`10.0.${i}.1`)).toBe(0)
  expect(throttle.try('10.1.0.1')).toBe(600_000)
  clock.advance(600_000)
  for (let i = 0; i < 5; i++) expect(throttle.try(`2001:db8:1:2::${i}`)).toBe(0)
  expect(throttle.try('2001:db8:1:2::99')).toBe(1000)
  expect(throttle.try('2001:db8:1:3::1')).toBe(0)
})
