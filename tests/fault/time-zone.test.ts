import { afterEach, expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { addDays, addMonths, dateInVietnam, weekday } from '../../src/model/civil-date.ts'
import { halfMonthOf } from '../../src/programme/summary.ts'
import { formatDay, formatMoment } from '../../src/text/format.ts'
import { noteFigure } from '../fixture/figure.ts'
import { village } from '../fixture/village.ts'

const zones = [
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Asia/Tokyo',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'UTC',
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
]

const HOUR_MS = 3_600_000
/** A second before, at, and after each full hour of the last day of a year and the first of the next. */
const moments = Array.from({ length: 48 }, (_, hour) => Date.parse('2026-12-31T00:00:00+07:00') + hour * HOUR_MS).flatMap((at) => [at - 1_000, at, at + 1_000])

const own = process.env['TZ']
afterEach(() => {
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
})

/** Everything that is made of a moment on its way from the form to the report. */
const seen = (at: number) => {
  const day = dateInVietnam(at)
  return [day, weekday(day), addDays(day, 1), addMonths(day, 2), halfMonthOf(day), formatDay(day, '2026-12-31', 'vi'), formatMoment(at, at + HOUR_MS)]
}

test('[F48] what is made of a moment is the same in every time zone, hour by hour around the turn of a year', (context) => {
  process.env['TZ'] = 'UTC'
  const expected = moments.map(seen)
  const offsets = new Set<number>()
  for (const zone of zones) {
    process.env['TZ'] = zone
    offsets.add(new Date(moments[0] ?? 0).getTimezoneOffset())
    expect([zone, moments.map(seen)]).toEqual([zone, expected])
  }
  expect(offsets.size).toBeGreaterThan(6)
  noteFigure(context, zones.length * moments.length, `0 of ${zones.length * moments.length} moments moved`)
})

test('[F48] a session saved just before midnight in Vietnam stands on that day, wherever the phone believes to be', async (context) => {
  const late = Date.parse('2026-11-21T23:59:59+07:00')
  for (const zone of zones) {
    process.env['TZ'] = zone
    const { phone, server } = await village({ now: late, serverTime: late })
    await phone.save({ date: dateInVietnam(phone.clock.now) })
    phone.clock.now += 2_000
    await phone.sync()
    const [held] = await listSessions(phone.store)
    expect([zone, held?.data.date, [...server.rows.values()].map(({ data }) => data['date'])]).toEqual([zone, '2026-11-21', ['2026-11-21']])
  }
  noteFigure(context, zones.length, `0 of ${zones.length} sessions moved`)
})
