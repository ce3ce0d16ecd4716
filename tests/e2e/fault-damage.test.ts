// The files under a phone's database are damaged while it is off: cut off, bytes turned over, one missing. The app either has
// everything, or says that it has not; it never greets a newcomer, and deletes nothing.

import { readdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceOf } from '../fixture/chance.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { cutOff, heading, home, letIn, logSession } from '../fixture/log-session.ts'
import { type RawDatabase, readRaw } from '../fixture/raw-database.ts'
import { databaseFolder, type RoughPhone, roughPhone } from '../fixture/rough-phone.ts'
import { type ServedOffice, servedOffice } from '../fixture/served-office.ts'

const SESSIONS = 3
const LONG_MS = times(60_000, 1_800_000)

let office: ServedOffice
/** A phone with work on it that is nowhere else, switched off by force. */
let original: RoughPhone
let whole: RawDatabase

beforeAll(async () => {
  office = await servedOffice(afterAll)
  original = roughPhone({ afterwards: afterAll })
  const page = await original.start(office.address)
  await letIn(page, (await office.invite()).link)
  await cutOff(page)
  for (let women = 1; women <= SESSIONS; women += 1) await logSession(page, office.address, women)
  // What is remembered outside the database reaches the disk later than the database: here it has had its time.
  await original.close()
  const again = await original.start(office.address)
  await cutOff(again)
  await home(again)
  whole = await readRaw(again, office.address)
  await original.kill()
})

/** The same phone, before anything happened to its files. */
const likeIt = (): RoughPhone => roughPhone({ like: original.profile })

/** Files that hold something, the browser's own journal about them aside. */
function filesOf({ profile }: RoughPhone): string[] {
  const folder = databaseFolder(profile)
  return readdirSync(folder)
    .filter((name) => !name.startsWith('LOG'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size > 0)
}

const logOf = (phone: RoughPhone): string => filesOf(phone).find((path) => path.endsWith('.log')) ?? ''

/** What the phone says when it is switched on. */
async function switchOn(phone: RoughPhone): Promise<{ page: Page; says: string }> {
  const page = await phone.start(office.address)
  await cutOff(page)
  await page.locator('h1').first().waitFor()
  return { page, says: await page.locator('h1').first().innerText() }
}

/** The rows a person made; what the phone works out anew at each start may differ. */
const rowsOf = ({ tables }: RawDatabase) => [tables['outbox'], tables['records'], tables['drafts']]

const CUT_SHORT = 'Thiếu số liệu đã lưu'
const GONE = ['Dữ liệu trên máy bị hỏng', 'Dữ liệu trên máy này đã mất', 'Chưa mở được']

test(
  '[F3] a log that was cut off is told, with how much is missing at least; going on, it is told no more, and nothing is deleted',
  async (context) => {
    const runs = times(2, 200)
    const chance = chanceOf(3)
    let detected = 0
    for (let run = 0; run < runs; run += 1) {
      const phone = likeIt()
      const log = logOf(phone)
      truncateSync(log, Math.floor(statSync(log).size * chance()))
      const { page, says } = await switchOn(phone)
      const told = await page.locator('main').innerText()
      const left = (await readRaw(page, office.address)).tables['outbox'] ?? []
      if (says === CUT_SHORT) expect(told).toContain(`thiếu ít nhất ${SESSIONS - left.length} lần ghi`)
      if (left.length < SESSIONS ? [CUT_SHORT, ...GONE].includes(says) : says === 'Chào anh/chị') detected += 1
      if (run === 0) await goOnFrom(page, left.length)
      await phone.discard()
    }
    expect(detected).toBe(runs)
    noteFigure(context, runs, `${detected} of ${runs} detected`)
  },
  LONG_MS,
)

async function goOnFrom(page: Page, left: number): Promise<void> {
  await page.goto(office.address)
  await page.getByRole('button', { name: 'Tôi đã hiểu, dùng tiếp' }).click()
  // A log that was cut off early has also lost that the first steps were passed over.
  const pass = page.getByRole('button', { name: 'Bỏ qua' })
  await pass.or(heading(page, 'Chào anh/chị')).first().waitFor()
  if (await pass.isVisible()) await pass.click()
  await home(page)
  await page.goto(office.address)
  await home(page)
  await page.goto(`${office.address}/more`)
  await page.getByText(`Máy này đã mất ít nhất ${SESSIONS - left} lần ghi`).waitFor()
  expect((await readRaw(page, office.address)).tables['outbox']).toHaveLength(left)
}

test(
  '[F4] after bytes were turned over either every row is as it was or a screen says that data is damaged, also the next time',
  async (context) => {
    const runs = times(2, 200)
    const chance = chanceOf(4)
    const outcomes = { whole: 0, told: 0, silent: 0 }
    for (let run = 0; run < runs; run += 1) {
      const phone = likeIt()
      // Every other time in all files, so that also those of few bytes are hit.
      turnOver(run % 2 === 0 ? filesOf(phone) : [logOf(phone)], chance)
      const { page, says } = await switchOn(phone)
      if (says === 'Chào anh/chị') {
        const isWhole = JSON.stringify(rowsOf(await readRaw(page, office.address))) === JSON.stringify(rowsOf(whole))
        outcomes[isWhole ? 'whole' : 'silent'] += 1
      } else {
        await page.reload()
        await page.locator('h1').first().waitFor()
        const later = await page.locator('h1').first().innerText()
        outcomes[[CUT_SHORT, ...GONE].includes(says) && [CUT_SHORT, ...GONE].includes(later) ? 'told' : 'silent'] += 1
      }
      await phone.discard()
    }
    expect(outcomes).toEqual({ ...outcomes, silent: 0 })
    noteFigure(context, runs, `${outcomes.told} told, ${outcomes.whole} with every row, ${outcomes.silent} silent`)
  },
  LONG_MS,
)

/** 64 bytes at random places over these files. */
function turnOver(paths: readonly string[], chance: () => number): void {
  const files = paths.map((path) => ({ path, bytes: readFileSync(path) }))
  for (let flip = 0; flip < 64; flip += 1) {
    const file = files[Math.floor(chance() * files.length)]
    const place = Math.floor(chance() * (file?.bytes.length ?? 0))
    if (file) file.bytes[place] = (file.bytes[place] ?? 0) ^ (1 + Math.floor(chance() * 255))
  }
  for (const { path, bytes } of files) writeFileSync(path, bytes)
}

test('[F5] without its MANIFEST the database is tried again, then told; every file stays, and all is there when the file is back', async (context) => {
  const phone = likeIt()
  const folder = databaseFolder(phone.profile)
  const manifest = readdirSync(folder).find((name) => name.startsWith('MANIFEST')) ?? ''
  renameSync(join(folder, manifest), join(phone.profile, manifest))
  const before = filesOf(phone)
  const { says } = await switchOn(phone)
  expect(says).toBe('Chưa mở được')
  expect(filesOf(phone)).toEqual(before)
  await phone.close()

  renameSync(join(phone.profile, manifest), join(folder, manifest))
  const again = await phone.start(office.address)
  await cutOff(again)
  await home(again)
  expect(rowsOf(await readRaw(again, office.address))).toEqual(rowsOf(whole))
  noteFigure(context, 1, '0 deletions, told, every row back with the file')
})
