// What the server is made of. The outer edges (clock, randomness, disk, log) are given; nothing below makes its own.

import { dateInVietnam } from '../model/civil-date.ts'
import { makeId } from '../model/id.ts'
import type { Database } from './database/database.ts'
import { createNoted, type Noted } from './noted.ts'
import { createPlaceBook, type PlaceBook } from './places.ts'
import { createRate, type Rate } from './rate.ts'
import { createThrottle, type Throttle } from './throttle.ts'
import type { OfficialUnits } from './units.ts'

/** One thing that went wrong on the server's side. Never holds what people wrote, nor a token. */
export interface LogEntry {
  event: 'request-failed' | 'change-failed' | 'check-failed'
  requestId?: string
  changeId?: string
  device?: string
  error: unknown
}

/** Answers a request for a file of the built app. */
export type Files = (request: Request) => Promise<Response | undefined>

export interface Parts {
  database: Database
  /** ms since 1970 */
  now: () => number
  random: (count: number) => Uint8Array
  /** Today's civil date in Vietnam. */
  today?: () => string
  /** The official units of all provinces. */
  units: Pick<OfficialUnits, 'lookup' | 'communesOf'>
  files?: Files
  /** True where browsers reach it over TLS. */
  secure?: boolean
  log: (entry: LogEntry) => void
  /** How many requests may wait for the database before others are told to come again. */
  mostWaiting?: number
}

export interface Server extends Parts {
  today: () => string
  newId: () => string
  places: PlaceBook
  throttle: Throttle
  /** How often another system may ask. */
  rate: Rate
  /** What was noted of it in this hour. */
  noted: Noted
}

/** A question each two seconds, and some more at once after a pause. */
const MACHINES = { most: 30, perMs: 60_000 }

export function serverFrom(parts: Parts): Server {
  const { now, random, units, today = () => dateInVietnam(now()) } = parts
  return {
    ...parts,
    today,
    newId: () => makeId(now(), random(10)),
    places: createPlaceBook(units.lookup),
    throttle: createThrottle(now),
    rate: createRate(now, MACHINES),
    noted: createNoted(now),
  }
}
