// What a browser does to the storage of a site that is open: it drops the connection, refuses to promise anything, is told by
// its owner to clear some of it or all.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { noteFigure, times } from '../fixture/figure.ts'
import { cutOff, fillSession, heading, home, letIn, logSession, passFirstRun, tapSave } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { readRaw } from '../fixture/raw-database.ts'
import { servedOffice } from '../fixture/served-office.ts'

/** The browser's own page about its databases can close every connection, as it does when its storage process ends. */
async function dropConnections(page: Page): Promise<void> {
  const inside = await page.context().newPage()
  await inside.goto('chrome://indexeddb-internals')
  await inside.locator('.force-close').first().click()
  await inside.close()
}

test('[F12] when the browser drops the connection to the database, the form stays and is saved, and nobody enters anything again', async (context) => {
  const runs = times(1, 20)
  const office = await servedOffice()
  const { page, faults } = await person({ hasWholeBrowser: true })
  await letIn(page, (await office.invite()).link)
  await cutOff(page)
  for (let run = 1; run <= runs; run += 1) {
    await fillSession(page, office.address, run)
    await dropConnections(page)
    await page.getByLabel('Nam', { exact: true }).fill('7')
    await tapSave(page)
    await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
    await page
      .getByText(`${run + 7} người`)
      .or(page.getByText(String(run + 7)))
      .first()
      .waitFor()
  }
  const { outbox, drafts } = (await readRaw(page, office.address)).tables
  expect([outbox?.length, drafts?.length]).toEqual([runs, 0])
  expect(faults).toEqual([])
  noteFigure(context, runs, `0 of ${runs} forms entered again`)
})

test('[F10] [F17] a browser that promises nothing is told of on the phone; with localStorage cleared all goes on and is sent', async (context) => {
  const office = await servedOffice()
  const { page, faults } = await person()
  await letIn(page, (await office.invite()).link)
  await logSession(page, office.address, 17)
  await page.goto(`${office.address}/more`)
  await page.getByText('Trình duyệt chưa hứa giữ số liệu này').waitFor()
  expect(await page.getByText('Trình duyệt chưa hứa giữ số liệu này').count()).toBe(1)

  await page.evaluate(() => localStorage.clear())
  await page.goto(office.address)
  await home(page)
  await logSession(page, office.address, 18)
  await page.goto(`${office.address}/sending`)
  await page.getByText('Mọi thứ ghi trên máy này đều đã tới nơi nhận.').waitFor()
  expect(await office.countSessions()).toBe(2)
  expect(await page.evaluate(() => localStorage.getItem('lan-toa-known'))).toMatch(/\.2$/)
  expect(faults).toEqual([])
  noteFigure(context, 1, '1 warning; 0 of 2 sessions lost')
})

test('[F8] site data cleared under an open page is told there and then, and at the next enrolment by the office', async (context) => {
  const office = await servedOffice()
  const { page } = await person()
  const first = await office.invite()
  await letIn(page, first.link)
  await cutOff(page)
  await logSession(page, office.address, 17)

  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: office.address, storageTypes: 'all' })
  await heading(page, 'Dữ liệu vừa bị xoá').waitFor()
  expect((await readRaw(page, office.address)).version).toBe(0)

  // A page may have put back what it had read before it heard of it; a browser's own settings clear until nothing is left.
  const left = () => page.evaluate(() => localStorage.length + document.cookie.length)
  const clearAgain = () => devtools.send('Storage.clearDataForOrigin', { origin: office.address, storageTypes: 'cookies,local_storage' })
  await expect.poll(async () => (await left()) && (await clearAgain().then(left))).toBe(0)

  // Nothing on this phone knows of anything: it can only greet a newcomer.
  await page.goto(office.address)
  await heading(page, 'Vào Lan Tỏa').waitFor()
  await page.unrouteAll()
  await page.goto((await office.invite(first.account)).link)
  await heading(page, 'Tài khoản đã dùng trên máy khác').waitFor()
  expect(await page.locator('main').innerText()).toMatch(/Linux · Chrome[\s\S]*Nếu chính là máy này thì dữ liệu trên máy đã bị xoá/)
  await page.reload()
  await page.getByRole('button', { name: 'Tôi đã hiểu, dùng tiếp' }).click()
  await passFirstRun(page)
  await page.reload()
  await home(page)
  noteFigure(context, 1, '1 of 1 detected')
})

test('[F8] a database that is gone while something still remembers it is told at the next start', async () => {
  const office = await servedOffice()
  const { page } = await person()
  const first = await office.invite()
  await letIn(page, first.link)
  const devtools = await page.context().newCDPSession(page)
  await page.goto(`${office.address}/api/health`)
  await devtools.send('Storage.clearDataForOrigin', { origin: office.address, storageTypes: 'indexeddb' })
  await page.goto(office.address)
  await heading(page, 'Dữ liệu trên máy này đã mất').waitFor()
  await page.getByRole('button', { name: 'Vào lại bằng mã mới' }).click()
  await heading(page, 'Vào Lan Tỏa').waitFor()
  await page.goto((await office.invite(first.account)).link)
  // The note says it from now on; the office's list would only say the same again.
  await page.getByRole('button', { name: 'Vào lại bằng mã mới' }).click()
  await passFirstRun(page)
  await page.goto(`${office.address}/more`)
  await page.getByText(/^Số liệu cũ trên máy này đã mất/).waitFor()
})
