// The commune's figures for a period, live from what the phone holds. Records that were refused do not count: the server
// does not have them and may never take them as they are.

import { type Coverage, coverage } from '../../programme/coverage.ts'
import type { Dates } from '../../programme/period.ts'
import { newestSessions } from '../store/figures.ts'
import { useLive } from '../store/live.ts'
import { listRecords, listSessions } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { isUndecided } from '../store/undecided.ts'
import { useApp } from './context.ts'

export interface CoverageNow {
  figures: Coverage
  sessions: Shown<'session'>[]
  /** Changes among them that the server has not confirmed yet. */
  waiting: number
  /** Sessions of this period that were refused, and so left out. */
  attention: number
  /** Ids of those of which two people have said different things, and nobody has decided yet: they count as they stand. */
  undecided: ReadonlySet<string>
}

/** Undefined while it is being counted, and until the office has told this phone anything at all. */
export function useCoverage(commune: string, period: Dates): CoverageNow | undefined {
  const { store, identity } = useApp()
  const received = identity.value?.lastReceivedAt
  return useLive(async () => {
    if (received === undefined) return undefined
    const { from, to } = period
    const [villages, sessions, baselines] = await Promise.all([listRecords(store, 'unit'), listSessions(store, { from, to }), listRecords(store, 'baseline')])
    const counted = sessions.filter(({ state }) => state !== 'attention')
    // Of other times only the newest is asked for, village by village.
    const last = await newestSessions(
      store,
      villages.flatMap(({ id, data }) => (data.parent === commune ? [id] : [])),
      ({ state }) => state !== 'attention',
    )
    const figures = coverage({ commune, period, asOf: received, villages, sessions: counted, last, baselines })
    const inside = new Set(figures.sessions)
    const held = counted.filter(({ id }) => inside.has(id))
    // Which of the refused lie in the period only matters where something was refused at all: hardly ever.
    const isWhole = counted.length === sessions.length
    const all = isWhole ? figures : coverage({ commune, period, asOf: received, villages, sessions, baselines })
    return {
      figures,
      sessions: held,
      waiting: held.filter(({ state }) => state === 'waiting').length,
      attention: all.sessions.length - held.length,
      undecided: new Set(held.filter(isUndecided).map(({ id }) => id)),
    }
  }, [commune, period.from, period.to, received])
}
