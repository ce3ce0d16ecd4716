// What is measured, for whom, and at which speed: the words that all parts of this bench share.

import { officialSessions, type Paper, sessions, villages } from './records.ts'

export interface Speed {
  name: string
  /** Each way; Infinity for as fast as the machine is. */
  bytesPerSecond: number
  oneWayMs: number
}

export const fullSpeed: Speed = { name: 'full speed', bytesPerSecond: Number.POSITIVE_INFINITY, oneWayMs: 0 }
export const slowSpeed: Speed = { name: '120 kbit/s + 800 ms', bytesPerSecond: 15_000, oneWayMs: 400 }

/** What Lan Tỏa may take, and how that is said. */
export interface Goal {
  name: string
  mostRequests: number
  /** Both ways together. */
  mostBytes?: number
  goal: string
}

export interface Job extends Goal {
  /** What phone and office both have before. */
  before: Paper[]
  /** What goes out, and what has come in at the end. */
  out: Paper[]
  news: Paper[]
}

export const jobs: readonly Job[] = [
  {
    name: "A day's work: 5 sessions out, 30 records in",
    mostRequests: 1,
    goal: 'exactly 1 request',
    before: villages(),
    out: sessions(5, { from: '2026-11-20', hoursApart: 4 }),
    news: officialSessions(30, { from: '2026-11-16', hoursApart: 3 }),
  },
  {
    name: '1,000 session records out',
    mostRequests: 6,
    goal: 'at most 6 requests',
    before: villages(),
    out: sessions(1000, { from: '2026-01-06', hoursApart: 14 }),
    news: [],
  },
]

/** TCP payload in bytes, as counted between phone and office. */
export interface Measured {
  requests: number
  up: number
  down: number
  seconds: number
}

/** One way of getting a job done; it throws where not everything arrived. */
export interface Contender {
  name: string
  measure(job: Job, speed: Speed): Promise<Measured>
  stop(): Promise<void>
}
