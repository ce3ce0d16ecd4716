import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { addDays, dayToDate } from '../../src/model/civil-date.ts'
import {
  calendarYearOf,
  campaignIn,
  isIn,
  next,
  periodBetween,
  periodKinds,
  periodNumbered,
  periodOf,
  periodRules,
  previous,
  schoolYearOf,
} from '../../src/programme/period.ts'
import { handWorked } from '../fixture/hand-worked.ts'

const date = fc.integer({ min: 10_957, max: 40_000 }).map(dayToDate)
const rule = fc.constantFrom(...periodRules)
const kind = fc.constantFrom(...periodKinds)

describe('[H12] state periods run from the 15th to the 14th', () => {
  const { sessions, expect: expected } = handWorked(
    'H12',
    z.object({
      rule: z.literal('15-14'),
      sessions: z.array(z.string()),
      expect: z.record(z.string(), z.object({ from: z.string(), to: z.string(), sessions: z.number() })),
    }),
  )
  const [half, q1, q2, year] = [
    periodNumbered('15-14', 'half', 2024, 1),
    periodNumbered('15-14', 'quarter', 2024, 1),
    periodNumbered('15-14', 'quarter', 2024, 2),
    periodNumbered('15-14', 'year', 2024, 1),
  ]

  test.each([
    ['2024-Q1', q1],
    ['2024-Q2', q2],
    ['2024-H1', half],
    ['2024', year],
  ])('%s has the dates and the sessions worked out by hand', (name, period) => {
    const held = sessions.filter((session) => isIn(period, session)).length
    expect({ from: period.from, to: period.to, sessions: held }).toEqual(expected[name])
  })
})

test('a calendar quarter ends on its month’s last day, in a leap year too', () => {
  expect(periodOf('calendar', 'quarter', '2024-02-29')).toMatchObject({ from: '2024-01-01', to: '2024-03-31', year: 2024, number: 1 })
  expect(periodOf('calendar', 'month', '2024-02-29')).toMatchObject({ from: '2024-02-01', to: '2024-02-29', number: 2 })
})

test('by the state’s rule the 15th of December begins the next year', () => {
  expect(periodOf('15-14', 'year', '2025-12-14')).toMatchObject({ year: 2025, to: '2025-12-14' })
  expect(periodOf('15-14', 'year', '2025-12-15')).toMatchObject({ year: 2026, from: '2025-12-15' })
  expect(periodOf('15-14', 'month', '2026-03-15')).toMatchObject({ year: 2026, number: 4, from: '2026-03-15', to: '2026-04-14' })
})

test('before the first period of a year comes the last of the year before', () => {
  expect(previous(periodNumbered('calendar', 'half', 2026, 1))).toMatchObject({ year: 2025, number: 2, from: '2025-07-01', to: '2025-12-31' })
  expect(next(periodNumbered('15-14', 'month', 2026, 12))).toMatchObject({ year: 2027, number: 1, from: '2026-12-15', to: '2027-01-14' })
})

test('free dates come in either order, and the period before has as many days', () => {
  const campaign = periodBetween('2026-07-30', '2026-07-01')
  expect(campaign).toEqual({ kind: 'dates', from: '2026-07-01', to: '2026-07-30' })
  expect(previous(campaign)).toEqual({ kind: 'dates', from: '2026-06-01', to: '2026-06-30' })
  expect(next(campaign)).toEqual({ kind: 'dates', from: '2026-07-31', to: '2026-08-29' })
})

test('a school year runs from September to August, and is of the year in which it begins', () => {
  expect(schoolYearOf('2026-08-31')).toEqual({ kind: 'school-year', year: 2025, from: '2025-09-01', to: '2026-08-31' })
  expect(schoolYearOf('2026-09-01')).toEqual({ kind: 'school-year', year: 2026, from: '2026-09-01', to: '2027-08-31' })
  expect(next(schoolYearOf('2026-11-20'))).toEqual(schoolYearOf('2027-11-20'))
  expect(calendarYearOf(schoolYearOf('2026-11-20'))).toBeUndefined()
})

test('a plan may begin the school year on another day, which its neighbours keep', () => {
  const year = schoolYearOf('2026-08-16', '08-15')
  expect(year).toMatchObject({ year: 2026, from: '2026-08-15', to: '2027-08-14' })
  expect(previous(year)).toEqual({ kind: 'school-year', year: 2025, from: '2025-08-15', to: '2026-08-14' })
})

test('a campaign has its two dates, or the days of every year in the year asked for', () => {
  expect(campaignIn({ from: '2024-07-01', to: '2024-09-30' }, 2026)).toEqual({ kind: 'dates', from: '2024-07-01', to: '2024-09-30' })
  expect(campaignIn({ from: '07-01', to: '07-30' }, 2026)).toEqual({ kind: 'dates', from: '2026-07-01', to: '2026-07-30' })
  expect(campaignIn({ from: '12-20', to: '01-10' }, 2026)).toEqual({ kind: 'dates', from: '2026-12-20', to: '2027-01-10' })
  expect(campaignIn({ from: '02-01', to: '02-29' }, 2026).to).toBe('2026-02-28')
  expect(campaignIn({ from: '02-01', to: '02-29' }, 2028).to).toBe('2028-02-29')
  expect(campaignIn({ from: '2026-03-01', to: '03-31' }, 2030).to).toBe('2026-03-31')
})

property.prop([date, fc.constantFrom('09-01', '08-15', '02-29')])('every day lies in exactly its school year, and school years touch', (day, begins) => {
  const year = schoolYearOf(day, begins)
  expect(isIn(year, day)).toBe(true)
  expect(schoolYearOf(year.to, begins)).toEqual(year)
  expect(schoolYearOf(addDays(year.to, 1), begins).from).toBe(addDays(year.to, 1))
})

test('a state year lies in no single calendar year, its second half does', () => {
  expect(calendarYearOf(periodNumbered('15-14', 'year', 2026, 1))).toBeUndefined()
  expect(calendarYearOf(periodNumbered('15-14', 'half', 2026, 2))).toBe(2026)
})

property.prop([rule, kind, date])('every day lies in exactly the period found for it, and periods touch without a gap', (someRule, someKind, day) => {
  const period = periodOf(someRule, someKind, day)
  expect(isIn(period, day)).toBe(true)
  expect(periodOf(someRule, someKind, period.from)).toEqual(period)
  expect(periodOf(someRule, someKind, period.to)).toEqual(period)
  expect(next(period).from).toBe(addDays(period.to, 1))
  expect(previous(next(period))).toEqual(period)
  expect(periodNumbered(someRule, someKind, period.year, period.number)).toEqual(period)
})

property.prop([rule, date])('a year is its twelve months, its four quarters and its two halves', (someRule, day) => {
  const year = periodOf(someRule, 'year', day)
  for (const [part, last] of [
    ['month', 12],
    ['quarter', 4],
    ['half', 2],
  ] as const) {
    expect(periodNumbered(someRule, part, year.year, 1).from).toBe(year.from)
    expect(periodNumbered(someRule, part, year.year, last).to).toBe(year.to)
  }
})
