import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import { isKindName } from '../../src/model/registry.ts'
import { validate } from '../../src/model/validate.ts'
import { type AnyHeld, type Figures, figuresFromRecords, figuresFromSummaries } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import type { Definition } from '../../src/programme/pack.ts'
import { noneReasons, readingFlags } from '../../src/programme/reading.ts'
import { summarise } from '../../src/programme/summary.ts'
import { type Asked, anyPeriod, area, asOfDay, byHand, expectCounted } from '../fixture/asked.ts'
import { allDefinitions, plans } from '../fixture/definitions.ts'
import { times } from '../fixture/figure.ts'
import { alignedPeriod, randomProvince } from '../fixture/random-province.ts'

const LONGEST_MS = 60_000

function bothFigures({ land, area: of, asOfDay: date }: Asked): { byDay: Figures; byHalfMonth: Figures } {
  // The generator makes records of the model; a property below has each of them validated.
  const records = land.records as unknown as AnyHeld[]
  const around = { area: of, units: land.official, asOf: dateToDay(date) * 86_400_000 }
  const byDay = figuresFromRecords(records, around)
  return { byDay, byHalfMonth: figuresFromSummaries(summarise(byDay.cells), records, around) }
}

test('there are six plans, and every type of definition is among what is tried', () => {
  expect(plans).toHaveLength(7)
  const types = new Set(plans.flatMap(([, definitions]) => definitions.map(({ type }) => type)))
  expect([...types].sort()).toEqual(['count-by-organisation', 'months-with', 'ratio', 'reached', 'sum-over-baseline', 'units-with'])
})

for (const [plan, definitions] of plans) {
  property.prop([randomProvince, area, asOfDay, alignedPeriod], { numRuns: times(400, 1000) })(
    `${plan}: every indicator is what counting by hand gives, from records and from summaries`,
    (land, of, date, period) => {
      const asked = { land, area: of, asOfDay: date }
      const { byDay, byHalfMonth } = bothFigures(asked)
      for (const each of definitions) {
        const reading = evaluate({ id: 'X', definition: each, targets: [] }, byDay, period)
        expectCounted(reading, byHand(asked, each, period))
        expect(evaluate({ id: 'X', definition: each, targets: [] }, byHalfMonth, period)).toEqual(reading)
      }
    },
    LONGEST_MS,
  )
}

property.prop([randomProvince, area, asOfDay, anyPeriod], { numRuns: 200 })(
  'any two dates can be told from records; summaries tell the same or say that they can’t',
  (land, of, date, period) => {
    const asked = { land, area: of, asOfDay: date }
    const { byDay, byHalfMonth } = bothFigures(asked)
    for (const each of allDefinitions) {
      const reading = evaluate({ id: 'X', definition: each, targets: [] }, byDay, period)
      expectCounted(reading, byHand(asked, each, period))
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
    for (const each of allDefinitions) {
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
  expect(allDefinitions.filter((each) => each.type !== 'count-by-organisation' && !told.has(each))).toEqual([])
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
