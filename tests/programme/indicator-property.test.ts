import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import { isKindName } from '../../src/model/registry.ts'
import { validate } from '../../src/model/validate.ts'
import { type AnyHeld, type Figures, figuresFromRecords, figuresFromSummaries } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { type Definition, definition } from '../../src/programme/pack.ts'
import { type Dates, periodBetween } from '../../src/programme/period.ts'
import { noneReasons, type Reading, readingFlags } from '../../src/programme/reading.ts'
import { summarise } from '../../src/programme/summary.ts'
import { bruteForce } from '../fixture/brute-force.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { alignedPeriod, day, province, type RandomProvince, randomProvince, someCommunes } from '../fixture/random-province.ts'

const LONGEST_MS = 60_000

/** Definitions of every type beyond what the plans use. */
const further: Definition[] = [
  { type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 2, when: 'period' },
  { type: 'units-with', units: 'key-communes', measure: 'tally.pledges-signed', atLeast: 5, when: 'period' },
  { type: 'units-with', units: 'communes', measure: 'site-active.neither', atLeast: 1, when: 'period' },
  { type: 'units-with', units: 'communes', measure: 'visits', atLeast: 1, when: 'until' },
  { type: 'units-with', units: 'villages', measure: 'form.training', atLeast: 1, when: 'until' },
  { type: 'months-with', measure: 'sessions', atLeast: 2, since: '2024-03' },
  { type: 'months-with', measure: 'tally.pledges-signed', atLeast: 1 },
  { type: 'reached', among: 'communes', age: 'all' },
  { type: 'reached', among: 'communes', age: '14-60' },
  { type: 'reached', among: 'key-communes', age: 'all' },
  { type: 'sum-over-baseline', measure: 'handed.leaflet', people: 'households', among: 'communes' },
  { type: 'sum-over-baseline', measure: 'messages', people: 'total', among: 'key-communes' },
  { type: 'sum-over-baseline', measure: 'tally.pledges-signed', people: 'from14to60', among: 'communes' },
  { type: 'ratio', numerator: ['tips-handled', 'tips-classified', 'tips-settled'], denominator: 'tips-received' },
  {
    type: 'count-by-organisation',
    measures: ['sessions', 'visit.meeting', 'tally.pledges-signed', 'site-type.legal-help', 'form-attendance.rally', 'deployed'],
  },
].map((one) => definition.parse(one))

const plans: [string, readonly Definition[]][] = [
  ...shippedPacks.map(({ id, indicators }): [string, readonly Definition[]] => [id, indicators.map((indicator) => indicator.definition)]),
  ['further definitions', further],
]

const area = fc.constantFrom(province, province, ...someCommunes)
const asOfDay = fc.oneof(fc.constant('2026-01-01'), day)
const anyPeriod = fc.tuple(day, day).map(([one, other]): Dates => {
  const { from, to } = periodBetween(one, other)
  return { from, to }
})

interface Asked {
  land: RandomProvince
  area: string
  asOfDay: string
}

function bothFigures({ land, area: of, asOfDay: date }: Asked): { byDay: Figures; byHalfMonth: Figures } {
  // The generator makes records of the model; a property below has each of them validated.
  const records = land.records as unknown as AnyHeld[]
  const around = { area: of, units: land.official, asOf: dateToDay(date) * 86_400_000 }
  const byDay = figuresFromRecords(records, around)
  return { byDay, byHalfMonth: figuresFromSummaries(summarise(byDay.cells), records, around) }
}

/** The reading is what was counted slowly: its numbers, its reason, and who is missing. */
function expectCounted(reading: Reading, { land, area: of, asOfDay: date }: Asked, of_: Definition, { from, to }: Dates) {
  const slow = bruteForce({ definition: of_, records: land.records, official: land.official, area: of, from, to, asOfDay: date })
  expect([...reading.missing].sort()).toEqual([...slow.missing].sort())
  expect({ totals: reading.totals, byOrganisation: reading.byOrganisation }).toEqual({ totals: slow.totals, byOrganisation: slow.byOrganisation })
  if (slow.none !== undefined) return expect(reading.value).toEqual({ none: slow.none })
  const [n, d] = [slow.numerator ?? Number.NaN, slow.denominator ?? Number.NaN]
  expect([reading.numerator, reading.denominator]).toEqual([n, d])
  if ('none' in reading.value) return expect.unreachable(`no number, because of ${reading.value.none}`)
  const tenths = Math.round(reading.value.percent * 10)
  // Half up, told by whole numbers alone: tenths - 1/2 <= 1000 n / d < tenths + 1/2.
  expect((2 * tenths - 1) * d <= 2000 * n && 2000 * n < (2 * tenths + 1) * d).toBe(true)
  expect(reading.value.overHundred).toBe(n > d)
}

test('there are six plans, and every type of definition is among what is tried', () => {
  expect(plans).toHaveLength(7)
  const types = new Set(plans.flatMap(([, definitions]) => definitions.map(({ type }) => type)))
  expect([...types].sort()).toEqual(['count-by-organisation', 'months-with', 'ratio', 'reached', 'sum-over-baseline', 'units-with'])
})

for (const [plan, definitions] of plans) {
  property.prop([randomProvince, area, asOfDay, alignedPeriod], { numRuns: 1000 })(
    `${plan}: every indicator is what counting by hand gives, from records and from summaries`,
    (land, of, date, period) => {
      const asked = { land, area: of, asOfDay: date }
      const { byDay, byHalfMonth } = bothFigures(asked)
      for (const each of definitions) {
        const reading = evaluate({ id: 'X', definition: each, targets: [] }, byDay, period)
        expectCounted(reading, asked, each, period)
        expect(evaluate({ id: 'X', definition: each, targets: [] }, byHalfMonth, period)).toEqual(reading)
      }
    },
    LONGEST_MS,
  )
}

const all = plans.flatMap(([, definitions]) => definitions)

property.prop([randomProvince, area, asOfDay, anyPeriod], { numRuns: 200 })(
  'any two dates can be told from records; summaries tell the same or say that they can’t',
  (land, of, date, period) => {
    const asked = { land, area: of, asOfDay: date }
    const { byDay, byHalfMonth } = bothFigures(asked)
    for (const each of all) {
      const reading = evaluate({ id: 'X', definition: each, targets: [] }, byDay, period)
      expectCounted(reading, asked, each, period)
      const summed = evaluate({ id: 'X', definition: each, targets: [] }, byHalfMonth, period)
      if (!('none' in summed.value && summed.value.none === 'not aligned')) expect(summed.value).toEqual(reading.value)
    }
  },
  LONGEST_MS,
)

test('the provinces are such that every definition gives a number and every reason for none is met', () => {
  const met = new Set<string>()
  const told = new Set<Definition>()
  for (const [land, of, date, period] of fc.sample(fc.tuple(randomProvince, area, asOfDay, alignedPeriod), { seed: 2026, numRuns: 400 })) {
    const { byDay, byHalfMonth } = bothFigures({ land, area: of, asOfDay: date })
    for (const each of all) {
      const readings = [
        evaluate({ id: 'X', definition: each, targets: [] }, byDay, period),
        evaluate({ id: 'X', definition: each, targets: [] }, byHalfMonth, { from: period.from, to: '2024-05-20' }),
      ]
      for (const { value, flags } of readings) {
        if ('none' in value) met.add(value.none)
        else told.add(each)
        for (const flag of flags) met.add(flag)
      }
    }
  }
  expect([...noneReasons, ...readingFlags].filter((code) => !met.has(code))).toEqual([])
  expect(all.filter((each) => each.type !== 'count-by-organisation' && !told.has(each))).toEqual([])
})

property.prop([randomProvince], { numRuns: 100 })('the provinces are made of records that the model takes', ({ official, records }) => {
  const known = new Map([...official.map(({ id }) => id), ...records.filter(({ kind }) => kind === 'unit').map(({ id }) => id)].map((id) => [id, id]))
  const unit = (id: string) =>
    official.find((one) => one.id === id) ?? (known.has(id) ? ({ id, level: 'village', type: 'thon', name: id, validFrom: '2000-01-01' } as const) : undefined)
  for (const { kind, data } of records) {
    if (!isKindName(kind)) return expect.unreachable(kind)
    const checked = validate(kind, data, { unit })
    // A commune's dates may have been mended after a session was entered there.
    const problems = checked.ok ? [] : checked.problem.filter(({ code }) => code !== 'ended-unit')
    expect({ kind, data, problems }).toEqual({ kind, data, problems: [] })
  }
})
