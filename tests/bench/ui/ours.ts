// Lan Tỏa itself on a collaborator's phone, as she uses it: a session like the one before, counted by taps, saved.

import type { Page } from 'playwright'
import { passFirstRun } from '../../fixture/log-session.ts'
import type { Contender, Timed } from './contender.ts'
import type { Office } from './office.ts'
import { tap, timeTap } from './stopwatch.ts'

const female = '#f-counts-female'
const more = (sex: string): string => `#f-counts-${sex} + button`
/** "Đếm khi mọi người vào" stands right above the sum of women and men. */
const atDoor = 'button:has(+ .counts-total)'
const half = '.counter-half.female'
const status = '[role=status]'
const SAVED = 'Đã lưu trên máy này'

/** In as many turns the places come round. */
const LIKE = 60

export interface Ours extends Contender {
  /** How many fields her form has once people are being counted. */
  inputs: number
}

/** Lets the phone in and waits until it holds everything. */
export async function ours(page: Page, { link, papers }: Office): Promise<Ours> {
  await page.goto(link)
  // The account's first device entered them; this phone is told that it is not the only one.
  await page.getByRole('button', { name: 'Tôi đã hiểu, dùng tiếp' }).tap()
  await passFirstRun(page)
  const count = () => stored(page)
  await waitUntil(async () => (await count()) >= papers.length)
  await page.locator('.page-head').getByText('Đã gửi').waitFor()
  const { origin } = new URL(link)
  await page.goto(`${origin}/session/new`)
  await countTwo(page)
  const inputs = await page.locator('form input').count()
  await page.goto(`${origin}/sessions`)
  const hers = papers.filter(({ kind }) => kind === 'session').slice(0, LIKE)
  let turn = 0
  return { name: 'Lan Tỏa', round: () => round(page, `/session/${hers[turn++ % hers.length]?.id}`), count, inputs }
}

/** Like another session each time: all of one day in one village would make a place that no commune has. */
async function round(page: Page, like: string): Promise<Timed> {
  await follow(page, like)
  await tap(page, `a[href="${like.replace('/session/', '/session/new?like=')}"]`)
  await countTwo(page)
  const plus = await timeTap(page, more('female'), { selector: female, says: '2' })
  const open = await timeTap(page, atDoor, { selector: 'dialog[open]' })
  const counted = await timeTap(page, half, { selector: `${half} .counter-number`, says: '3' })
  await tap(page, 'dialog .primary')
  await page.waitForFunction(() => document.querySelector('dialog') === null)
  const save = await timeTap(page, '.page-bar .primary', { selector: status, says: SAVED })
  // The next one has to be seen coming.
  await tap(page, '.toast-area .quiet')
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '')
  return { plus, open, half: counted, save }
}

/**
 * From two people on the form has all its fields. What is found meanwhile (a session like this one) may push a button from under
 * the finger.
 */
async function countTwo(page: Page): Promise<void> {
  for (const sex of ['female', 'male']) while ((await page.locator(`#f-counts-${sex}`).inputValue()) === '') await tap(page, more(sex))
  await page.waitForFunction(() => document.querySelector('#f-counts-firstTime') !== null)
}

/** By a link of the app's own, without loading it anew. */
const follow = (page: Page, href: string): Promise<void> =>
  page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to })
    document.querySelector('main')?.append(link)
    link.click()
    link.remove()
  }, href)

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
