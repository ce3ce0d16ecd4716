import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type CoverageRequest, coverage } from '../../src/programme/coverage.ts'
import { periodBetween, periodNumbered } from '../../src/programme/period.ts'
import { percentOf } from '../../src/programme/share.ts'
import { baseline, commune, idFor, neighbour, session, village } from '../fixture/commune.ts'
import { handWorked } from '../fixture/hand-worked.ts'

const quarter = periodBetween('2026-04-01', '2026-06-30')
const of = (more: Partial<CoverageRequest>) => coverage({ commune: commune.id, period: quarter, asOf: 0, villages: [], sessions: [], baselines: [], ...more })

describe('villages with a session (VC1)', () => {
  test('[H9] are counted among those valid on the last day; both end days belong', () => {
    const worked = handWorked(
      'H9',
      z.object({
        period: z.tuple([z.string(), z.string()]),
        villages: z.array(z.object({ id: z.string(), to: z.optional(z.string()) })),
        sessions: z.array(z.object({ village: z.string(), date: z.string() })),
        expect: z.object({ VC1: z.object({ numerator: z.number(), denominator: z.number(), percent: z.number(), missing: z.array(z.string()) }) }),
      }),
    )
    const { villages } = of({
      period: periodBetween(...worked.period),
      villages: worked.villages.map(({ id, to }) => village(id, to === undefined ? {} : { validTo: to })),
      sessions: worked.sessions.map(({ village: at, date }, index) => session(`s${index}`, idFor(at), date)),
    })
    const { numerator, denominator, percent, missing } = worked.expect.VC1
    expect(villages).toMatchObject({ numerator, denominator, share: { percent, overHundred: false } })
    expect(villages.missing.map((one) => one.village).sort()).toEqual(missing.map(idFor).sort())
  })

  test('name those still missing, longest without a session first, never reached before all others', () => {
    const villages = ['Thôn 10', 'Thôn 2', 'Thôn 3', 'Thôn 4'].map((name) => village(name))
    const sessions = [session('a', idFor('Thôn 3'), '2026-01-20'), session('b', idFor('Thôn 3'), '2025-11-02'), session('c', idFor('Thôn 4'), '2025-12-31')]
    const missing = of({ villages, sessions }).villages.missing
    const last = new Map([
      [idFor('Thôn 3'), '2026-01-20'],
      [idFor('Thôn 4'), '2025-12-31'],
    ])
    expect(of({ villages, last }).villages.missing).toEqual(missing)
    expect(missing).toEqual([
      { village: idFor('Thôn 2'), last: undefined },
      { village: idFor('Thôn 10'), last: undefined },
      { village: idFor('Thôn 4'), last: '2025-12-31' },
      { village: idFor('Thôn 3'), last: '2026-01-20' },
    ])
  })

  test('have no percentage in a commune that entered no village, and say why', () => {
    expect(of({ sessions: [session('a', commune.id, '2026-05-01')] }).villages).toMatchObject({ numerator: 0, denominator: 0, share: { none: 'no villages' } })
  })

  test('say when their list was last changed', () => {
    const villages = [
      { ...village('Thôn 1'), changedAt: 500 },
      { ...village('Thôn 2', { validTo: '2026-01-01' }), changedAt: 900 },
      { ...village('Xa', { parent: neighbour.id }), changedAt: 9999 },
    ]
    expect(of({ villages }).villages).toMatchObject({ denominator: 1, listChangedAt: 900 })
    expect(of({}).villages.listChangedAt).toBeUndefined()
  })

  test('are not covered by a session held in the commune without a village, which still counts as a session', () => {
    const figures = of({ villages: [village('Thôn 1')], sessions: [session('a', commune.id, '2026-05-01', { total: 90 })] })
    expect(figures).toMatchObject({ sessions: [idFor('a')], withoutVillage: [idFor('a')], attendance: 90, villages: { numerator: 0, denominator: 1 } })
  })

  test('leave out a removed village, while what was held there stays the commune’s', () => {
    const villages = [village('Thôn 1'), { ...village('Thôn 2'), removed: true }]
    const sessions = [session('a', idFor('Thôn 2'), '2026-05-01')]
    expect(of({ villages, sessions })).toMatchObject({ sessions: [idFor('a')], villages: { numerator: 0, denominator: 1 } })
  })
})

describe('sessions and attendance', () => {
  test('are the commune’s of the period: not the neighbour’s, not removed, not of the day before or after', () => {
    const villages = [village('Thôn 1'), village('Xa', { parent: neighbour.id })]
    const sessions = [
      session('last', idFor('Thôn 1'), '2026-06-30', { total: 30 }),
      session('first', idFor('Thôn 1'), '2026-04-01', { total: 12 }),
      session('before', idFor('Thôn 1'), '2026-03-31'),
      session('after', idFor('Thôn 1'), '2026-07-01'),
      session('theirs', idFor('Xa'), '2026-05-01'),
      { ...session('removed', idFor('Thôn 1'), '2026-05-01'), removed: true },
    ]
    expect(of({ villages, sessions })).toMatchObject({ sessions: [idFor('first'), idFor('last')], attendance: 42 })
  })

  test('first-timers are summed over the sessions that asked; nobody asking is not zero', () => {
    const at = (name: string, firstTime?: number) => session(name, commune.id, '2026-05-01', { total: 50, ...(firstTime === undefined ? {} : { firstTime }) })
    expect(of({ sessions: [at('a', 7), at('b', 0), at('c')] }).firstTime).toEqual({ people: 7, askedSessions: 2, notAsked: 1 })
    expect(of({ sessions: [at('a'), at('b')] }).firstTime).toEqual({ people: undefined, askedSessions: 0, notAsked: 2 })
    expect(of({ sessions: [at('a', 0)] }).firstTime).toEqual({ people: 0, askedSessions: 1, notAsked: 0 })
  })
})

const reached = z.object({ numerator: z.number(), denominator: z.number(), percent: z.number() })
const ct4 = z.object({
  year: z.number(),
  keyAreas: z.array(z.string()),
  baselines: z.record(z.string(), z.number()),
  sessions: z.array(z.object({ commune: z.string(), year: z.optional(z.number()), total: z.number(), firstTime14to60: z.optional(z.number()) })),
  expect: z.looseObject({ CT4: z.extend(reached, { notAsked: z.optional(z.array(z.string())), flag: z.optional(z.string()) }) }),
})

/** Every commune of a case on its own, by its name there. */
function communesOf(worked: z.infer<typeof ct4>) {
  const names = [...new Set([...worked.keyAreas, ...worked.sessions.map((one) => one.commune)])]
  const sessions = worked.sessions.map(({ commune: name, year = worked.year, total, firstTime14to60: asked }, index) =>
    session(`s${index}`, idFor(name), `${year}-06-15`, { total, ...(asked === undefined ? {} : { firstTime14to60: asked }) }),
  )
  const baselines = Object.entries(worked.baselines).map(([name, people]) => baseline(`b${name}`, worked.year, { from14to60: people }, idFor(name)))
  const period = periodNumbered('calendar', 'year', worked.year, 1)
  return new Map(names.map((name) => [name, coverage({ commune: idFor(name), period, asOf: 0, villages: [], sessions, baselines })]))
}

describe('people aged 14–60 reached for the first time this year', () => {
  test('[H6] come from what was asked; a commune that never asked has no share, and attendance stands beside', () => {
    const worked = handWorked('H6', ct4)
    const communes = communesOf(worked)
    const keyAreas = worked.keyAreas.flatMap((name) => communes.get(name) ?? [])
    const { numerator, denominator, percent, notAsked } = worked.expect.CT4
    const people = keyAreas.reduce((sum, one) => sum + (one.reach.people ?? 0), 0)
    const baselines = keyAreas.reduce((sum, one) => sum + (one.reach.baseline?.people ?? 0), 0)
    expect([people, baselines, percentOf(people, baselines)]).toEqual([numerator, denominator, percent])
    expect(worked.keyAreas.filter((name) => communes.get(name)?.reach.askedSessions === 0)).toEqual(notAsked)
    expect(communes.get('c1')?.reach.share).toEqual({ percent: 25, overHundred: false })
    expect(communes.get('c2')?.reach).toMatchObject({ people: undefined, notAsked: 1, share: { none: 'nobody asked' } })
    expect(keyAreas.reduce((sum, one) => sum + one.attendance, 0)).toBe(worked.expect['attendance.keyAreas'])
    expect([...communes.values()].reduce((sum, one) => sum + one.attendance, 0)).toBe(worked.expect['attendance.province'])
  })

  test.each(['H8', 'H13'])('[%s] are of one year, and more than all of them is flagged, never capped', (id) => {
    const worked = handWorked(id, ct4)
    const { numerator, denominator, percent, flag } = worked.expect.CT4
    expect(communesOf(worked).get('c1')?.reach).toMatchObject({
      people: numerator,
      baseline: { people: denominator },
      share: { percent, overHundred: flag !== undefined },
    })
  })

  const asked = [session('a', commune.id, '2026-01-05', { firstTime14to60: 10 }), session('b', commune.id, '2025-12-20', { firstTime14to60: 5 })]

  test('are never summed over two calendar years, though a state quarter has days of both', () => {
    const figures = of({ period: periodNumbered('15-14', 'quarter', 2026, 1), sessions: asked, baselines: [baseline('b', 2025, { from14to60: 100 })] })
    expect(figures.reach.share).toEqual({ none: 'not one year' })
  })

  test('are divided by the newest baseline that is not younger than the period and counts that age', () => {
    const period = periodBetween('2026-01-01', '2026-12-31')
    const baselines = [
      baseline('b2', 2024, { from14to60: 400 }),
      baseline('b1', 2023, { from14to60: 200 }),
      baseline('b3', 2025, {}),
      baseline('b4', 2027, { from14to60: 800 }),
      { ...baseline('b5', 2026, { from14to60: 900 }), removed: true },
      baseline('b6', 2026, { from14to60: 700 }, neighbour.id),
    ]
    expect(of({ period, sessions: asked, baselines }).reach).toEqual({
      people: 10,
      askedSessions: 1,
      notAsked: 0,
      baseline: { people: 400, year: 2024, source: 'Số liệu 2024' },
      share: { percent: 2.5, overHundred: false },
    })
  })

  test('have no share without a baseline, nor with one that counts nobody', () => {
    const period = periodBetween('2026-01-01', '2026-12-31')
    expect(of({ period, sessions: asked }).reach.share).toEqual({ none: 'no baseline' })
    expect(of({ period, sessions: asked, baselines: [baseline('b', 2026, { from14to60: 0 })] }).reach.share).toEqual({ none: 'no baseline' })
  })
})

test.each([
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 16, 6.3],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [520, 500, 104],
  [0, 7, 0],
  [1001, 2000, 50.1],
])('%i of %i is %f per cent, half up', (numerator, denominator, percent) => {
  expect(percentOf(numerator, denominator)).toBe(percent)
})

test('nothing of nothing is no percentage', () => {
  expect(percentOf(0, 0)).toBeNull()
})
