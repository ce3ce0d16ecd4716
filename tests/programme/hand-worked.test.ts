import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { dateToDay } from '../../src/model/civil-date.ts'
import { adjustment, figuresToKeep } from '../../src/programme/adjustment.ts'
import { amount, sessionCount } from '../../src/programme/amount.ts'
import { type AnyHeld, type Figures, figuresFromRecords, figuresFromSummaries } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { type Dates, periodBetween, periodNumbered } from '../../src/programme/period.ts'
import type { Reading } from '../../src/programme/reading.ts'
import { summarise } from '../../src/programme/summary.ts'
import { cellsWithin } from '../../src/programme/unit-tree.ts'
import { handWorked } from '../fixture/hand-worked.ts'
import { communeId, land, province, recordsOf, unitsOf, villageId } from '../fixture/hand-worked-records.ts'
import { shippedIndicator } from '../fixture/packs.ts'

type Land = z.infer<typeof land>

const hue = '003-thua-thien-hue'
const expectation = <S extends z.ZodMiniType>(id: string, shape: S): z.infer<S> => shape.parse(handWorked(id, z.looseObject({}))['expect'])

/** The end of a day in Vietnam, or of the year 2030. */
const endOf = (date = '2030-12-31'): number => dateToDay(date) * 86_400_000

const ways = [
  ['records', figuresFromRecords],
  [
    'summaries',
    (records: readonly AnyHeld[], around: Parameters<typeof figuresFromRecords>[1]): Figures =>
      figuresFromSummaries(summarise(figuresFromRecords(records, around).cells), records, around),
  ],
] as const

const periodOf = (given: Land): Dates => {
  if (given.period) return periodBetween(...given.period)
  if (given.year !== undefined) return periodNumbered('calendar', 'year', given.year, 1)
  return periodBetween(`${given.asOf?.slice(0, 4)}-01-01`, given.asOf ?? '')
}

const share = z.object({
  numerator: z.number(),
  denominator: z.number(),
  percent: z.number(),
  target: z.optional(z.number()),
  met: z.optional(z.boolean()),
  missing: z.optional(z.array(z.string())),
  notAsked: z.optional(z.array(z.string())),
  flag: z.optional(z.literal('over 100 %')),
})

function expectShare(reading: Reading, worked: z.infer<typeof share>, named: (name: string) => string) {
  const { numerator, denominator, percent, target, met, missing, notAsked, flag } = worked
  expect(reading).toMatchObject({ numerator, denominator, value: { percent, overHundred: flag !== undefined } })
  expect(reading.flags.includes('over-hundred')).toBe(flag !== undefined)
  if (target !== undefined) expect(reading.target?.threshold).toBe(target)
  if (met !== undefined) expect(reading.target?.met).toBe(met)
  if (missing ?? notAsked) expect(reading.missing).toEqual((missing ?? notAsked)?.map(named))
}

describe.each(ways)('worked out by hand, from %s:', (_, figuresFrom) => {
  const figuresOf = (id: string, area = province): Figures & { given: Land } => {
    const given = handWorked(id, land)
    return { ...figuresFrom(recordsOf(given), { area, units: unitsOf(given), asOf: endOf(given.asOf) }), given }
  }
  const reading = (id: string, indicator: string, area = province) => {
    const figures = figuresOf(id, area)
    return evaluate(shippedIndicator(hue, indicator), figures, periodOf(figures.given))
  }

  test.each([
    ['H1', 'CT1'],
    ['H2', 'CT1'],
    ['H3', 'CT2a'],
    ['H4', 'CT2b'],
    ['H5', 'CT3'],
    ['H6', 'CT4'],
    ['H8', 'CT4'],
    ['H9', 'VC1'],
    ['H13', 'CT4'],
  ])('[%s] %s', (id, indicator) => {
    const worked = expectation(id, z.looseObject({ [indicator]: share }))[indicator] as z.infer<typeof share>
    const named = indicator === 'CT3' ? String : indicator === 'VC1' ? villageId : communeId
    expectShare(reading(id, indicator), worked, named)
  })

  test('[H1] [H2] the target is the one that is due: 75 % in 2018, 100 % in 2020, and the next one between them', () => {
    const figures = figuresOf('H1')
    const due = ['2017-12-31', '2018-12-31', '2019-06-30', '2020-12-31', '2021-12-31'].map(
      (to) => evaluate(shippedIndicator(hue, 'CT1'), figures, periodBetween('2017-01-01', to)).target,
    )
    expect(due.map((target) => [target?.threshold, target?.by])).toEqual([
      [75, '2018-12-31'],
      [75, '2018-12-31'],
      [100, '2020-12-31'],
      [100, '2020-12-31'],
      [100, '2020-12-31'],
    ])
  })

  test('[H6] attendance stands beside, of the province and of its key areas', () => {
    const { cells, units, given } = figuresOf('H6')
    const of = (areas: readonly string[]) => areas.reduce((sum, area) => sum + amount(cellsWithin(cells, units, area), 'attendance', periodOf(given)), 0)
    const worked = expectation('H6', z.looseObject({ 'attendance.province': z.number(), 'attendance.keyAreas': z.number() }))
    expect([of([province]), of(['c1', 'c2'].map(communeId))]).toEqual([worked['attendance.province'], worked['attendance.keyAreas']])
  })

  test('[H7] a key commune without a baseline: none for the whole, a share for the one that has it', () => {
    const worked = expectation('H7', z.object({ CT4: z.object({ percent: z.null(), reason: z.string(), units: z.array(z.string()) }), 'CT4.c1': share }))
    const whole = reading('H7', 'CT4')
    expect(whole.value).toEqual({ none: worked.CT4.reason })
    expect(whole.missing).toEqual(worked.CT4.units.map(communeId))
    expect(whole.target?.met).toBeUndefined()
    expectShare(reading('H7', 'CT4', communeId('c1')), worked['CT4.c1'], communeId)
  })

  test('[H10] the smaller of classified and handled; none received is no share', () => {
    const ratioOf = (quarter: number) =>
      evaluate(shippedIndicator('000-hai-duong', 'HD-1'), figuresOf('H10'), periodNumbered('15-14', 'quarter', 2024, quarter))
    const worked = expectation('H10', z.object({ 'HD-1.2024-Q1': share, 'HD-1.2024-Q2': z.object({ percent: z.null(), reason: z.string() }) }))
    expectShare(ratioOf(1), worked['HD-1.2024-Q1'], String)
    expect(ratioOf(2)).toMatchObject({ value: { none: worked['HD-1.2024-Q2'].reason }, denominator: 0, target: { threshold: 100, met: undefined } })
    expect(ratioOf(3)).toMatchObject({ value: { none: 'no tally' }, missing: ['tips-classified', 'tips-handled', 'tips-received'] })
  })

  test('[H11] one event over two communes is one for the province, one for each commune, and both have had it', () => {
    const figures = figuresOf('H11')
    const year = periodNumbered('calendar', 'year', 2020, 1)
    const withSession = evaluate(
      { id: 'X', definition: { type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }, targets: [] },
      figures,
      year,
    )
    expect({
      'sessions.c1': sessionCount(figures, communeId('c1'), year),
      'sessions.c2': sessionCount(figures, communeId('c2'), year),
      'sessions.province': sessionCount(figures, province, year),
      'attendance.province': amount(figures.cells, 'attendance', year),
      communesWithSession: withSession.numerator,
    }).toEqual(handWorked('H11', z.object({ expect: z.looseObject({}) })).expect)
  })

  test('[H12] sessions fall into the state’s periods with both end days', () => {
    const worked = expectation('H12', z.record(z.string(), z.object({ from: z.string(), to: z.string(), sessions: z.number() })))
    const figures = figuresOf('H12')
    for (const { from, to, sessions } of Object.values(worked)) expect(sessionCount(figures, province, { from, to })).toBe(sessions)
    expect(Object.keys(worked)).toHaveLength(4)
  })

  test('[H14] after the lock the figures stand, and what came later is an adjustment', () => {
    const worked = expectation('H14', z.object({ locked: z.record(z.string(), z.number()), adjustment: z.record(z.string(), z.number()) }))
    const year = periodNumbered('calendar', 'year', 2020, 1)
    const kept = (totals: readonly number[]) => {
      const given = land.parse({ sessions: totals.map((total) => ({ commune: 'c1', total })) })
      const figures = figuresFrom(recordsOf(given), { area: communeId('c1'), units: unitsOf(given), asOf: endOf() })
      const { sessions, attendance } = figuresToKeep(figures, year) ?? {}
      return { sessions: sessions ?? 0, attendance: attendance ?? 0 }
    }
    const others = [30, 30, 30, 30, 30, 30, 30, 30, 20]
    const locked = kept([...others, 40])
    expect(locked).toEqual(worked.locked)
    expect(adjustment(locked, kept([...others, 35, 25]))).toEqual(worked.adjustment)
    expect(adjustment(locked, locked)).toEqual({})
  })
})
