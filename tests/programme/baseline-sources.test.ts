import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { newestBaseline } from '../../src/programme/baseline-people.ts'
import { nextChoice, sourcesByYear } from '../../src/programme/baseline-sources.ts'
import type { Held } from '../../src/programme/coverage.ts'
import { baseline, commune, neighbour } from '../fixture/commune.ts'

const source = (name: string, people: number, more: Partial<Held<'baseline'>['data']> = {}, changedAt = 0): Held<'baseline'> => {
  const made = baseline(name, 2026, { total: people, from14to60: people })
  return { ...made, changedAt, data: { ...made.data, source: name, ...more } }
}
const used = (all: readonly Held<'baseline'>[], year = 2026) => newestBaseline(all, commune.id, 'total', year)?.source

describe('which of several sources of a year counts', () => {
  const [police, yearbook] = [source('công an', 100, {}, 5), source('niên giám', 110, {}, 9)]

  test('the one changed last, until the office has chosen; then that one, whatever is changed after', () => {
    expect(used([police, yearbook])).toBe('niên giám')
    const chosen = { ...police, data: { ...police.data, chosen: 1 } }
    expect(used([chosen, yearbook])).toBe('công an')
    expect(used([chosen, { ...yearbook, changedAt: 1000 }])).toBe('công an')
  })

  test('the last choice counts; a choice in an older year does not hold back a newer year', () => {
    const both = [source('công an', 100, { chosen: 1 }), source('niên giám', 110, { chosen: 2 })]
    expect(used(both)).toBe('niên giám')
    expect(used([...both, source('mới', 120, { year: 2027 })], 2027)).toBe('mới')
  })

  test('a chosen source that does not count those who are asked for leaves them to another', () => {
    const chosen = source('công an', 100, { chosen: 1, people: { total: 100 } })
    expect(newestBaseline([chosen, yearbook], commune.id, 'from14to60', 2026)?.source).toBe('niên giám')
  })

  property.prop([fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2 }), fc.array(fc.nat(9), { minLength: 4, maxLength: 4 })])(
    'chosen at once on several phones, one counts: the same in whatever order they came and whatever was changed later',
    (names, times) => {
      const all = names.map((name, place) => source(name, 100, { chosen: 3 }, times[place]))
      expect(used(all)).toBe([...names].sort().at(-1))
    },
  )

  test('the next choice is above all that there are', () => {
    expect(nextChoice([police, yearbook])).toBe(1)
    expect(nextChoice([source('a', 1, { chosen: 4 }), yearbook])).toBe(5)
  })
})

describe('sources beside each other', () => {
  test('those of one unit and year, the one that counts first; alone, removed, or of another unit or year it is none', () => {
    const one = source('a', 100, {}, 1)
    const two = source('b', 105, {}, 2)
    expect(sourcesByYear([one])).toEqual([])
    expect(sourcesByYear([one, { ...two, removed: true }, source('c', 1, { year: 2025 }), baseline('d', 2026, {}, neighbour.id)])).toEqual([])
    expect(sourcesByYear([one, two])).toMatchObject([{ unit: commune.id, year: 2026, held: [{ id: two.id }, { id: one.id }], apart: undefined }])
  })

  test('more than a tenth apart is told, by whom they say most differently of', () => {
    expect(sourcesByYear([source('a', 100), source('b', 110)])[0]?.apart).toBeUndefined()
    expect(sourcesByYear([source('a', 100), source('b', 111)])[0]?.apart).toEqual({ of: 'total', least: 100, most: 111 })
    const women = (female14to60: number) => ({ people: { total: 1000, from14to60: 600, female14to60 } })
    expect(sourcesByYear([source('a', 0, women(200)), source('b', 0, women(300))])[0]?.apart).toEqual({ of: 'female14to60', least: 200, most: 300 })
    expect(sourcesByYear([source('a', 0, { people: { total: 1000 } }), source('b', 0, women(300))])[0]?.apart).toBeUndefined()
  })
})
