// The figures as the app's screens read them: the same queries, followed as the screens follow them, and the same functions.

import { readCells, readFiguresLive, readLastSessions } from '../../../../src/client/store/figures.ts'
import { watch } from '../../../../src/client/store/live.ts'
import { VILLAGE_COVERAGE } from '../../../../src/client/ui/adopted.ts'
import { lastWithin, sumsOf, unitsBelow } from '../../../../src/programme/area.ts'
import { heardFrom } from '../../../../src/programme/completeness.ts'
import { evaluate } from '../../../../src/programme/indicator.ts'
import type { Dates } from '../../../../src/programme/period.ts'
import type { Phone } from './phone.ts'
import type { Line, Told } from './told.ts'

/** The first answer of a query that goes on being followed while a screen is open. */
const first = <T>(query: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = watch(
      query,
      (value) => {
        resolve(value)
        queueMicrotask(() => stop())
      },
      reject,
    )
  })

/** Tổng quan: the villages' indicator, who came, and from how many places anything came. */
export async function overview({ store }: Phone, area: string, period: Dates): Promise<Told> {
  const [figures, cells] = await Promise.all([first(async () => readFiguresLive(store, { area, asOf: 0 })), first(async () => readCells(store))])
  const { numerator = 0, denominator = 0 } = evaluate(VILLAGE_COVERAGE, figures, period)
  const sums = sumsOf(figures, area, period)
  const heard = heardFrom(unitsBelow(figures, area, period.to), figures.units, cells, period).length
  return { villages: numerator, of: denominator, heard, sessions: sums?.sessions ?? 0, attendance: sums?.attendance ?? 0 }
}

/** Địa bàn: every unit below with its sums and its newest session. */
export async function places({ store }: Phone, area: string, period: Dates): Promise<Line[]> {
  const [figures, last] = await Promise.all([first(async () => readFiguresLive(store, { area, asOf: 0 })), first(async () => readLastSessions(store))])
  return unitsBelow(figures, area, period.to).map(({ id, level }) => ({
    unit: id,
    villages: level === 'commune' ? (evaluate(VILLAGE_COVERAGE, { ...figures, area: id }, period).numerator ?? 0) : 0,
    sessions: sumsOf(figures, id, period)?.sessions ?? 0,
    attendance: sumsOf(figures, id, period)?.attendance ?? 0,
    last: lastWithin(figures, last, id) ?? '',
  }))
}
