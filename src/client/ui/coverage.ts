// The commune's figures for a period, live from what the phone holds. Records that were refused do not count: the server
// does not have them and may never take them as they are.

import { type Coverage, coverage } from '../../programme/coverage.ts'
import type { Dates } from '../../programme/period.ts'
import { useLive } from '../store/live.ts'
import { listRecords, listSessions } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useApp } from './context.ts'

export interface CoverageNow {
  figures: Coverage
  sessions: Shown<'session'>[]
  /** Changes among them that the server has not confirmed yet. */
  waiting: number
  /** Sessions of this period that were refused, and so left out. */
  attention: number
}

/** Undefined while it is being counted, and until the office has told this phone anything at all. */
export function useCoverage(commune: string, period: Dates): CoverageNow | undefined {
  const { store, identity } = useApp()
  const received = identity.value?.lastReceivedAt
  return useLive(async () => {
    if (received === undefined) return undefined
    const [villages, sessions, baselines] = await Promise.all([listRecords(store, 'unit'), listSessions(store), listRecords(store, 'baseline')])
    const counted = sessions.filter(({ state }) => state !== 'attention')
    const figures = coverage({ commune, period, asOf: received, villages, sessions: counted, baselines })
    const inside = new Set(figures.sessions)
    const held = counted.filter(({ id }) => inside.has(id))
    // Which of the refused lie in the period only matters where something was refused at all: hardly ever.
    const isWhole = counted.length === sessions.length
    const all = isWhole ? figures : coverage({ commune, period, asOf: received, villages, sessions, baselines })
    return { figures, sessions: held, waiting: held.filter(({ state }) => state === 'waiting').length, attention: all.sessions.length - held.length }
  }, [commune, period.from, period.to, received])
}
