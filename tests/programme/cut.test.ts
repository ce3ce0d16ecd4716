// Dates that cut half-months, told to an office that holds sums: to the last digit what a phone with the records counts by the day.

import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFiguresByDay, readFiguresCut } from '../../src/client/store/figures.ts'
import { dateToDay } from '../../src/model/civil-date.ts'
import { sumsOf } from '../../src/programme/area.ts'
import { contentCells, cutHalfMonths, refined } from '../../src/programme/cut.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { createPlaceBook } from '../../src/server/places.ts'
import { cutCells } from '../../src/server/summary/cut.ts'
import { officialUnits } from '../../src/server/units.ts'
import { anyPeriod, asOfDay } from '../fixture/asked.ts'
import { allDefinitions } from '../fixture/definitions.ts'
import { times } from '../fixture/figure.ts'
import { type ProvincePhone, provincePhone } from '../fixture/province-phone.ts'
import { province, randomProvince, someCommunes } from '../fixture/random-province.ts'
import { type ProvinceServer, provinceServer } from '../fixture/stored-province.ts'

const PROVINCES = times(12, 200)
const LONGEST_MS = 120_000

let server: ProvinceServer
let office: ProvincePhone
let commune: ProvincePhone

beforeAll(async () => {
  server = await provinceServer()
  office = await provincePhone('văn phòng hỏi theo ngày')
  commune = await provincePhone('xã tính theo ngày')
})

afterAll(async () => {
  office.store.close()
  commune.store.close()
  await server.database.close()
})

property.prop([randomProvince, fc.constantFrom(...someCommunes), asOfDay, anyPeriod], { numRuns: PROVINCES })(
  `${PROVINCES} provinces: the office reads of a commune, for any dates, what the commune's phone counts by the day`,
  async (made, home, date, period) => {
    const stored = await server.open(made, home)
    await stored.enter()
    await stored.mend()
    await office.handTo(stored, 'province', province)
    await commune.handTo(stored, 'official', home)
    await office.pull()
    await commune.pull()
    const around = { area: home, asOf: dateToDay(date) * 86_400_000 }
    const days = await server.database.read(async (sql) => {
      const { lookup } = await createPlaceBook(officialUnits(stored.land.official).lookup).openCommitted(sql, stored.feed)
      const asked = { feed: stored.feed, unit: home, cut: 'day' } as const
      return (await Promise.all(cutHalfMonths(period).map((half) => cutCells(sql, { ...asked, ...half }, lookup)))).flat()
    })
    const told = await readFiguresCut(office.store, around, days, cutHalfMonths(period))
    const counted = await readFiguresByDay(commune.store, around)
    if (!told || !counted) return expect.unreachable('both can tell')
    for (const definition of allDefinitions) {
      const read = (figures: typeof told) => evaluate({ id: 'X', definition, targets: [] }, figures, period)
      // What stands above the commune is known to the office alone.
      if (definition.type === 'units-with' && definition.units !== 'villages') continue
      expect(read(told)).toEqual(read(counted))
    }
    expect(sumsOf(told, home, period)).toEqual(sumsOf(counted, home, period))
  },
  LONGEST_MS,
)

const cell = (date: string, sessions: number) => ({ unit: 'u', date, organisation: 'o', values: { sessions } })
const july = [{ from: '2026-07-15', to: '2026-07-31' }]

test('30/7 and the week around it cut one half-month, a quarter none, two far days two', () => {
  expect(cutHalfMonths({ from: '2026-07-27', to: '2026-07-31' })).toEqual(july)
  expect(cutHalfMonths({ from: '2026-07-01', to: '2026-09-30' })).toEqual([])
  expect(cutHalfMonths({ from: '2026-01-03', to: '2026-07-16' })).toEqual([{ from: '2026-01-01', to: '2026-01-14' }, ...july])
})

test('days are taken only where they come to the sums that they refine', () => {
  const sums = [cell('2026-07-01', 5), cell('2026-07-15', 3)]
  expect(refined(sums, [cell('2026-07-20', 1), cell('2026-07-30', 2)], july)).toEqual([cell('2026-07-01', 5), cell('2026-07-20', 1), cell('2026-07-30', 2)])
  expect(refined(sums, [cell('2026-07-20', 1), cell('2026-07-30', 3)], july)).toBeUndefined()
  expect(refined(sums, [], july)).toBeUndefined()
})

test('a session with two topics counts under both, and once by form and organisation', () => {
  const session = {
    date: '2026-07-20',
    unit: 'u',
    sessionKind: 'community',
    form: 'rally',
    topics: ['tricks', 'hotlines'],
    targetGroups: ['women'],
    counts: { total: 30, method: 'counted' },
    organisation: 'o',
  } as const
  const late = { ...session, date: '2026-08-01' }
  const [all] = contentCells(
    [{ data: { ...session, topics: [...session.topics], targetGroups: [...session.targetGroups] } }, { data: { ...late, topics: [], targetGroups: [] } }],
    'p',
    {
      from: '2026-07-20',
      to: '2026-07-31',
    },
  )
  expect(all).toEqual({
    unit: 'p',
    date: '2026-07-20',
    organisation: 'o',
    values: {
      attendance: 30,
      sessions: 1,
      'form.rally': 1,
      'form-attendance.rally': 30,
      'topic.tricks': 1,
      'topic-attendance.tricks': 30,
      'topic.hotlines': 1,
      'topic-attendance.hotlines': 30,
      'target-group.women': 1,
      'target-group-attendance.women': 30,
    },
  })
})
