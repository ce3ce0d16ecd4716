// Villages that are merged and split at random: no session is lost or counted twice, denominators are those of the day, and
// nothing is carried over a split.

import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { addDays } from '../../src/model/civil-date.ts'
import { sumsOf, unitsBelow } from '../../src/programme/area.ts'
import { comparable } from '../../src/programme/comparison.ts'
import { coverage, type Held } from '../../src/programme/coverage.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import { commune, session, village } from '../fixture/commune.ts'

const FIRST = '2026-01-01'
const dayAfter = (days: number): string => addDays(FIRST, days)

/** Thirty days apart: which of the villages that stand then are taken, and what becomes of them. */
const steps = fc.array(fc.record({ act: fc.constantFrom('merge', 'split', 'end'), first: fc.nat(5), second: fc.nat(5) }), { maxLength: 5 })
const sessions = fc.array(fc.record({ village: fc.nat(9), day: fc.nat(200), total: fc.integer({ min: 1, max: 50 }) }), { maxLength: 20 })

type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never

function villagesAfter(taken: readonly Step[]): Held<'unit'>[] {
  const all = ['a', 'b', 'c', 'd'].map((name) => village(name))
  const make = (from: string): Held<'unit'> => {
    const made = village(`n${all.length}`, { validFrom: from })
    all.push(made)
    return made
  }
  for (const [place, { act, first, second }] of taken.entries()) {
    const from = dayAfter(30 * (place + 1))
    const standing = all.filter(({ data }) => data.validTo === undefined)
    const [one, other] = [standing[first % standing.length], standing[second % standing.length]]
    if (!one || !other || (act === 'merge' && one === other)) continue
    const old = act === 'merge' ? [one, other] : [one]
    const made = act === 'merge' ? [make(from)] : act === 'split' ? [make(from), make(from)] : []
    for (const each of old) Object.assign(each.data, { validTo: addDays(from, -1), successors: made.map(({ id }) => ({ unit: id, whole: act === 'merge' })) })
  }
  return all
}

const world = fc.tuple(steps, sessions).map(([taken, held]) => {
  const villages = villagesAfter(taken)
  const records = held.map(({ village: place, day, total }, index) =>
    session(`s${index}`, villages[place % villages.length]?.id ?? commune.id, dayAfter(day), { total }),
  )
  return { villages, records }
})

const figuresOf = ({ villages, records }: { villages: Held<'unit'>[]; records: Held<'session'>[] }) => {
  const all: AnyHeld[] = [...villages.map((one) => ({ kind: 'unit' as const, ...one })), ...records.map((one) => ({ kind: 'session' as const, ...one }))]
  return figuresFromRecords(all, { area: commune.id, asOf: 0, units: [commune] })
}

/** By walking on, one link after the other. */
function lastOfLine(villages: readonly Held<'unit'>[], id: string): string {
  const links = villages.find((one) => one.id === id)?.data.successors ?? []
  return links.length === 1 && links[0]?.whole ? lastOfLine(villages, links[0].unit) : id
}

property.prop([world, fc.nat(200)])('a merged village has what its predecessors had, once; the commune has all of it', (made, days) => {
  const figures = figuresOf(made)
  const period = { from: FIRST, to: dayAfter(days) }
  const within = made.records.filter(({ data }) => data.date <= period.to)
  const sum = (held: readonly Held<'session'>[]) => held.reduce((all, { data }) => all + data.counts.total, 0)
  for (const { id } of made.villages.filter(({ data }) => data.validTo === undefined)) {
    const own = within.filter(({ data }) => lastOfLine(made.villages, data.unit) === id)
    expect(sumsOf(figures, id, period)).toMatchObject({ sessions: own.length, attendance: sum(own) })
  }
  expect(sumsOf(figures, commune.id, period)).toMatchObject({ sessions: within.length, attendance: sum(within) })
  const ends = made.villages.map(({ id }) => id).filter((id) => lastOfLine(made.villages, id) === id)
  expect(ends.reduce((all, id) => all + (sumsOf(figures, id, period)?.sessions ?? 0), 0)).toBe(within.length)
})

property.prop([world, fc.nat(200)])('the denominator is the villages of the last day, and coverage says of them what their figures say', (made, days) => {
  const period = { from: FIRST, to: dayAfter(days) }
  const figures = figuresOf(made)
  const standing = made.villages.filter(({ data }) => data.validFrom <= period.to && (data.validTo ?? '9999') >= period.to).map(({ id }) => id)
  const { villages } = coverage({ commune: commune.id, period, asOf: 0, villages: made.villages, sessions: made.records, baselines: [] })
  expect(villages.denominator).toBe(standing.length)
  expect(unitsBelow(figures, commune.id, period.to).map(({ id }) => id)).toEqual(standing)
  expect([...villages.covered].sort()).toEqual(standing.filter((id) => (sumsOf(figures, id, period)?.sessions ?? 0) > 0).sort())
})

property.prop([world, fc.nat(200)])('what came of a split alone is never compared with before it', (made, days) => {
  const day = dayAfter(days)
  const { units } = figuresOf(made)
  const parts = made.villages.filter(
    ({ id, data }) =>
      data.validFrom > day && made.villages.some((old) => old.data.validFrom <= day && old.data.successors?.some(({ unit, whole }) => unit === id && !whole)),
  )
  for (const { id } of parts) expect(comparable([id], day, units)).toMatchObject({ refused: 'split' })
})
