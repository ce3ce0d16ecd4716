// One direction of a network: so many bytes a second, one after the other, and a delay on the way. Pure: the time is given.

import type { Speed } from './job.ts'

export interface Line {
  /** When bytes that are handed in now have all arrived. Times are ms. */
  arrivalOf(bytes: number, now: number): number
}

export function line({ bytesPerSecond, oneWayMs }: Pick<Speed, 'bytesPerSecond' | 'oneWayMs'>): Line {
  let freeAt = 0
  return {
    arrivalOf(bytes, now) {
      freeAt = Math.max(freeAt, now) + (bytes * 1000) / bytesPerSecond
      return freeAt + oneWayMs
    },
  }
}
