// How many taps a session costs, and how many it takes to know which villages are missing and to call somebody there: each press
// of the finger is one, each typed digit is one. The typical evening: 17 women and 6 men in a village of twelve, four age bands,
// all of an ethnic minority, nine of them for the first time this year.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { dateInVietnam } from '../../src/model/civil-date.ts'
import { type AppServer, appServer } from '../fixture/app-server.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { heading, letIn } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { runningServer } from '../fixture/running-server.ts'
import { session, someBody, village } from '../fixture/sample.ts'
import { thumb } from '../fixture/thumb.ts'

const MOST_FULL = 30
const MOST_REPEAT = 16
const MOST_TO_CALL = 3

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
  const { page, faults } = await person({ hasWorkers: false })
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

/** A commune of three villages, of which one had a session, and whom to call in it. */
async function missingVillages({ enrol, database }: AppServer): Promise<void> {
  const device = await enrol('official', aLuoi1)
  const villages = ['Đông', 'Tây', 'Bãi'].map((name) => ({ id: idNamed(`thôn ${name}`), name }))
  const today = dateInVietnam(Date.now())
  const staff = { duty: 'Chi hội trưởng', phone: '000 111', organisation: someBody }
  await device.sync([
    ...villages.map(({ id, name }) => device.set('unit', id, village({ name }))),
    device.set('session', idNamed('buổi'), session({ unit: idNamed('thôn Đông'), date: today })),
    device.set('person', idNamed('thôn'), { ...staff, name: 'Người phụ trách thôn', unit: idNamed('thôn Tây') }),
    device.set('person', idNamed('xã'), { ...staff, name: 'Người phụ trách xã', unit: aLuoi1 }),
  ])
  const kept = await database.read((sql) => sql.all('SELECT id FROM record'))
  expect(kept).toHaveLength(6)
}

/** From opening the app to the call; with the names of the villages that were read on the way. */
async function callForMissing(page: Page, address: string): Promise<{ taps: number; missing: string }> {
  await page.goto(address)
  await heading(page, 'Tổng quan').waitFor()
  // There is no telephone here: the tap is enough.
  await page.evaluate(() => document.addEventListener('click', (event) => (event.target as Element).closest('a[href^="tel:"]') && event.preventDefault()))
  const hers = thumb(page)
  await hers.open('Địa bàn')
  const place = page
    .locator('.quiet-unit')
    .filter({ has: page.getByRole('link', { name: 'Gọi 000 111' }) })
    .first()
  const missing = (await place.textContent()) ?? ''
  await hers.tap(place.getByRole('link', { name: 'Gọi 000 111' }))
  return { taps: hers.taps(), missing }
}

test('which villages are missing, and whom to call, takes an official and the province at most 3 taps', async () => {
  const server = await appServer()
  await missingVillages(server)
  const [official, office] = await Promise.all([person({ hasWorkers: false }), person({ hasWorkers: false })])
  await Promise.all([
    server.link('official', aLuoi1).then((invitation) => letIn(official.page, invitation)),
    server.link('province', hue).then((invitation) => letIn(office.page, invitation)),
  ])
  const hers = await callForMissing(official.page, server.origin)
  const theirs = await callForMissing(office.page, server.origin)
  expect(hers.missing).toContain('Thôn TâyChưa có số liệu (không phải bằng 0)')
  expect(theirs.missing).toContain('2/3 thôn chưa có buổi nào trong 90 ngày: Thôn Bãi, Thôn Tây.')
  console.log(`Taps to whom to call where villages are missing: ${hers.taps} for an official, ${theirs.taps} for the province (at most ${MOST_TO_CALL}).`)
  expect(Math.max(hers.taps, theirs.taps)).toBeLessThanOrEqual(MOST_TO_CALL)
  expect([...official.faults, ...office.faults]).toEqual([])
}, 120_000)
