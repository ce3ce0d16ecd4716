// The page of the bench: fills a phone, and times both ways in turns. What they come to has to be equal, or nothing counts.

import type { Dates } from '../../../../src/programme/period.ts'
import * as ours from './ours.ts'
import { emptyPhone, type Phone } from './phone.ts'
import * as plain from './plain.ts'
import { fill, type WorldName } from './world.ts'

/** ms */
export interface Samples {
  /** With nothing in memory yet: the first screen after the app was opened. */
  first: number[]
  /** Every screen after that. */
  ours: number[]
  plain: number[]
}

type Way = (held: Phone, area: string, period: Dates) => Promise<object>

const screens = ['overview', 'places'] as const
export type ScreenName = (typeof screens)[number]

export interface BenchPage {
  fill(world: WorldName, sessions: number): Promise<{ area: string; sums: number }>
  time(screen: ScreenName, area: string, period: Dates, rounds: number): Promise<Samples>
}

const FIRSTS = 3

const ways: Record<ScreenName, { ours: Way; plain: Way }> = {
  overview: { ours: ours.overview, plain: plain.overview },
  places: { ours: ours.places, plain: plain.places },
}

let name = ''
let phone: Phone | undefined

const page: BenchPage = {
  async fill(world, sessions) {
    name = `${world} ${sessions}`
    phone = await reopened()
    await fill(phone, world, sessions)
    const area = world === 'commune' ? '20056@2025-07-01' : '46@2025-07-01'
    return { area, sums: (await phone.store.localSummaries.count()) + (await phone.store.summaries.count()) }
  },
  async time(screen, area, period, rounds) {
    const way = ways[screen]
    const samples: Samples = { first: [], ours: [], plain: [] }
    for (let round = 0; round < FIRSTS; round++) samples.first.push((await timed(way.ours, await reopened(), area, period)).ms)
    if (!phone) throw new Error('Nothing lies on the phone yet.')
    for (let round = 0; round < rounds; round++) {
      const [mine, other] = [await timed(way.ours, phone, area, period), await timed(way.plain, phone, area, period)]
      if (inOrder(mine.told) !== inOrder(other.told)) throw new Error(`They differ: ${inOrder(mine.told)} and ${inOrder(other.told)}`)
      samples.ours.push(mine.ms)
      samples.plain.push(other.ms)
    }
    return samples
  },
}

/** As the app is opened: nothing is in memory. */
async function reopened(): Promise<Phone> {
  phone?.store.close()
  phone = await emptyPhone(name)
  return phone
}

/** ms in which the browser's own process is done with what the other had asked. */
const PAUSE = 500

/** Each begins with what the other left behind cleared away: summing the records leaves a hundred times as much, and asks 2,000 times. */
async function timed(way: Way, held: Phone, area: string, period: Dates): Promise<{ told: object; ms: number }> {
  ;(globalThis as { gc?: () => void }).gc?.()
  await new Promise((resolve) => setTimeout(resolve, PAUSE))
  const begun = performance.now()
  const told = await way(held, area, period)
  return { told, ms: performance.now() - begun }
}

const inOrder = (told: object): string => JSON.stringify(Array.isArray(told) ? told.map((line) => JSON.stringify(line)).sort() : told)

Object.assign(window, { bench: page })
