// How many taps a session costs: each press of the finger is one, each typed digit is one. The typical evening: 17 women and
// 6 men in a village of twelve, four age bands, all of an ethnic minority, nine of them for the first time this year.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { heading, letIn } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { runningServer } from '../fixture/running-server.ts'
import { thumb } from '../fixture/thumb.ts'

const MOST_FULL = 30
const MOST_REPEAT = 16

/** Who came; the same for the first log and its repeat. */
async function count(hers: ReturnType<typeof thumb>): Promise<void> {
  await hers.type('Nữ', '17')
  await hers.type('Nam', '6')
  await hers.press('Thêm một Dưới 14 tuổi, hiện chưa nhập')
  await hers.type('14–15 tuổi', '3')
  await hers.type('Trên 60 tuổi', '3')
  await hers.press('Phần còn lại: 16 · 16–60 tuổi')
  await hers.press('Tất cả: 23 Người dân tộc thiểu số')
  await hers.type('Mới dự lần đầu', '9')
  await hers.press('Lưu trên máy này')
}

const counted = ['Nữ 17', 'Nam 6', 'Dưới 14 tuổi 1', '14–15 tuổi 3', '16–60 tuổi 16', 'Trên 60 tuổi 3', 'Người dân tộc thiểu số 23', 'Mới dự lần đầu 9']

/** What the session's own screen says was recorded, line by line. */
async function recorded(page: Page): Promise<string[]> {
  const lines = page.locator('.facts > div')
  await lines.first().waitFor()
  return Promise.all((await lines.all()).map(async (line) => (await line.locator('dt, dd').allTextContents()).join(' ')))
}

test('a whole session takes at most 30 taps, its repeat at most 16, and nothing is asked twice', async () => {
  const server = await runningServer()
  const { page, faults } = await person()
  await letIn(page, server.links.collaborator)

  const first = thumb(page)
  await first.tap(page.getByRole('link', { name: 'Ghi', exact: true }))
  await heading(page, 'Ghi buổi').waitFor()
  const third = page.locator('.unit-picker .chip').nth(2)
  const village = (await third.textContent()) ?? ''
  await first.tap(third)
  await first.press(/^Đổi Nội dung/)
  await first.press('Mít tinh')
  await first.tap(page.locator('#f-topics .chip[aria-pressed="false"]').first())
  await first.tap(page.locator('#f-topics .chip[aria-pressed="false"]').first())
  await count(first)
  await heading(page, village).waitFor()
  const before = await recorded(page)
  await page.getByRole('link', { name: 'Quay lại' }).click()

  const again = thumb(page)
  await page.goto(server.address)
  await again.open(/^Giống buổi trước/)
  await heading(page, 'Ghi buổi').waitFor()
  // The place, the day, the form and the topics are told, not asked.
  await expect.poll(() => page.locator('.told').count()).toBe(2)
  await count(again)
  await heading(page, village).waitFor()
  const after = await recorded(page)

  for (const lines of [before, after]) expect(lines).toEqual(expect.arrayContaining(counted))
  console.log(`Taps: ${first.taps()} for a whole session (at most ${MOST_FULL}), ${again.taps()} for its repeat (at most ${MOST_REPEAT}).`)
  expect(first.taps()).toBeLessThanOrEqual(MOST_FULL)
  expect(again.taps()).toBeLessThanOrEqual(MOST_REPEAT)
  expect(faults).toEqual([])
}, 120_000)
