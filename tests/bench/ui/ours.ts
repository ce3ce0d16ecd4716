// Lan Tỏa itself on a collaborator's phone, as she uses it: a session like the one before, counted by taps, saved.

import type { Page } from 'playwright'
import type { Contender, Timed } from './contender.ts'
import type { Office } from './office.ts'
import { timeTap } from './stopwatch.ts'

const female = '#f-counts-female'
const more = `.stepper:has(${female}) button:last-child`
const half = '.counter-half.female'
const status = '[role=status]'
const SAVED = 'Đã lưu trên máy này'

export interface Ours extends Contender {
  /** How many fields her form has once people are being counted. */
  inputs(): Promise<number>
}

/** Lets the phone in and waits until it holds everything. */
export async function ours(page: Page, { link, papers }: Office): Promise<Ours> {
  await page.goto(link)
  // The account's first device entered them; this phone is told that it is not the only one.
  await page.getByRole('button', { name: 'Tôi đã hiểu, dùng tiếp' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Chào anh/chị' }).waitFor()
  const count = () => stored(page)
  await waitUntil(async () => (await count()) >= papers.length)
  await page.locator('.page-head').getByText('Đã gửi').waitFor()
  await page.goto(`${new URL(link).origin}/session/${papers[0]?.id}`)
  return { name: 'Lan Tỏa', round: () => round(page), count, inputs: () => begin(page).then(() => page.locator('form input').count()) }
}

async function round(page: Page): Promise<Timed> {
  await begin(page)
  const plus = await timeTap(page, more, { selector: female, says: '18' })
  const open = await timeTap(page, 'text=Đếm khi mọi người vào', { selector: 'dialog[open]' })
  const counted = await timeTap(page, half, { selector: `${half} .counter-number`, says: '19' })
  await page.getByRole('button', { name: 'Đếm xong' }).tap()
  await page.locator('dialog').waitFor({ state: 'detached' })
  const save = await timeTap(page, '.page-bar .primary', { selector: status, says: SAVED })
  await page.getByRole('link', { name: 'Ghi buổi giống thế này' }).waitFor()
  // The next one has to be seen coming.
  await page.locator('.toast-area').getByRole('button', { name: 'Đóng' }).tap()
  await page.locator(`${status}:empty`).waitFor({ state: 'attached' })
  return { plus, open, half: counted, save }
}

/** Another session like the one on the screen, as far as two numbers: from there on the form has all its fields. */
async function begin(page: Page): Promise<void> {
  if ((await page.locator(female).count()) === 0) await page.getByRole('link', { name: 'Ghi buổi giống thế này' }).tap()
  await page.locator(female).fill('17')
  await page.locator('#f-counts-male').fill('6')
  await page.locator('#f-counts-firstTime').waitFor()
}

const stored = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('lan-toa')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const counted = asked.result.transaction('records').objectStore('records').count()
          counted.onsuccess = () => {
            asked.result.close()
            resolve(counted.result)
          }
        }
      }),
  )

const LONGEST_MS = 300_000

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + LONGEST_MS
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('The phone was not told everything in time.')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
