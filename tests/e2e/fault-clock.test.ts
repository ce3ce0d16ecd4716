// Phones whose clock or time zone is another than Vietnam's: what is recorded stands on the right day all the same.

import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { dateInVietnam } from '../../src/model/civil-date.ts'
import { formatDate } from '../../src/text/format.ts'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { type AppServer, appServer } from '../fixture/app-server.ts'
import { enrol, expectAllSent } from '../fixture/enrolled-browser.ts'
import { isWhole, noteFigure } from '../fixture/figure.ts'
import { saveSessions } from '../fixture/hand.ts'
import { shiftClock } from '../fixture/shifted-clock.ts'
import { storedOnPhone } from '../fixture/stored-on-phone.ts'

const DAY_MS = 86_400_000
const TEN_YEARS_MS = 3_652 * DAY_MS

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: lightChromium(), args: chromiumArguments })
})
afterAll(() => browser.close())

async function phone(server: AppServer, { shiftMs = 0, timezoneId }: { shiftMs?: number; timezoneId?: string }): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN', ...(timezoneId ? { timezoneId } : {}) })
  onTestFinished(() => context.close())
  await shiftClock(context, shiftMs)
  const page = await context.newPage()
  await enrol(page, server, server)
  return page
}

/** Logs a session as people do, on the day that the form offers; gives its id. */
async function logSession(page: Page, server: AppServer): Promise<string> {
  const [like] = await saveSessions(page, 1)
  await page.goto(`${server.origin}/session/new?like=${like}`)
  await page.locator('#f-counts-female').fill('17')
  await page.getByRole('button', { name: 'Lưu trên máy này' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
  const { records } = await storedOnPhone(page)
  return records.find(({ id }) => id !== like)?.id ?? ''
}

const held = async ({ database }: AppServer, id: string) => {
  const rows = await database.read((sql) => sql.all('SELECT data, marks FROM record WHERE id = ?', id))
  return rows.map((row) => ({ date: JSON.parse(String(row['data'])).date, marks: JSON.parse(String(row['marks'])) }))
}

test.for([
  { what: 'late', shiftMs: TEN_YEARS_MS },
  { what: 'early', shiftMs: -TEN_YEARS_MS },
])('[F47] the phone lives ten years too $what: it says so, and a session is saved and sent with the right day', async ({ what, shiftMs }, context) => {
  const server = await appServer()
  const page = await phone(server, { shiftMs })
  await page.getByRole('heading', { name: 'Đồng hồ của máy này sai' }).waitFor()
  const id = await logSession(page, server)
  await expectAllSent(page)
  expect(await held(server, id)).toEqual([{ date: dateInVietnam(Date.now()), marks: [] }])
  const [entry] = (await storedOnPhone(page)).outbox.filter(({ record }) => record === id)
  expect(Math.abs((entry?.change.at ?? 0) - Date.now() - shiftMs)).toBeLessThan(DAY_MS)
  noteFigure(context, 1, `ten years ${what}: 0 refused, the right day`)
})

test('[F47] a phone whose clock is right says nothing of it', async (context) => {
  const server = await appServer()
  const page = await phone(server, { shiftMs: 5 * 60_000 })
  await page.locator('.page-head').getByText('Đã gửi').waitFor()
  expect(await page.getByRole('heading', { name: 'Đồng hồ của máy này sai' }).count()).toBe(0)
  noteFigure(context, 1, 'five minutes off: no warning')
})

const zones = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'UTC']
/** Half an hour before midnight in Vietnam, and half an hour after. */
const moments = ['2026-11-21T23:30:00+07:00', '2026-11-22T00:30:00+07:00']

test(
  '[F48] around midnight in any time zone a session stands on the day of Vietnam, on the phone and at the office',
  async (context) => {
    const all = zones.flatMap((timezoneId) => moments.map((moment) => ({ timezoneId, moment })))
    // The two that lie farthest from Vietnam, each where its own day is another.
    const tried = isWhole ? all : [all[0], all[3]].flatMap((one) => one ?? [])
    for (const { timezoneId, moment } of tried) {
      const shiftMs = Date.parse(moment) - Date.now()
      const server = await appServer({ shiftMs })
      const page = await phone(server, { shiftMs, timezoneId })
      const id = await logSession(page, server)
      const day = moment.slice(0, 10)
      await page.goto(`${server.origin}/session/${id}`)
      await page.getByText(formatDate(day)).first().waitFor()
      await expectAllSent(page)
      expect([timezoneId, ...(await held(server, id))]).toEqual([timezoneId, { date: day, marks: [] }])
    }
    noteFigure(context, tried.length, `0 of ${tried.length} moved to another day`)
  },
  isWhole ? 120_000 : 60_000,
)
