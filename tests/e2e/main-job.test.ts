// The main job, as two people do it: a session logged without a network reaches the commune's coverage.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { passFirstRun } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { runningServer } from '../fixture/running-server.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

async function enrol(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await passFirstRun(page)
}

/** "8/12 thôn, còn 2 thôn nữa là đạt." on the screen of the indicator as two numbers. */
async function readCoverage(page: Page): Promise<{ covered: number; villages: number }> {
  const bar = page.getByRole('img', { name: /^\d+\/\d+ thôn/ })
  const [covered, villages] = ((await bar.getAttribute('aria-label')) ?? '').match(/\d+/g) ?? []
  return { covered: Number(covered), villages: Number(villages) }
}

test('a session logged while the server is down is kept, sent later, and moves the coverage that the official sees', async () => {
  const server = await runningServer()
  const official = await person()
  await enrol(official.page, server.links.official)
  await link(official.page, /^Xem từ đâu ra VC1/).click()
  await heading(official.page, 'Chỉ tiêu VC1').waitFor()
  const before = await readCoverage(official.page)
  const missing = (await official.page.locator('details[open] .row-main').first().textContent()) ?? ''
  expect(before.covered).toBeLessThan(before.villages)

  const collaborator = await person()
  await enrol(collaborator.page, server.links.collaborator)
  await collaborator.page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))

  await server.stop()
  await collaborator.reopen(server.address)
  const { page } = collaborator
  await heading(page, 'Chào anh/chị').waitFor()
  // The next plan has a way to log it, too.
  await link(page, /^Ghi$/).click()
  await heading(page, 'Ghi buổi').waitFor()
  await button(page, 'Nơi khác…').click()
  await page.getByLabel('Tìm thôn, xã').fill(
    missing
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  )
  await page
    .locator('.unit-choice')
    .filter({ hasText: new RegExp(`^${missing}Xã`) })
    .click()
  await page.getByLabel('Nữ', { exact: true }).fill('17')
  await page.getByLabel('Nam', { exact: true }).fill('6')
  await page.getByText('23 người', { exact: true }).waitFor()
  await button(page, 'Lưu trên máy này').click()
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
  await page.getByText('Trên máy', { exact: true }).waitFor()

  await link(page, 'Quay lại').click()
  await page.locator('.page-head .badge', { hasText: '1 trên máy' }).waitFor()

  // From here on the phone may send by itself at any moment; tapping "send now" must be right all the same.
  await server.startAgain()
  await page.locator('.page-head .badge').click()
  await button(page, 'Gửi ngay').click()
  await page.getByText('Mọi thứ ghi trên máy này đều đã tới nơi nhận.').waitFor()
  await link(page, 'Quay lại').click()
  await page.locator('.page-head').getByText('Đã gửi').waitFor()

  await official.page.reload()
  await heading(official.page, 'Chỉ tiêu VC1').waitFor()
  await expect.poll(() => readCoverage(official.page), { timeout: 20_000 }).toEqual({ covered: before.covered + 1, villages: before.villages })
  await official.page.goto(`${server.address}/sessions`)
  await official.page.getByLabel(/^Tìm theo thôn/).fill(missing)
  const found = official.page.locator('.row').filter({ hasText: missing }).first()
  await found.waitFor()
  expect(await found.textContent()).toContain('23 người')
  expect([...collaborator.faults, ...official.faults]).toEqual([])
}, 120_000)
