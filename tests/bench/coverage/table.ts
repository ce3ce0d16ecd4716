// The measurements as a table, and whether they are what they should be.

import { growth, spreadOf } from './figures.ts'
import type { Samples, ScreenName } from './page/main.ts'
import type { WorldName } from './page/world.ts'

export interface Measured extends Samples {
  world: WorldName
  screen: ScreenName
  period: string
  /** Sessions. */
  size: number
  sums: number
}

/** How many times quicker at the largest size, and how much the time may grow with the sessions. */
const RATIO = 100
const GROWTH = 0.2

const worldNames: Record<WorldName, string> = { commune: "A commune's official", province: "A province's office" }
const screenNames: Record<ScreenName, string> = { overview: 'Tổng quan', places: 'Địa bàn' }

const ratioOf = ({ ours, plain }: Measured): number => spreadOf(plain).median / spreadOf(ours).median

interface Series {
  name: string
  /** By size. */
  points: Measured[]
}

function seriesIn(all: readonly Measured[]): Series[] {
  const found = new Map<string, Measured[]>()
  for (const one of all) {
    const name = `${worldNames[one.world]}: ${screenNames[one.screen]}, ${one.period}`
    found.set(name, [...(found.get(name) ?? []), one])
  }
  return [...found].map(([name, points]) => ({ name, points: points.sort((a, b) => a.size - b.size) }))
}

const growthOf = ({ points }: Series): number => growth(points.map(({ size, ours }) => ({ size, ms: spreadOf(ours).median })))

const largest = ({ points }: Series): number => Math.max(...points.map(ratioOf).slice(-1))

/** An office keeps no sessions: what they are summed from beside it lies on no phone, so that ratio is told and proves nothing. */
const holdsSessions = ({ points }: Series): boolean => points.every(({ world }) => world === 'commune')

export const isMet = (all: readonly Measured[]): boolean =>
  seriesIn(all).every((series) => (!holdsSessions(series) || largest(series) >= RATIO) && growthOf(series) <= GROWTH)

export function table(all: readonly Measured[]): string {
  const head = ['what', 'sessions', 'sums', 'first after opening, ms', 'every screen after it, ms', 'Dexie, ms', 'ratio']
  const rows = seriesIn(all).flatMap(({ name, points }) =>
    points.map((one) => [name, count(one.size), count(one.sums), spread(one.first), spread(one.ours), spread(one.plain), `${ratioOf(one).toFixed(0)} ×`]),
  )
  const lines = [head, ['---', '--:', '--:', '--:', '--:', '--:', '--:'], ...rows].map((row) => `| ${row.join(' | ')} |`)
  return [...lines, '', ...seriesIn(all).map(goalLine)].join('\n')
}

function goalLine(series: Series): string {
  const [ratio, exponent] = [largest(series), growthOf(series)]
  const goal = holdsSessions(series) ? `goal ≥ ${RATIO}: ${ratio >= RATIO ? 'met' : 'MISSED'}` : 'no goal: its phone holds no sessions'
  const said = `${ratio.toFixed(0)} × (${goal}), grows with exponent ${exponent.toFixed(2)} (goal ≤ ${GROWTH}: ${exponent <= GROWTH ? 'met' : 'MISSED'})`
  return `- ${series.name}: ${said}.`
}

const count = (value: number): string => value.toLocaleString('en')

function spread(samples: readonly number[]): string {
  const { min, median, max } = spreadOf(samples)
  return [min, median, max].map((ms) => ms.toFixed(1)).join(' / ')
}

/** How it was measured, and what it does not show. */
export const about = (
  rounds: number,
): string => `A page built by Vite in a real Chromium with the app's own store, its live queries and the functions of its screens: Tổng quan (villages with a
session, who came, from how many places anything came) and Địa bàn (every unit below with its sums and its newest session), for one quarter and for one
year of the state. Before each of them garbage is collected and half a second passes. Beside it, in turns and in the same page, the same figures with Dexie from the records: the sessions of the period by [kind+date], the newest one of each village
by [kind+unit+date], one walk over them. Both come to the same numbers, or the run fails. ${rounds} rounds, min / median / max; ratio and growth are of the
medians. A commune: twelve villages over 24 months, its official's phone holds every session; with the sessions grow the sums, until every village has one for every
half-month and organisation. A province: 168 communes of twelve villages over 24 months, its office holds the sums alone; the sessions lie in a plain table beside it for
the comparison. What the app has read it keeps in memory until something is written; the first screen after opening pays for it, and its time is told by itself and is
in no ratio: it grows with the sums.`
