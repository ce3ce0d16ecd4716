// Draws every screen of tests/fixture/screen-list.ts into docs/screens/, on a small phone and on a desk, and some of them dark,
// in English, in letters of twice the size, empty and without a network. Run by `npm run screens` alone.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import { test } from 'vitest'
import { root } from '../../tool/files.ts'
import { nameFor, people, type Screen, type State, screens, type Who } from '../fixture/screen-list.ts'
import { open, phoneOf } from '../fixture/screen-phone.ts'

/** A Wednesday evening, ten past eight in Vietnam. */
const EVENING = Date.parse('2026-11-18T20:10:00+07:00')
const QUALITY = 30

const names = new RegExp(process.env['LAN_TOA_DRAW'] ?? '.')
const folder = join(root, 'docs/screens')

const sizes = { 360: { width: 360, height: 740 }, 1280: { width: 1280, height: 800 } }

type Manner = 'dark' | 'english' | 'large'

/** Beside the plain pictures, on the phone alone. */
const more: Record<Manner, readonly string[]> = {
  dark: ['home-collaborator', 'session-counts', 'coverage', 'decide', 'sending-refused', 'handbook'],
  english: ['home-collaborator', 'session-missing', 'coverage', 'more-official'],
  large: ['home-collaborator', 'session-counts', 'sessions', 'decide', 'more-collaborator'],
}
const statesDrawn: Record<Exclude<State, 'full' | 'error'>, readonly string[]> = {
  empty: ['home-collaborator', 'home-official', 'home-province', 'session-new-collaborator', 'sessions', 'coverage', 'sending'],
  'no network': ['home-collaborator', 'sending'],
}

interface Drawn {
  screen: Screen
  file: string
}

function drawnOn(who: Who, held: State): Drawn[] {
  const own = screens
    .filter(({ by }) => by.includes(who))
    .map((screen) => ({ screen, file: nameFor(screen, who) }))
    .filter(({ file }) => names.test(file))
  if (held === 'full') return own.filter(({ screen }) => screen.in.includes('full') || screen.in.includes('error'))
  return own.filter(({ file }) => held !== 'error' && statesDrawn[held].includes(file))
}

const phones = people.flatMap((who) =>
  (['full', 'empty', 'no network'] as const).filter((held) => drawnOn(who, held).length > 0).map((held) => ({ who, held })),
)

test.for(phones)("the screens of $who's phone: $held", { timeout: 3_600_000 }, async ({ who, held }) => {
  const phone = await phoneOf(who, held, { frozenAt: EVENING })
  const { page } = phone
  const camera = await page.context().newCDPSession(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const { screen, file } of drawnOn(who, held)) {
    const named = held === 'full' ? file : `${file}-${held.replace(' ', '-')}`
    const leave = await open(phone, screen, 'vi')
    await take(page, camera, `${named}-360`, sizes[360])
    if (held === 'full') {
      await takeOtherwise(page, camera, file)
      await take(page, camera, `${named}-1280`, sizes[1280])
      await page.setViewportSize(sizes[360])
    }
    await leave()
    if (held !== 'full' || !more.english.includes(file)) continue
    const leaveEnglish = await open(phone, screen, 'en')
    await take(page, camera, `${file}-english-360`, sizes[360])
    await leaveEnglish()
  }
})

async function takeOtherwise(page: Page, camera: CDPSession, file: string): Promise<void> {
  if (more.dark.includes(file)) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await take(page, camera, `${file}-dark-360`, sizes[360])
    await page.emulateMedia({ colorScheme: 'light' })
  }
  if (more.large.includes(file)) {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await take(page, camera, `${file}-large-360`, sizes[360])
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  }
}

async function take(page: Page, camera: CDPSession, file: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.waitForLoadState('networkidle')
  await page.evaluate(async (isWide) => {
    // A caret that blinks is on one picture and not on the next.
    document.documentElement.style.caretColor = 'transparent'
    // The phone shows what was done there; the desk how the screen begins.
    if (isWide) window.scrollTo(0, 0)
    await document.fonts.ready
  }, size === sizes[1280])
  writeFileSync(join(folder, `${file}.webp`), Buffer.from(await stillOf(camera), 'base64'))
}

const MOST_TRIES = 20

/** Once two pictures in a row are the same: whatever came late is on it. */
async function stillOf(camera: CDPSession): Promise<string> {
  let before = ''
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
    if (data === before) return data
    before = data
  }
  throw new Error('The screen did not come to rest.')
}
