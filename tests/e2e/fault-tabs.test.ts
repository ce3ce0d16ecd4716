// Two versions of the app on one phone: the older one gives way with its draft on disk, never touches what is newer, and says so.

import { expect, test } from 'vitest'
import { deployedApp, deployNext } from '../fixture/deployed-app.ts'
import { noteFigure } from '../fixture/figure.ts'
import { fillSession, heading, letIn, logSession } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { readRaw, takeAsNewer } from '../fixture/raw-database.ts'
import { servedOffice } from '../fixture/served-office.ts'

test('[F14] [F16] an open tab of an older build keeps its draft, gives the database to the newer one at once, and refuses it from then on', async (context) => {
  const office = await servedOffice()
  const { page, faults } = await person()
  await letIn(page, (await office.invite()).link)
  await logSession(page, office.address, 17)
  await fillSession(page, office.address, 23)
  const other = await page.context().newPage()

  // The window that opens the form last goes on with its draft; what is typed in the first stays, too.
  await other.goto(`${office.address}/session/new`)
  expect(await other.getByLabel('Nữ', { exact: true }).inputValue()).toBe('23')
  await other.getByLabel('Nữ', { exact: true }).fill('24')
  await page.getByLabel('Nam', { exact: true }).fill('7')
  await other.getByText('Nháp, tự lưu').waitFor()

  const waited = await takeAsNewer(other, office.address, 9_000)
  expect(waited).toBeLessThan(5000)
  await heading(page, 'Thẻ này đã dừng').waitFor()
  const taken = await readRaw(other, office.address)
  expect(taken.version).toBe(9_000)
  expect(taken.tables['drafts']).toMatchObject([
    { key: 'session:new', value: { fields: { counts: { female: 24, male: 6 } } } },
    { key: expect.stringMatching(/^session:new~./), value: { fields: { counts: { female: 23, male: 7 } } } },
  ])
  expect(taken.tables['records']).toHaveLength(1)

  await page.getByRole('button', { name: 'Mở lại' }).click()
  await heading(page, 'Ứng dụng trên máy này cũ hơn dữ liệu').waitFor()
  expect(await readRaw(other, office.address)).toEqual(taken)
  expect(faults.filter((fault) => !fault.startsWith('newer'))).toEqual([])
  noteFigure(context, 1, `the newer tab waited ${Math.round(waited)} ms, 0 drafts lost, rows intact`)
})

test('[F16] an older build that meets newer data takes the newer build by itself as soon as there is one', async () => {
  const server = await deployedApp()
  server.instead.set('/api/health', { type: 'application/json', body: '{}' })
  const { page } = await person()
  await page.goto(server.origin)
  await heading(page, 'Vào Lan Tỏa').waitFor()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await takeAsNewer(page, server.origin, 9_000)
  const next = deployNext(server)
  await page.goto(server.origin)
  await page.waitForFunction((entry) => [...document.scripts].some(({ src }) => src.endsWith(entry)), next.entry)
  expect((await readRaw(page, server.origin)).version).toBe(9_000)
})
