import { expect, test } from 'vitest'
import type { Data } from '../../src/model/registry.ts'
import { type Finding, findingKey, findingsIn, type LookedAt } from '../../src/programme/quality.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { baseline, session, village } from '../fixture/sample.ts'

const [dong, tay] = [idNamed('thôn Đông'), idNamed('thôn Tây')]

const held = (id: string, total: number, more: Partial<Data<'session'>> = {}) => ({
  id,
  removed: false,
  data: session({ unit: dong, date: '2026-11-20', counts: { total, method: 'counted' }, ...more }) as Data<'session'>, // a whole one
})

const villages = [
  { id: dong, data: village({ name: 'Đông' }) as Data<'unit'> },
  { id: tay, data: village({ name: 'Tây', validTo: '2026-09-30' }) as Data<'unit'> },
]

const look = (sessions: LookedAt['sessions'], more: Partial<LookedAt> = {}): Finding[] => [...findingsIn({ sessions, villages, baselines: [], ...more })].flat()

const rules = (found: readonly Finding[]): string[] => found.map(({ rule, records }) => `${rule}: ${records.join(' ')}`)

/** Sessions of another day each, in months from the first on. */
const usual = (count: number, total: number) =>
  Array.from({ length: count }, (_, place) => held(`thường ${place}`, total, { date: `2026-0${1 + (place % 9)}-${10 + place}` }))

test('an ordinary session is no finding', () => {
  expect(look([held('a', 40)])).toEqual([])
})

test('two of one day, village and form, whoever wrote them, are told once', () => {
  expect(look([held('a', 40), held('b', 41), held('c', 40, { unit: aLuoi1 })])).toEqual([
    { rule: 'likely-duplicate', records: ['a', 'b'], unit: dong, date: '2026-11-20', values: { total: 40, other: 41 } },
  ])
})

test('more people than live there, by the newest year that is known', () => {
  const people = (year: number, total: number, unit = aLuoi1) => ({ id: `${year}`, data: baseline({ unit, year, people: { total } }) as Data<'baseline'> })
  const baselines = [people(2026, 300), people(2024, 9000)]
  expect(look([held('a', 301)], { baselines })).toMatchObject([{ rule: 'more-than-people', records: ['a'], values: { total: 301, people: 300 } }])
  expect(look([held('a', 300)], { baselines })).toEqual([])
  expect(look([held('a', 100)], { baselines: [...baselines, people(2025, 90, dong)] })).toMatchObject([{ values: { people: 90 } }])
  expect(look([held('a', 301)], { baselines: baselines.map((one) => ({ ...one, removed: true })) })).toEqual([])
})

test('far more than is usual in the commune, once there is something usual', () => {
  expect(rules(look([...usual(12, 30), held('a', 160)]))).toEqual(['far-above-usual: a'])
  expect(look([...usual(12, 30), held('a', 140)])).toEqual([])
  expect(look([...usual(12, 60), held('a', 160)])).toEqual([])
  expect(look([...usual(8, 30), held('a', 160)])).toEqual([])
})

test('nobody came, where people could have been counted', () => {
  expect(rules(look([held('a', 0), held('b', 0, { form: 'loudspeaker', date: '2026-11-19' })]))).toEqual(['nobody-came: a'])
})

test('a village that was not there on that day, or was taken off the list', () => {
  const [first, ...rest] = villages
  expect(rules(look([held('a', 20, { unit: tay }), held('b', 20, { unit: tay, date: '2026-09-30' })]))).toEqual(['village-not-there: a'])
  expect(rules(look([held('a', 20)], { villages: first ? [{ ...first, removed: true }, ...rest] : rest }))).toEqual(['village-removed: a'])
})

test('a month of far more people than the three before it', () => {
  const month = (name: string, month: string, total: number) => held(name, total, { date: `2026-${month}-05` })
  const before = [month('t6', '06', 90), month('t7', '07', 100), month('t8', '08', 110)]
  expect(look([...before, month('t9', '09', 400)])).toMatchObject([
    { rule: 'sudden-jump', unit: aLuoi1, date: '2026-09-01', records: ['t9'], values: { total: 400, usual: 100 } },
  ])
  expect(look([...before, month('t9', '09', 399)])).toEqual([])
  expect(look([...before.slice(1), month('t9', '09', 400)])).toEqual([])
})

test('what was looked at stays known by its records and numbers, and comes back when they change', () => {
  const key = (total: number) => look([held('a', 40), held('b', total)]).map(findingKey)[0]
  expect(key(41)).toBe(key(41))
  expect(key(41)).not.toBe(key(42))
})

test('ten thousand sessions come in slices, none of them long', () => {
  const many = Array.from({ length: 10_000 }, (_, place) =>
    held(`${place}`, 20 + (place % 30), { date: `2026-${String(1 + (place % 12)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}` }),
  )
  const slices = [...findingsIn({ sessions: many, villages, baselines: [] })]
  expect(slices.length).toBeGreaterThanOrEqual(51)
})
