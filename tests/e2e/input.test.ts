// How people type: by an input method that finishes a syllable's marks last, with texts pasted from elsewhere, on phones that
// speak another language, in evenings that go on over midnight.

import type { BrowserContext, CDPSession, Page } from 'playwright'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { addDays, dateInVietnam } from '../../src/model/civil-date.ts'
import { formatDate } from '../../src/text/format.ts'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { type AppServer, appServer } from '../fixture/app-server.ts'
import { enrol } from '../fixture/enrolled-browser.ts'
import { saveSessions } from '../fixture/hand.ts'
import { cutOff, fillSession, heading, logSession, tapSave } from '../fixture/log-session.ts'
import { storedOnPhone } from '../fixture/stored-on-phone.ts'

interface Phone {
  page: Page
  server: AppServer
  context: BrowserContext
}

async function phone({ locale = 'vi-VN', shiftMs = 0 } = {}): Promise<Phone> {
  const server = await appServer({ shiftMs })
  const browser = await chromium.launch({ executablePath: lightChromium(), args: chromiumArguments })
  onTestFinished(() => browser.close())
  const context = await browser.newContext({ locale, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  if (shiftMs !== 0) await page.clock.install({ time: Date.now() + shiftMs })
  await enrol(page, server, server)
  return { page, server, context }
}

/** The input method of a Vietnamese keyboard: nothing it holds is final until it lets go. */
function keyboardOf(session: CDPSession) {
  const hold = (text: string) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  return {
    hold,
    letGo: (text: string) => session.send('Input.insertText', { text }),
    /** As a browser tells a page of keys that the input method takes for itself. */
    enter: async () => {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    },
  }
}

const draftOf = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('lan-toa')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const read = asked.result.transaction('drafts').objectStore('drafts').getAll()
          read.onsuccess = () => {
            asked.result.close()
            resolve(read.result[0]?.value.fields ?? {})
          }
        }
      }),
  )

const openDetails = (page: Page) => page.getByText('Thêm chi tiết').click()

/** Telex (xax) and VNI (xa4) come to the same: the letters first, the tone in their place at the end. */
const syllables = [
  { how: 'Telex', steps: ['x', 'xa', 'xã'] },
  { how: 'VNI', steps: ['x', 'xa', 'xa4', 'xã'] },
]

test.for(syllables)('$how: what is composed stands as it is composed, in a line, in a note and in the draft', async ({ steps }) => {
  const { page, server, context } = await phone()
  const keyboard = keyboardOf(await context.newCDPSession(page))
  await page.goto(`${server.origin}/session/new`)
  await openDetails(page)
  for (const [name, label] of [
    ['place', /^Nơi tổ chức/],
    ['note', /^Ghi chú/],
  ] as const) {
    const field = page.getByLabel(label)
    // A space before it: nothing may be trimmed while she goes on.
    await field.fill('Trụ sở ')
    for (const step of steps) {
      await keyboard.hold(step)
      expect(await field.inputValue()).toBe(`Trụ sở ${step}`)
    }
    await keyboard.letGo('xã')
    expect(await field.inputValue()).toBe('Trụ sở xã')
    await expect.poll(async () => (await draftOf(page))[name]).toBe('Trụ sở xã')
  }
})

test('Enter that ends a syllable saves nothing and leads nowhere', async () => {
  const { page, server, context } = await phone()
  const keyboard = keyboardOf(await context.newCDPSession(page))
  await fillSession(page, server.origin, 17)
  await openDetails(page)
  const field = page.getByLabel(/^Nơi tổ chức/)
  await field.fill('Nhà ')
  // Two lines lead to the browser, and what goes by one may overtake what went by the other.
  await page.evaluate(() => {
    const told = new Promise((resolve) => window.addEventListener('keydown', ({ key, isComposing }) => resolve({ key, isComposing }), { once: true }))
    Object.assign(window, { composing: () => told })
  })
  await keyboard.hold('văn')
  await keyboard.enter()
  expect(await page.evaluate(() => (window as unknown as { composing: () => unknown }).composing())).toEqual({ key: 'Enter', isComposing: true })
  await keyboard.letGo('văn hoá')
  await field.press('Enter')
  await expect.poll(async () => (await draftOf(page))['place']).toBe('Nhà văn hoá')
  await heading(page, 'Ghi buổi').waitFor()
  expect((await storedOnPhone(page)).records.filter(({ kind }) => kind === 'session')).toEqual([])
})

test('a search finds while the syllable is still being composed, with either placement of the tone', async () => {
  const { page, server, context } = await phone()
  const keyboard = keyboardOf(await context.newCDPSession(page))
  await saveSessions(page, 1, 'Nhà văn hoá')
  await saveSessions(page, 1, 'Bến đò')
  await page.goto(`${server.origin}/sessions`)
  const found = page.locator('main a.row')
  await expect.poll(() => found.count()).toBe(2)
  const search = page.getByRole('searchbox')
  await search.focus()
  for (const [held, count] of [
    ['ho', 1],
    ['hoa', 1],
    ['hòa', 1],
    ['hoà', 1],
    ['hoàn', 0],
  ] as const) {
    await keyboard.hold(held)
    await expect.poll(() => found.count()).toBe(count)
    expect(await search.inputValue()).toBe(held)
  }
  await keyboard.letGo('văn hòa')
  await expect.poll(() => found.count()).toBe(1)
})

test('the same words typed whole, typed in pieces and pasted in pieces are kept as the same text', async () => {
  const { page, server, context } = await phone()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
  const name = 'Nhà văn hoá xã Hồng Thượng'
  const [whole, pieces] = [name.normalize('NFC'), name.normalize('NFD')]
  expect(whole).not.toBe(pieces)
  const put = [
    (text: Page) => text.keyboard.insertText(whole),
    (text: Page) => text.keyboard.insertText(pieces),
    async (text: Page) => {
      await text.evaluate((pasted) => navigator.clipboard.writeText(pasted), pieces)
      await text.keyboard.press('Control+V')
    },
  ]
  for (const [women, enter] of put.entries()) {
    await fillSession(page, server.origin, women + 1)
    await openDetails(page)
    await page.getByLabel(/^Nơi tổ chức/).focus()
    await enter(page)
    await tapSave(page)
    await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
    await page.getByRole('link', { name: 'Ghi buổi giống thế này' }).waitFor()
  }
  const places = (await storedOnPhone(page)).records.filter(({ kind }) => kind === 'session').map(({ data }) => data['place'])
  expect(places).toEqual([whole, whole, whole])
})

test('a phone in English opens in Vietnamese, and writes days and numbers as Vietnam does', async () => {
  const { page, server } = await phone({ locale: 'en-US' })
  expect(await page.evaluate(() => navigator.language)).toBe('en-US')
  await fillSession(page, server.origin, 1228)
  await page.getByText('1234 người').or(page.getByText('1.234 người')).first().waitFor()
  await page.getByRole('button', { name: 'Ngày khác…' }).click()
  const day = addDays(dateInVietnam(Date.now()), -40)
  await page.locator('#f-date-date').fill(day)
  await page.getByRole('button', { name: formatDate(day) }).waitFor()
  await tapSave(page)
  await page.locator('.figure').getByText('1.234', { exact: true }).waitFor()
  const [, month, date] = day.split('-')
  const weekdays = { vi: /^(CN|T[2-7])$/, en: /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat)$/ }
  const told = async () => ((await page.locator('main b').first().textContent()) ?? '').split(' ')
  expect(await told()).toEqual([expect.stringMatching(weekdays.vi), expect.stringContaining(`${date}/${month}`)])
  await page.evaluate(() => localStorage.setItem('lan-toa.language', 'en'))
  await page.reload()
  await page.getByText('Saved on this phone').or(page.locator('main b')).first().waitFor()
  await expect.poll(told).toEqual([expect.stringMatching(weekdays.en), expect.stringContaining(`${date}/${month}`)])
})

/** Five minutes before midnight in Vietnam, on some evening. */
const BEFORE_MIDNIGHT = Date.parse('2026-11-21T23:55:00+07:00')

test('midnight passes while the form stands open: the day stays as it was shown, she is told, and that day is kept', async () => {
  const { page, server } = await phone({ shiftMs: BEFORE_MIDNIGHT - Date.now() })
  await logSession(page, server.origin, 17)
  await page.getByRole('link', { name: 'Ghi buổi giống thế này' }).click()
  await page.getByText('Xã A Lưới 1 · Hôm nay, T7 21/11').waitFor()
  // The server's clock stands before midnight still, and would put hers right.
  await cutOff(page)
  await page.clock.fastForward('10:00')
  await page.getByText('Đã qua nửa đêm. Ngày của buổi vẫn là 21/11/2026; nếu không đúng thì đổi.').waitFor()
  await page.getByText('Xã A Lưới 1 · T7 21/11').waitFor()
  await page.locator('#f-counts-female').fill('9')
  await tapSave(page)
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
  const { records } = await storedOnPhone(page)
  expect(records.filter(({ kind }) => kind === 'session').map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-21'])
  await page.getByRole('link', { name: 'Ghi buổi giống thế này' }).click()
  await page.getByText('Xã A Lưới 1 · Hôm nay, CN 22/11').waitFor()
})
