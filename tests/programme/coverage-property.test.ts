import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { addDays } from '../../src/model/civil-date.ts'
import { type CoverageRequest, coverage, type Held } from '../../src/programme/coverage.ts'
import { periodBetween } from '../../src/programme/period.ts'
import { baseline, commune, neighbour, session, village } from '../fixture/commune.ts'

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-10-01', days))
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const villages = fc
  .array(
    fc.record({ parent: fc.constantFrom(commune.id, commune.id, neighbour.id), from: day, to: sometimes(day), removed: fc.boolean(), changedAt: fc.nat(1000) }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ parent, from, to, removed, changedAt }, index) => ({
      ...village(`v${index}`, { parent, validFrom: from, ...(to === undefined ? {} : { validTo: to }) }),
      removed,
      changedAt,
    })),
  )

const baselines = fc
  .array(fc.record({ year: fc.integer({ min: 2023, max: 2028 }), people: sometimes(fc.nat(300)), unit: fc.constantFrom(commune.id, neighbour.id) }), {
    maxLength: 4,
  })
  .map((all) => all.map(({ year, people, unit }, index) => baseline(`b${index}`, year, people === undefined ? {} : { from14to60: people }, unit)))

const request = fc.tuple(villages, baselines, day, day).chain(([list, people, one, other]) => {
  const unit = fc.constantFrom(commune.id, neighbour.id, ...list.map(({ id }) => id))
  const held = fc.record({
    unit,
    date: day,
    total: fc.nat(200),
    firstTime: sometimes(fc.nat(100)),
    firstTime14to60: sometimes(fc.nat(100)),
    removed: fc.boolean(),
  })
  return fc.array(held, { maxLength: 25 }).map((all): CoverageRequest => {
    const sessions = all.map(({ unit: at, date, total, removed, firstTime, firstTime14to60 }, index) => {
      const first = firstTime === undefined ? {} : { firstTime: Math.min(firstTime, total) }
      const most = Math.min(total, first.firstTime ?? total)
      return {
        ...session(`s${index}`, at, date, { total, ...first, ...(firstTime14to60 === undefined ? {} : { firstTime14to60: Math.min(firstTime14to60, most) }) }),
        removed,
      }
    })
    return { commune: commune.id, period: periodBetween(one, other), asOf: 7, villages: list, sessions, baselines: people }
  })
})

const inCommune = ({ villages: list }: CoverageRequest, unit: string) =>
  unit === commune.id || list.some(({ id, data }) => id === unit && data.parent === commune.id)

/** Day by day and village by village, with loops and no set, map or filter of the code under test. */
function byHand(asked: CoverageRequest) {
  const figures = {
    sessions: 0,
    attendance: 0,
    loose: 0,
    first: 0,
    firstAsked: 0,
    first14: 0,
    first14Asked: 0,
    covered: 0,
    counted: 0,
    lastOfMissing: [] as string[],
  }
  const within = (held: Held<'session'>) =>
    !held.removed && asked.period.from <= held.data.date && held.data.date <= asked.period.to && inCommune(asked, held.data.unit)
  for (const held of asked.sessions) {
    if (!within(held)) continue
    figures.sessions++
    figures.attendance += held.data.counts.total
    if (held.data.unit === commune.id) figures.loose++
    if (held.data.counts.firstTime !== undefined) figures.firstAsked++
    if (held.data.counts.firstTime14to60 !== undefined) figures.first14Asked++
    figures.first += held.data.counts.firstTime ?? 0
    figures.first14 += held.data.counts.firstTime14to60 ?? 0
  }
  for (const { id, data, removed } of asked.villages) {
    if (removed || data.parent !== commune.id || data.validFrom > asked.period.to || (data.validTo ?? '9999') < asked.period.to) continue
    figures.counted++
    let [reached, last] = [false, '']
    for (const held of asked.sessions) {
      if (held.removed || held.data.unit !== id) continue
      if (within(held)) reached = true
      if (held.data.date > last) last = held.data.date
    }
    if (reached) figures.covered++
    else figures.lastOfMissing.push(last)
  }
  return figures
}

property.prop([request])('coverage is what counting by hand gives, over any records', (asked) => {
  const figures = coverage(asked)
  const hand = byHand(asked)
  expect([figures.sessions.length, figures.attendance, figures.withoutVillage.length]).toEqual([hand.sessions, hand.attendance, hand.loose])
  expect([figures.villages.numerator, figures.villages.denominator]).toEqual([hand.covered, hand.counted])
  expect(figures.villages.numerator + figures.villages.missing.length).toBe(figures.villages.denominator)
  expect(figures.villages.missing.map(({ last }) => last ?? '')).toEqual(hand.lastOfMissing.sort())
  expect(figures.firstTime).toEqual({
    people: hand.firstAsked ? hand.first : undefined,
    askedSessions: hand.firstAsked,
    notAsked: hand.sessions - hand.firstAsked,
  })
  expect(figures.reach).toMatchObject({ people: hand.first14Asked ? hand.first14 : undefined, askedSessions: hand.first14Asked })
})

property.prop([request])('a share of people is given only within one year, with a baseline and an answer, and is never capped', (asked) => {
  const { reach } = coverage(asked)
  const year = Number(asked.period.to.slice(0, 4))
  const usable = asked.baselines.filter(({ data }) => data.unit === commune.id && data.year <= year && (data.people.from14to60 ?? 0) > 0)
  if ('none' in reach.share) {
    expect(asked.period.from.slice(0, 4) !== asked.period.to.slice(0, 4) || usable.length === 0 || reach.askedSessions === 0).toBe(true)
    return
  }
  expect(reach.baseline?.year).toBe(Math.max(...usable.map(({ data }) => data.year)))
  const exact = ((reach.people ?? Number.NaN) / (reach.baseline?.people ?? Number.NaN)) * 100
  expect(Math.abs(reach.share.percent - exact)).toBeLessThanOrEqual(0.0500001)
  expect(reach.share.overHundred).toBe(exact > 100)
})
