// The system kills the browser without a word: right after it said "saved", and in the middle of a form. Nobody answers on
// the network meanwhile, so what is there afterwards was kept by the phone alone.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { type AppServer, appServer } from '../fixture/app-server.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { saveSessions } from '../fixture/hand.ts'
import { type KilledBrowser, killedBrowser } from '../fixture/killed-browser.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { passFirstRun } from '../fixture/log-session.ts'
import { storedOnPhone } from '../fixture/stored-on-phone.ts'

const female = (page: Page) => page.locator('#f-counts-female')

/** A collaborator's phone that has the app and can reach nobody. */
async function fieldPhone(): Promise<{ server: AppServer; browser: KilledBrowser }> {
  const server = await appServer()
  const browser = await killedBrowser()
  await browser.page.goto(await server.link('collaborator', aLuoi1))
  await passFirstRun(browser.page)
  await browser.page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))
  await server.stop()
  return { server, browser }
}

async function killAndOpen(browser: KilledBrowser, address: string): Promise<Page> {
  await browser.kill()
  await browser.start()
  await browser.page.goto(address)
  return browser.page
}

async function save(page: Page, women: number): Promise<void> {
  await female(page).fill(String(women))
  await page.getByRole('button', { name: 'Lưu trên máy này' }).click()
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
}

/** The number of women tells a test's sessions apart. */
async function sessionsOn(page: Page): Promise<{ kept: number[]; waiting: number[] }> {
  const { records, outbox } = await storedOnPhone(page)
  // Both tables hold nothing here but the sessions that this test made.
  const women = (fields: unknown) => (fields as { counts: { female: number } }).counts.female
  const byNumber = (a: number, b: number) => a - b
  return {
    kept: records.map(({ data }) => women(data)).sort(byNumber),
    waiting: outbox.flatMap(({ change }) => ('set' in change ? [women(change.set)] : [])).sort(byNumber),
  }
}

test(
  '[F1] the browser is killed as soon as it says "saved": the session is there when it starts again',
  async (context) => {
    const runs = times(10, 200)
    const { server, browser } = await fieldPhone()
    const [first] = await saveSessions(browser.page, 1)
    const saved = [25]
    await browser.page.goto(`${server.origin}/session/new?like=${first}`)
    for (let women = 101; women <= 100 + runs; women += 1) {
      await save(browser.page, women)
      saved.push(women)
      const page = await killAndOpen(browser, `${server.origin}/session/new?like=${first}`)
      expect(await sessionsOn(page)).toEqual({ kept: saved, waiting: saved })
    }
    await browser.page.goto(`${server.origin}/sessions`)
    await browser.page
      .getByText(`${saved.at(-1)} người`)
      .first()
      .waitFor()
    noteFigure(context, runs, `0 of ${runs} saved sessions lost`)
  },
  times(180_000, 3_600_000),
)

test(
  '[F2] the browser is killed in the middle of a form: the draft is there again, at most the field being typed is lost',
  async (context) => {
    const runs = times(10, 100)
    const { server, browser } = await fieldPhone()
    const address = `${server.origin}/session/new`
    await browser.page.goto(address)
    let lostLetters = 0
    for (let run = 1; run <= runs; run += 1) {
      const { page } = browser
      await female(page).fill(String(run + 10))
      await page.locator('#f-counts-male').fill(String(run))
      if (run === 1) await page.getByText('Thêm chi tiết').click()
      const typed = 'Nhà văn hoá thôn Đông'.slice(0, 1 + (run % times(6, 20)))
      await page.locator('#f-place').fill('')
      // From one field to the next no hand is quicker; what is left is written once the screen has answered, after a tenth of a second at most.
      await page.waitForTimeout(150)
      await page.locator('#f-place').pressSequentially(typed)
      const again = await killAndOpen(browser, address)
      expect([await female(again).inputValue(), await again.locator('#f-counts-male').inputValue()]).toEqual([String(run + 10), String(run)])
      await again.getByText('Thêm chi tiết').click()
      const place = await again.locator('#f-place').inputValue()
      expect(typed.startsWith(place)).toBe(true)
      lostLetters += typed.length - place.length
    }
    noteFigure(context, runs, `0 of ${runs} drafts lost a finished field; ${lostLetters} letters of the last one`)
  },
  times(180_000, 3_600_000),
)
