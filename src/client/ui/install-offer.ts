// When to offer putting the app on the home screen: once it has proved its worth, and not again soon where it was put off. How
// many sessions were saved is counted here and told to nobody; losing the count harms nothing.

import { attempt } from '../store/attempt.ts'

export interface Offer {
  /** Sessions logged on this phone. */
  saved: number
  /** How many those were when it was put off. */
  putOffAt?: number
}

const FIRST_AFTER = 2
const AGAIN_AFTER = 5
const NAME = 'lan-toa.install'

export const mayOffer = ({ saved, putOffAt }: Offer): boolean => saved >= FIRST_AFTER && (putOffAt === undefined || saved - putOffAt >= AGAIN_AFTER)

export function readOffer(): Offer {
  const [, saved, putOffAt] = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(attempt(() => localStorage.getItem(NAME)) ?? '') ?? []
  return { saved: Number(saved ?? 0), ...(putOffAt === undefined ? {} : { putOffAt: Number(putOffAt) }) }
}

export function noteSavedSession(): void {
  const { saved, putOffAt } = readOffer()
  write({ saved: saved + 1, ...(putOffAt === undefined ? {} : { putOffAt }) })
}

export function putOff(): void {
  const { saved } = readOffer()
  write({ saved, putOffAt: saved })
}

const write = ({ saved, putOffAt }: Offer): void => attempt(() => localStorage.setItem(NAME, putOffAt === undefined ? `${saved}` : `${saved}.${putOffAt}`))
