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

test('of two sessions only the one in the period is behind it', () => {
  const commune = '98001@2000-01-01'
  const official = [{ id: commune, level: 'commune', type: 'xa', name: 'Thử', validFrom: '2000-01-01' } as const]
  const figures = figuresFromRecords([], { area: commune, asOf: 0, units: official })
  const isBehind = behind({ type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }, figures, {
    from: '2026-01-01',
    to: '2026-03-31',
  })
  const on = (date: string) => isBehind('session', { unit: commune, date, form: 'rally', sessionKind: 'community', counts: { total: 1 } } as never)
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([false, true, true, false])
})
