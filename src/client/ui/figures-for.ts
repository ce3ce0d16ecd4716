// The figures that can tell a period's days. Where the period cuts half-months, whoever holds the records counts by day; the office
// asks for those half-months day by day, and takes them only where they come to the sums it holds.

import { useEffect, useRef, useState } from 'preact/hooks'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { isAligned } from '../../programme/amount.ts'
import { cutHalfMonths } from '../../programme/cut.ts'
import type { Figures } from '../../programme/figures.ts'
import type { Dates } from '../../programme/period.ts'
import { readFiguresByDay, readFiguresCut } from '../store/figures.ts'
import { useMe } from './actor.ts'
import { useFigures } from './area-figures.ts'
import { type App, type CellsAsked, useApp } from './context.ts'

export interface FiguresFor {
  /** By half-month: what the area comes to in every period that sums can tell. */
  sums: Figures
  /** For the period; undefined while they are asked for, and where they could not be had. */
  figures: Figures | undefined
  problem: Problem | undefined
  again: () => void
}

/** Undefined until anything is known. */
export function useFiguresFor(area: string, { from, to }: Dates): FiguresFor | undefined {
  const app = useApp()
  const { role } = useMe()
  const sums = useFigures(area)
  const [found, setFound] = useState<{ of: Figures; days: string; told: Result<Figures, Problem> } | undefined>(undefined)
  const busyWith = useRef<string | undefined>(undefined)
  const days = `${area} ${from} ${to}`
  // Nobody tells an observer sums by day: hers say that they can't tell these.
  const isTold = !sums || role === 'observer' || isAligned({ from, to }, sums.grain)
  useEffect(() => {
    // What failed is asked again by the person alone; what was told, when the sums are others.
    const isDone = found?.days === days && (!found.told.ok || found.of === sums)
    if (!sums || isTold || isDone || busyWith.current === days) return
    busyWith.current = days
    void byDay(app, sums, { from, to }).then((told) => {
      if (busyWith.current !== days) return
      busyWith.current = undefined
      setFound({ of: sums, days, told })
    })
  }, [sums, days, isTold, found])
  if (!sums) return undefined
  const again = () => setFound(undefined)
  if (isTold) return { sums, figures: sums, problem: undefined, again }
  // What was told of these days stands while newer sums are being cut.
  const told = found?.days === days ? found.told : undefined
  return { sums, figures: told?.ok ? told.value : undefined, problem: told && !told.ok ? told.problem : undefined, again }
}

async function byDay(app: App, { area, asOf }: Figures, period: Dates): Promise<Result<Figures, Problem>> {
  const own = await readFiguresByDay(app.store, { area, asOf })
  return own ? ok(own) : askDays(app, { area, asOf }, period)
}

/** Somebody's record may have come between the sums and the days: then the sums are fetched and the days asked once more. */
const MOST_TRIES = 3

async function askDays(app: App, asked: Pick<Figures, 'area' | 'asOf'>, period: Dates): Promise<Result<Figures, Problem>> {
  const cut = cutHalfMonths(period)
  for (let tried = 1; ; tried++) {
    const told = await Promise.all(cut.map((half) => askCells(app, { unit: asked.area, ...half, cut: 'day' })))
    const refused = told.find((one) => !one.ok)
    if (refused && !refused.ok) return refused
    const days = told.flatMap((one) => (one.ok ? one.value.cells : []))
    const figures = await readFiguresCut(app.store, asked, days, cut)
    if (figures) return ok(figures)
    if (tried === MOST_TRIES) return failed(problem('busy'))
    await app.syncNow()
  }
}

/** The part of the app that asks may not have come yet, without a network. */
const askCells = ({ office }: App, asked: CellsAsked) =>
  office()
    .then(({ cells }) => cells(asked))
    .catch(() => failed(problem('no-connection')))
