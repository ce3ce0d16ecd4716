// Sessions and attendance of an area by what they were about and for whom: from the records where they are on this phone, else as the
// office is told. Undefined while they are counted or asked for.

import { useEffect, useState } from 'preact/hooks'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { isWithin } from '../../model/unit.ts'
import type { Cell } from '../../programme/cell.ts'
import { contentCells } from '../../programme/cut.ts'
import type { Dates } from '../../programme/period.ts'
import { listSessions } from '../store/read.ts'
import { useMe } from './actor.ts'
import { type App, useApp } from './context.ts'

/** `asOf`: told anew when the figures around it are. */
export function useContentSums(area: string, { from, to }: Dates, asOf: number) {
  const app = useApp()
  const { role } = useMe()
  const [told, setTold] = useState<{ of: string; sums: Result<Cell[], Problem> } | undefined>(undefined)
  const [attempt, setAttempt] = useState(0)
  const of = `${area} ${from} ${to}`
  useEffect(() => {
    let isGone = false
    const read = role === 'province' ? asked(app, area, { from, to }) : counted(app, area, { from, to })
    void read.then((sums) => !isGone && setTold({ of, sums }))
    return () => {
      isGone = true
    }
  }, [of, role, asOf, attempt])
  const again = () => {
    setTold(undefined)
    setAttempt(attempt + 1)
  }
  return { sums: told?.of === of ? told.sums : undefined, again }
}

async function asked({ office, environment }: App, unit: string, period: Dates): Promise<Result<Cell[], Problem>> {
  if (!environment.isOnline()) return failed(problem('no-connection'))
  // The part of the app that asks may not have come yet, without a network.
  const told = await office()
    .then(({ cells }) => cells({ unit, ...period, cut: 'content' }))
    .catch(() => failed(problem('no-connection')))
  return told.ok ? ok(told.value.cells) : failed(told.problem)
}

/** What was refused the office may never take as it is. */
async function counted({ store, units }: App, area: string, period: Dates): Promise<Result<Cell[], Problem>> {
  const sessions = await listSessions(store, period)
  const here = sessions.filter(({ data, state }) => state !== 'attention' && isWithin(data.unit, area, units.value.lookup))
  return ok(contentCells(here, area, period))
}
