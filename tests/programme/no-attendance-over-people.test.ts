import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import { contributions } from '../../src/programme/contribution.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { type Definition, definition } from '../../src/programme/pack.ts'
import type { Dates } from '../../src/programme/period.ts'
import type { Loose } from '../fixture/brute-force.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { alignedPeriod, province, randomProvince } from '../fixture/random-province.ts'

/** Every count of people of a record that counts the same person again the next time: all but "first time this year". */
function timesTen({ kind, data, ...rest }: Loose): Loose {
  const grown = (value: unknown): unknown => (typeof value === 'number' ? value * 10 : value)
  if (kind === 'session') {
    const counts = Object.entries(data['counts'] as Record<string, unknown>).map(([name, value]) => [name, name.startsWith('firstTime') ? value : grown(value)])
    return { ...rest, kind, data: { ...data, counts: Object.fromEntries(counts) } }
  }
  if (kind === 'site-visit' && data['attendance'])
    return { ...rest, kind, data: { ...data, attendance: { total: grown((data['attendance'] as { total: number }).total) } } }
  if (kind === 'tally' && data['measure'] === 'conference-attendance') return { ...rest, kind, data: { ...data, value: grown(data['value']) } }
  return { ...rest, kind, data }
}

const peopleGroups = ['total', 'from14to60', 'female14to60', 'under16', 'households'] as const

const overPeople = (measure: string, people: string) => ({ type: 'sum-over-baseline', measure, people, among: 'communes' })

/** Names of measures once each, tallies by their code. */
const distinct = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name) => !name.startsWith('tallies.')).map((name) => name.replace(/^tally\.([^.]+)\..*$/, 'tally.$1'))),
]

const sample = fc.sample(randomProvince, { seed: 7, numRuns: 150 }).flatMap(({ records }) => records)

// Records of the model, made by the generator.
const valuesOf = ({ kind, data }: Loose): Record<string, number> =>
  Object.assign({}, ...contributions(kind as AnyHeld['kind'], data).map(({ values }) => values))

/** All measures that some record makes. */
const measures = distinct(sample.flatMap((record) => Object.keys(valuesOf(record))))

/** Those among them that grow when more people come again. */
const countsAgain = distinct(
  sample.flatMap((record) => {
    const [before, after] = [valuesOf(record), valuesOf(timesTen(record))]
    return Object.keys(after).filter((measure) => before[measure] !== after[measure])
  }),
)

const isRefused = (measure: string, people: string): boolean => !definition.safeParse(overPeople(measure, people)).success

describe('the schema of packs', () => {
  test('knows every measure that counts a person again: there are many, in sessions, visits and tallies', () => {
    expect(countsAgain).toEqual(
      expect.arrayContaining(['attendance', 'female', 'minority', 'form-attendance.rally', 'visit-attendance', 'tally.conference-attendance']),
    )
  })

  test.each(peopleGroups)('refuses each of them over the people of a baseline (%s)', (people) => {
    expect(countsAgain.filter((measure) => !isRefused(measure, people))).toEqual([])
  })

  test.each(['male', 'under-14', '14-15', '16-60', 'over-60', 'minority-female', 'form-attendance.seminar', 'first-time', 'first-time-14-60'])(
    'refuses %s over people, of which a province may have none',
    (measure) => {
      expect(isRefused(measure, 'total')).toBe(true)
    },
  )

  test('takes what is a thing or a deed', () => {
    const taken = measures.filter((measure) => !isRefused(measure, 'total'))
    expect(taken).toEqual(expect.arrayContaining(['handed.leaflet', 'messages', 'sessions', 'tally.pledges-signed']))
  })
})

/** Percentages of people: what is divided by a baseline or by a sample. */
const dividesByPeople = ({ type }: Definition): boolean => type === 'reached' || type === 'sum-over-baseline'

const ofPlans = shippedPacks.flatMap(({ indicators }) => indicators.map((indicator) => indicator.definition))

test('in the six plans only what was asked in the room is divided by people', () => {
  expect(ofPlans.filter(dividesByPeople).map(({ type }) => type)).toEqual(['reached', 'reached'])
})

/** Whatever the schema lets through over people, and every way of reaching them. */
const everyShareOfPeople: Definition[] = [
  ...ofPlans,
  ...(['14-60', 'all'] as const).flatMap((age) => (['communes', 'key-communes'] as const).map((among): Definition => ({ type: 'reached', among, age }))),
  ...measures.flatMap((measure) => (['total', 'households'] as const).flatMap((people) => definition.safeParse(overPeople(measure, people)).data ?? [])),
].filter(dividesByPeople)

const shares = (records: readonly Loose[], official: Parameters<typeof figuresFromRecords>[1]['units'], period: Dates) => {
  const figures = figuresFromRecords(records as unknown as AnyHeld[], { area: province, units: official, asOf: dateToDay('2026-01-01') * 86_400_000 })
  return everyShareOfPeople.map((each) => {
    const { value, numerator, denominator, apart } = evaluate({ id: 'X', definition: each, targets: [] }, figures, period)
    return { value, numerator, denominator, apart }
  })
}

property.prop([randomProvince, alignedPeriod], { numRuns: 500 })('ten times the attendance changes no share of people', ({ official, records }, period) => {
  expect(shares(records.map(timesTen), official, period)).toEqual(shares(records, official, period))
})

test('and it does change what is no share of people, so that the property can fail', () => {
  const [land] = fc.sample(
    randomProvince.filter(({ records }) => records.some(({ kind, removed, data }) => kind === 'session' && !removed && data['unit'] === province)),
    { seed: 1, numRuns: 1 },
  )
  const attendance = (records: readonly Loose[]) =>
    evaluate(
      { id: 'X', definition: { type: 'count-by-organisation', measures: ['attendance'] }, targets: [] },
      figuresFromRecords(records as unknown as AnyHeld[], { area: province, units: land?.official ?? [], asOf: 0 }),
      { from: '2023-01-01', to: '2026-12-31' },
    ).totals?.['attendance'] ?? 0
  const before = attendance(land?.records ?? [])
  expect(before).toBeGreaterThan(0)
  expect(attendance((land?.records ?? []).map(timesTen))).toBe(10 * before)
})
