import { expect, test } from 'vitest'
import { heardFrom, silentAt } from '../../src/programme/completeness.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'

const DAY = 86_400_000
const communes = land.filter(({ id }) => id === aLuoi1 || id === aLuoi2)
const village = { id: 'thôn', level: 'village', type: 'thon', name: 'Đông', parent: aLuoi1, validFrom: '2025-07-01' } as const
const units = [...land, village]
const at = (unit: string, date: string) => ({ unit, organisation: '', date, values: { sessions: 1 } })

test('a commune was heard from where one of its villages recorded anything in the period', () => {
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const heard = (cells: ReturnType<typeof at>[]) => heardFrom(communes, units, cells, period).map(({ id }) => id)
  expect(heard([at('thôn', '2026-07-01')])).toEqual([aLuoi1])
  expect(heard([at(aLuoi2, '2026-09-15'), at('thôn', '2026-08-01')])).toEqual([aLuoi1, aLuoi2])
  expect(heard([at(aLuoi1, '2026-06-15'), at(aLuoi2, '2026-10-01'), at(hue, '2026-08-01')])).toEqual([])
})

test('a phone is silent once it was not heard of for more than 14 days', () => {
  const now = 1000 * DAY
  const phone = (days: number) => ({ days, contactAt: now - days * DAY })
  expect(silentAt([phone(0), phone(14), phone(15), phone(400)], now).map(({ days }) => days)).toEqual([15, 400])
})
