// How many came to a practice session: total, sexes, ages, first-timers. The parts always agree with each other, because
// all are cut from the same ages; which of them were taken down differs from session to session.

import { dateToDay } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import type { Chance } from './chance.ts'

type Counts = Data<'session'>['counts']

export interface Crowd {
  date: string
  least: number
  most: number
  isSchool: boolean
  isMountain: boolean
}

/** under 14, 14–15, 16–60, over 60 */
type Ages = readonly [number, number, number, number]

const village: Ages = [0.05, 0.06, 0.71, 0.18]
const school: Ages = [0.52, 0.4, 0.08, 0]

export function attendance(chance: Chance, crowd: Crowd): Counts {
  // Small rooms are common, full halls rare.
  const people = crowd.least + Math.floor((crowd.most - crowd.least + 1) * chance.next() ** 2)
  if (chance.is(0.18)) return { total: Math.max(10, Math.round(people / 10) * 10), method: 'estimated' }
  const ages = cut(people, crowd.isSchool ? school : village)
  const female = share(people, crowd.isSchool ? 0.45 + 0.1 * chance.next() : 0.5 + 0.4 * chance.next())
  return {
    total: people,
    ...(chance.is(0.92) ? { female, male: people - female } : {}),
    ...(chance.is(0.65) ? { under14: ages[0], from14to15: ages[1], from16to60: ages[2], over60: ages[3] } : {}),
    ...minority(chance, crowd, people, female),
    ...(chance.is(0.7) ? firstTimers(chance, crowd.date, ages, female) : {}),
    method: chance.is(0.85) ? 'counted' : 'estimated',
  }
}

function minority(chance: Chance, { isMountain }: Crowd, people: number, female: number) {
  if (!chance.is(isMountain ? 0.85 : 0.1)) return {}
  const among = share(people, isMountain ? 0.5 + 0.5 * chance.next() : 0.05 * chance.next())
  return { minority: among, ...(chance.is(0.7) ? { minorityFemale: Math.min(female, share(among, 0.55)) } : {}) }
}

/** Most hands go up in January; towards December nearly everybody has been there before. */
function firstTimers(chance: Chance, date: string, ages: Ages, female: number) {
  const ofYear = (dateToDay(date) - dateToDay(`${date.slice(0, 4)}-01-01`)) / 366
  const rate = 0.8 - 0.55 * ofYear + 0.1 * chance.next()
  const [under14, from14to15, from16to60, over60] = ages.map((age) => share(age, rate)) as unknown as Ages // map keeps the length
  const from14to60 = from14to15 + from16to60
  const all = { firstTime: under14 + from14to60 + over60 }
  if (chance.is(0.15)) return all
  return { ...all, firstTime14to60: from14to60, firstTime14to60Female: Math.min(female, share(from14to60, 0.6)), firstTimeUnder16: under14 + from14to15 }
}

const share = (people: number, part: number): number => Math.round(people * Math.min(1, part))

/** Whole parts that sum to the whole: what rounding leaves goes to those of 16–60. */
function cut(whole: number, parts: Ages): Ages {
  const [under14, from14to15, over60] = [Math.floor(whole * parts[0]), Math.floor(whole * parts[1]), Math.floor(whole * parts[3])]
  return [under14, from14to15, whole - under14 - from14to15 - over60, over60]
}
