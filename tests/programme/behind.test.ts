// A figure opens into the records that make it: counted over them alone, it comes to the same.

import { test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import { behind } from '../../src/programme/behind.ts'
import { countedKinds } from '../../src/programme/contribution.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import type { Definition } from '../../src/programme/pack.ts'
import { anyPeriod, area, asOfDay } from '../fixture/asked.ts'
import { allDefinitions } from '../fixture/definitions.ts'
import { randomProvince } from '../fixture/random-province.ts'

const told = (definition: Definition, records: readonly AnyHeld[], around: Parameters<typeof figuresFromRecords>[1], period: { from: string; to: string }) => {
  const { numerator, totals, survey } = evaluate({ id: 'X', definition, targets: [] }, figuresFromRecords(records, around), period)
  // A survey is not made of records that add up.
  return survey ? undefined : { numerator: numerator ?? 0, totals }
}

property.prop([randomProvince, area, asOfDay, anyPeriod], { numRuns: 100 })(
  '100 provinces: every indicator counted over the records behind it alone',
  (made, of, date, period) => {
    // The generator makes them and the model's validation checks them.
    const records = made.records as unknown as AnyHeld[]
    const around = { area: of, asOf: dateToDay(date) * 86_400_000, units: made.official }
    const figures = figuresFromRecords(records, around)
    for (const definition of allDefinitions) {
      const isBehind = behind(definition, figures, period)
      const isCounted = ({ kind }: AnyHeld) => (countedKinds as readonly string[]).includes(kind)
      const alone = records.filter((record) => !isCounted(record) || (!record.removed && isBehind(record.kind, record.data)))
      expect({ definition, told: told(definition, alone, around, period) }).toEqual({ definition, told: told(definition, records, around, period) })
    }
  },
)

const [province, commune, other] = ['98@2000-01-01', '98001@2000-01-01', '98002@2000-01-01']
const official = [
  { id: province, level: 'province', type: 'tinh', name: 'Thử', validFrom: '2000-01-01' },
  { id: commune, level: 'commune', type: 'xa', name: 'Thử 1', parent: province, validFrom: '2000-01-01' },
  { id: other, level: 'commune', type: 'xa', name: 'Thử 2', parent: province, validFrom: '2000-01-01' },
] as const
const keyArea = { id: 'k', kind: 'key-area', data: { unit: other, from: '2020-01-01', decision: 'Quyết định' } } as AnyHeld
const quarter = { from: '2026-01-01', to: '2026-03-31' }

const asked = (definition: Definition, of: string) => {
  const isBehind = behind(definition, figuresFromRecords([keyArea], { area: of, asOf: 0, units: official }), quarter)
  return (unit: string, date: string) => {
    const counts = { total: 2, firstTime: 1 }
    // As much of a session as makes cells.
    return isBehind('session', { unit, date, form: 'rally', sessionKind: 'community', counts } as never)
  }
}

test('only sessions of the period are behind it', () => {
  const on = asked({ type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }, commune)
  expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((date) => on(commune, date))).toEqual([false, true, true, false])
})

test('only sessions of the places that count are behind it', () => {
  const inArea = asked({ type: 'reached', among: 'communes', age: 'all' }, commune)
  expect([commune, other, province].map((unit) => inArea(unit, '2026-02-01'))).toEqual([true, false, false])
  const inKeyAreas = asked({ type: 'reached', among: 'key-communes', age: 'all' }, province)
  expect([commune, other, province].map((unit) => inKeyAreas(unit, '2026-02-01'))).toEqual([false, true, false])
})

test('a session that does not add to what is measured is not behind it', () => {
  expect(asked({ type: 'reached', among: 'communes', age: '14-60' }, commune)(commune, '2026-02-01')).toBe(false)
})

test('a tally is behind it where its whole span lies in the period', () => {
  const isBehind = behind(
    { type: 'ratio', numerator: ['tips-handled'], denominator: 'tips-received' },
    figuresFromRecords([], { area: commune, asOf: 0, units: official }),
    quarter,
  )
  const of = (measure: string, from: string, to: string) =>
    isBehind('tally', { unit: commune, organisation: 'hoi', measure, value: 3, period: { from, to } } as never)
  expect(of('tips-received', '2026-01-01', '2026-03-31')).toBe(true)
  expect(of('tips-received', '2025-12-01', '2026-02-28')).toBe(false)
  expect(of('pledges-signed', '2026-01-01', '2026-03-31')).toBe(false)
})
