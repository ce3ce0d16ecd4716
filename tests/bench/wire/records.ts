// The records of this bench, the same in every run: sessions of one commune with every field filled in that a careful
// collaborator fills in, and its villages. Ids are random throughout, because those of real phones are.

import { civilDate, dateInVietnam } from '../../../src/model/civil-date.ts'
import type { Counts } from '../../../src/model/counts.ts'
import { makeId } from '../../../src/model/id.ts'
import { type Fields, withoutSensitive } from '../../../src/model/record.ts'
import { forms, languages, partsOfDay, targetGroups, topics } from '../../../src/model/terms.ts'
import { type Chance, chance } from '../../../src/server/practice/chance.ts'
import { someBody, village } from '../../fixture/sample.ts'
import { endings, facilitators, openings, places, questions, villageNames } from './words.ts'

/** A record before anybody has entered it. */
export interface Paper {
  id: string
  kind: 'session' | 'unit'
  /** When it is entered; ms since 1970. */
  at: number
  fields: Fields
}

interface Stretch {
  /** Civil date in Vietnam. */
  from: string
  /** Between two records at the most. */
  hoursApart: number
}

const SEED = 46

const morningOf = (date: string): number => Date.parse(`${civilDate.parse(date)}T07:00:00+07:00`)

export function villages(): Paper[] {
  const luck = chance(SEED, 'villages')
  const at = morningOf('2026-01-05')
  return villageNames.map((name) => ({ id: makeId(at, luck.bytes(10)), kind: 'unit', at, fields: village({ name }) }))
}

export function sessions(count: number, { from, hoursApart }: Stretch, whose = 'collaborator'): Paper[] {
  const luck = chance(SEED, `${whose} ${count}`)
  const homes = villages().map(({ id }) => id)
  let at = morningOf(from)
  return Array.from({ length: count }, () => {
    at += luck.whole(600_000, hoursApart * 3_600_000)
    return { id: makeId(at, luck.bytes(10)), kind: 'session', at, fields: session(luck, luck.one(homes), dateInVietnam(at)) }
  })
}

export const officialSessions = (count: number, stretch: Stretch): Paper[] => sessions(count, stretch, 'official')

/** What a collaborator is told of another's record. */
export const asTold = (paper: Paper): Paper => ({ ...paper, fields: withoutSensitive(paper.kind, paper.fields) })

function session(luck: Chance, unit: string, date: string): Fields {
  const counts = countsOf(luck)
  return {
    date,
    partOfDay: luck.one(partsOfDay),
    unit,
    place: luck.one(places),
    sessionKind: luck.one(['community', 'community', 'community', 'school', 'integrated', 'campaign']),
    form: luck.one(forms.slice(0, 9)),
    topics: luck.some(topics, luck.whole(2, 5)),
    counts,
    organisation: someBody,
    facilitators: luck.some(facilitators, luck.whole(1, 3)).join(', '),
    languages: ['kinh', luck.one(languages.slice(10, 13))],
    targetGroups: luck.some(targetGroups, luck.whole(1, 3)),
    materials: [{ kind: 'leaflet', quantity: luck.whole(5, counts.total) }],
    note: noteOf(luck),
  }
}

function countsOf(luck: Chance): Counts {
  const total = luck.whole(12, 90)
  const [female = 0, male = 0] = parted(luck, total, 2)
  const [under14 = 0, from14to15 = 0, over60 = 0, from16to60 = 0] = parted(luck, total, 4)
  const minority = luck.whole(total >> 1, total)
  const firstTime = luck.whole(0, total)
  const firstTime14to60 = luck.whole(0, Math.min(firstTime, from14to15 + from16to60))
  return {
    total,
    female,
    male,
    under14,
    from14to15,
    from16to60,
    over60,
    minority,
    minorityFemale: luck.whole(0, Math.min(minority, female)),
    firstTime,
    firstTime14to60,
    firstTime14to60Female: luck.whole(0, Math.min(firstTime14to60, female)),
    firstTimeUnder16: luck.whole(0, Math.min(firstTime, under14 + from14to15)),
    method: luck.one(['counted', 'counted', 'estimated']),
  }
}

/** Whole numbers that sum to the total. */
function parted(luck: Chance, total: number, parts: number): number[] {
  const cuts = Array.from({ length: parts - 1 }, () => luck.whole(0, total)).sort((a, b) => a - b)
  return [...cuts, total].map((cut, place) => cut - (cuts[place - 1] ?? 0))
}

const noteOf = (luck: Chance): string =>
  `${luck.one(openings)}. ${luck.whole(2, 9)} người hỏi về ${luck.one(questions)}; ${luck.one(endings)}. Phát ${luck.whole(10, 60)} tờ rơi, còn ${luck.whole(0, 40)}.`
