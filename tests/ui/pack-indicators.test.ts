import { expect, test } from 'vitest'
import { countedPlanOf } from '../../src/client/ui/pack-indicators.ts'
import { leftUntilMet, neededFor } from '../../src/programme/target.ts'
import { shippedPacks } from '../fixture/packs.ts'

test.each(shippedPacks.map((pack) => [pack.id, pack] as const))('%s: a screen reads the same indicators from the record as the schema does', (_, pack) => {
  const read = countedPlanOf(pack)
  expect(read?.rule).toBe(pack.rule)
  expect(read?.unread).toBe(0)
  const asCounted = pack.indicators.map(({ id, name, definition, targets }) => ({
    id,
    name,
    definition,
    targets: targets.map(({ threshold, compare, by }) => JSON.parse(JSON.stringify({ threshold, compare, by }))),
  }))
  expect(JSON.parse(JSON.stringify(read?.indicators))).toEqual(asCounted)
})

test('what is of a shape that this build does not know is counted and left out, and a pack without any is none', () => {
  const [pack] = shippedPacks
  const further = { id: 'Z', name: { vi: 'Z', en: 'Z' }, definition: { type: 'of tomorrow' }, targets: [] }
  expect(countedPlanOf({ ...pack, indicators: [...(pack?.indicators ?? []), further] })?.unread).toBe(1)
  expect(countedPlanOf({ ...pack, indicators: [further] })).toBeUndefined()
  expect(countedPlanOf({ ...pack, rule: 'of tomorrow' })).toBeUndefined()
  expect(countedPlanOf({})).toBeUndefined()
})

test('how many more it takes is told on whole numbers', () => {
  const atLeast = { threshold: 75, compare: 'at-least' } as const
  expect([8, 9, 10, 12].map((numerator) => leftUntilMet(atLeast, numerator, 12))).toEqual([1, 0, 0, 0])
  expect(neededFor({ threshold: 90, compare: 'more-than' }, 10)).toBe(10)
  expect(neededFor({ threshold: 33.3, compare: 'at-least' }, 1000)).toBe(333)
  expect(neededFor({ threshold: 0.1, compare: 'at-least' }, 1000)).toBe(1)
  expect(neededFor({ threshold: 110, compare: 'at-least' }, 10)).toBe(11)
})
