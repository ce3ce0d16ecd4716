import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import type { Cell } from '../../src/programme/cell.ts'
import { type Lock, lockOf, movedLock, weightOf } from '../../src/programme/lock.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'
import { village } from '../fixture/sample.ts'

const lookup = (id: string) => land.find((unit) => unit.id === id)
const lock: Lock = { id: 'quý 3', commune: aLuoi1, from: '2026-07-01', to: '2026-09-30' }

const cell = (date: string, values: Cell['values'], unit = aLuoi1, organisation = 'hội'): Cell => ({ unit, organisation, date, values })

const moves = (before: readonly Cell[], after: readonly Cell[]): boolean => movedLock([lock], before, after, lookup) !== undefined

test.each<[string, readonly Cell[], readonly Cell[], boolean]>([
  ['a new session in the period', [], [cell('2026-08-02', { sessions: 1 })], true],
  ['one on its first day', [], [cell('2026-07-01', { sessions: 1 })], true],
  ['one on its last day', [], [cell('2026-09-30', { sessions: 1 })], true],
  ['one the day after', [], [cell('2026-10-01', { sessions: 1 })], false],
  ['one the day before', [], [cell('2026-06-30', { sessions: 1 })], false],
  ['one of the next commune', [], [cell('2026-08-02', { sessions: 1 }, aLuoi2)], false],
  ['one of the province’s hall', [], [cell('2026-08-02', { sessions: 1 }, hue)], false],
  ['a session taken away', [cell('2026-08-02', { sessions: 1 })], [], true],
  ['more people', [cell('2026-08-02', { attendance: 20 })], [cell('2026-08-02', { attendance: 30 })], true],
  ['another day of the same period', [cell('2026-08-02', { sessions: 1 })], [cell('2026-08-20', { sessions: 1 })], false],
  ['a day outside of it', [cell('2026-08-02', { sessions: 1 })], [cell('2026-10-02', { sessions: 1 })], true],
  ['another organisation', [cell('2026-08-02', { sessions: 1 })], [cell('2026-08-02', { sessions: 1 }, aLuoi1, 'xã')], false],
  ['a club that began before it', [], [cell('2026-01-05', { 'site-active.intensive': 1 })], true],
  ['a club that began after it', [], [cell('2026-10-05', { 'site-active.intensive': 1 })], false],
])('[P93] whether %s moves a locked figure', (_, before, after, expected) => {
  expect(moves(before, after)).toBe(expected)
})

test.each<[string, Fields | undefined, Fields | undefined, boolean]>([
  ['a village that held all along', undefined, { validFrom: '2025-07-01' }, true],
  ['one that began on its last day', undefined, { validFrom: '2026-09-30' }, true],
  ['one that began the day after', undefined, { validFrom: '2026-10-01' }, false],
  ['one that had ended before its last day', undefined, { validFrom: '2025-07-01', validTo: '2026-09-29' }, false],
  ['one that is taken away', { validFrom: '2025-07-01' }, undefined, true],
  ['an end on its last day', { validFrom: '2025-07-01' }, { validFrom: '2025-07-01', validTo: '2026-09-30' }, false],
  ['an end before it', { validFrom: '2025-07-01' }, { validFrom: '2025-07-01', validTo: '2026-09-01' }, true],
])('[P93] whether %s moves what locked shares are divided by', (_, before, after, expected) => {
  const weight = (more: Fields | undefined) => (more ? weightOf('unit', village(more)) : [])
  expect(moves(weight(before), weight(after))).toBe(expected)
})

test('only what is locked, and not taken away, is a lock', () => {
  const data = { unit: aLuoi1, period: { from: '2026-07-01', to: '2026-09-30' } }
  expect(lockOf({ id: 'quý 3', data: { ...data, state: 'locked' } })).toEqual(lock)
  for (const state of ['submitted', 'returned', 'reopened'] as const) expect(lockOf({ id: 'quý 3', data: { ...data, state } })).toBeUndefined()
  expect(lockOf({ id: 'quý 3', removed: true, data: { ...data, state: 'locked' } })).toBeUndefined()
})
