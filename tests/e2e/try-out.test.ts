// Trying out in the real browser: nothing of it reaches the network or the phone's own data, and an invitation opened in the
// middle of it is a real one.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { appServer } from '../fixture/app-server.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { heading, home, passFirstRun, tapSave } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'

const databases = (page: Page): Promise<(string | undefined)[]> => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).sort())

const known = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('lan-toa-known'))

async function enter(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/try-out`)
  await page.getByRole('button', { name: 'Bắt đầu diễn tập' }).click()
  await home(page)
}

async function logInTryOut(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/session/new`)
  await page.getByRole('button', { name: 'Thôn Bến Sương' }).click()
  for (const name of ['Mít tinh', 'Thủ đoạn']) await page.getByRole('button', { name, exact: true }).click()
  await page.getByLabel('Nữ', { exact: true }).fill('17')
  await page.getByLabel('Nam', { exact: true }).fill('6')
  await tapSave(page)
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
}

/** What this browser asked the office for, of records, accounts or units. */
function asked(page: Page): string[] {
  const paths: string[] = []
  page.context().on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(api|units)\//.test(pathname)) paths.push(pathname)
  })
  return paths
}

test('a newcomer logs a session in the try-out: nobody is asked, it outlives the page, and ending it leaves a phone that knows nothing', async () => {
  const server = await appServer()
  const { page, faults } = await person({ hasWorkers: false })
  const paths = asked(page)
  await enter(page, server.origin)
  await logInTryOut(page, server.origin)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.reload()
  await page.goto(`${server.origin}/sending`)
  await page.getByText('Thôn Bến Sương').first().waitFor()
  expect(await page.getByRole('button', { name: 'Gửi ngay' }).count()).toBe(0)
  expect(paths).toEqual([])
  expect(await known(page)).toBe(null)
  expect(await page.evaluate(() => document.cookie)).toBe('')

  await page.getByRole('link', { name: 'Thoát diễn tập' }).click()
  await page.getByRole('button', { name: 'Xoá phần diễn tập và thoát' }).click()
  await heading(page, 'Vào Lan Tỏa').waitFor()
  expect(await databases(page)).toEqual(['lan-toa'])
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  expect(faults).toEqual([])
})

test('an invitation opened in the middle of a try-out lets in for real, into the real data', async () => {
  const server = await appServer()
  const { page, faults } = await person({ hasWorkers: false })
  await enter(page, server.origin)
  await logInTryOut(page, server.origin)
  await page.goto(await server.link('collaborator', aLuoi1))
  await passFirstRun(page)
  expect(await page.getByText('Diễn tập').count()).toBe(0)
  await page.goto(`${server.origin}/sessions`)
  await heading(page, 'Buổi').waitFor()
  expect(await page.getByText('Thôn Bến Sương').count()).toBe(0)
  expect(await known(page)).toMatch(/^[0-9a-f]{8}\.0$|^1$/)
  const rows = await server.database.read((sql) => sql.all("SELECT id FROM record WHERE kind = 'session'"))
  expect(rows).toEqual([])
  expect(faults).toEqual([])
})

test('somebody at work tries out and comes back: her unsent session and her draft are as they were, and only the try-out is gone', async () => {
  const server = await appServer()
  const { page, faults } = await person({ hasWorkers: false })
  await page.goto(await server.link('collaborator', aLuoi1))
  await passFirstRun(page)
  await page.route('**/api/sync', (route) => route.abort())
  await page.goto(`${server.origin}/session/new`)
  await page.getByLabel('Nữ', { exact: true }).fill('41')
  await page.getByText('Nháp, tự lưu').waitFor()
  await page.goto(server.origin)
  await page
    .getByText(/Ghi tiếp/)
    .first()
    .waitFor()
  const before = await known(page)

  await page.goto(`${server.origin}/more`)
  await page.getByRole('link', { name: 'Diễn tập, không gửi gì' }).click()
  await page.getByRole('button', { name: 'Bắt đầu diễn tập' }).click()
  await home(page)
  await page.goto(`${server.origin}/session/new`)
  await page.getByRole('button', { name: 'Thôn Bến Sương' }).waitFor()
  expect(await page.getByLabel('Nữ', { exact: true }).inputValue()).toBe('')
  await page.getByRole('link', { name: 'Thoát diễn tập' }).click()
  await home(page)
  expect(await databases(page)).toEqual(['lan-toa'])
  expect(await known(page)).toBe(before)
  await page.goto(`${server.origin}/session/new`)
  await heading(page, 'Ghi buổi').waitFor()
  expect(await page.getByLabel('Nữ', { exact: true }).inputValue()).toBe('41')
  expect(faults).toEqual([])
})
