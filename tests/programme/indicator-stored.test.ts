// The figures of a province as server and phones really hold them: what is stored there, by half-month and by day, gives for
// every indicator what counting by hand gives.

import { fc, test as property } from '@fast-check/vitest'
import { afterAll, beforeAll, expect } from 'vitest'
import { readFigures as readOnPhone, readFiguresByDay as readOnPhoneByDay } from '../../src/client/store/figures.ts'
import { dateToDay } from '../../src/model/civil-date.ts'
import type { Figures } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import type { Dates } from '../../src/programme/period.ts'
import { readFigures, readFiguresByDay } from '../../src/server/summary/figures.ts'
import { type Asked, anyPeriod, area, asOfDay, byHand, expectCounted } from '../fixture/asked.ts'
import { allDefinitions } from '../fixture/definitions.ts'
import { times } from '../fixture/figure.ts'
import { type ProvincePhone, provincePhone } from '../fixture/province-phone.ts'
import { alignedPeriod, province, randomProvince, someCommunes } from '../fixture/random-province.ts'
import { type ProvinceServer, provinceServer, type StoredProvince } from '../fixture/stored-province.ts'

/** All of them with LAN_TOA_FAULTS=whole. */
const PROVINCES = times(60, 1000)
const LONGEST_MS = 300_000

let server: ProvinceServer
let office: ProvincePhone
let commune: ProvincePhone

beforeAll(async () => {
  server = await provinceServer()
  office = await provincePhone('văn phòng')
  commune = await provincePhone('xã')
})

afterAll(async () => {
  office.store.close()
  commune.store.close()
  await server.database.close()
})

const someCommune = fc.constantFrom(...someCommunes)

property.prop([randomProvince, area, someCommune, asOfDay, alignedPeriod, anyPeriod], { numRuns: PROVINCES })(
  `${PROVINCES} provinces: every indicator of every plan, from what server, office and commune have stored, is what counting by hand gives`,
  async (made, of, home, date, period, dates) => {
    const stored = await server.open(made, home)
    await live(stored, home)
    const { land } = stored
    const asked = { land, area: of, asOfDay: date }
    const own = { land, area: home, asOfDay: date }
    const [kept, byDay] = await onServer(stored, asked)
    const told = await readOnPhone(office.store, aroundOf(asked))
    const ownKept = await readOnPhone(commune.store, aroundOf(own))
    const ownByDay = await readOnPhoneByDay(commune.store, aroundOf(own))
    if (!ownByDay) return expect.unreachable("the commune's phone has its records")
    expectRight({ 'the server by half-month': kept, 'the server by day': byDay, 'the office': told }, asked, period)
    expectRight({ 'the commune by half-month': ownKept, 'the commune by day': ownByDay }, own, period)
    expectRight({ 'the server by day': byDay }, asked, dates)
    expectRight({ 'the commune by day': ownByDay }, own, dates)
    expect(await readOnPhoneByDay(office.store, aroundOf(asked))).toBeUndefined()
  },
  LONGEST_MS,
)

/** The phones read the province while much of it is still entered wrongly, and again when it is mended. */
async function live(stored: StoredProvince, home: string): Promise<void> {
  await stored.enter()
  await office.handTo(stored, 'province', province)
  await commune.handTo(stored, 'official', home)
  await office.pull()
  await commune.pull()
  await stored.mend()
  await office.pull()
  await commune.pull()
}

const aroundOf = ({ area: of, asOfDay: date }: Asked) => ({ area: of, asOf: dateToDay(date) * 86_400_000 })

const onServer = ({ feed }: StoredProvince, asked: Asked): Promise<[Figures, Figures]> =>
  server.database.read(async (sql) => {
    const around = { ...aroundOf(asked), units: asked.land.official }
    return [await readFigures(sql, feed, around), await readFiguresByDay(sql, feed, around)]
  })

function expectRight(all: Record<string, Figures>, asked: Asked, dates: Dates): void {
  for (const definition of allDefinitions) {
    const slow = byHand(asked, definition, dates)
    for (const [whose, figures] of Object.entries(all)) expectCounted(evaluate({ id: 'X', definition, targets: [] }, figures, dates), slow, whose)
  }
}
