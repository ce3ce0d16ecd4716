// Every screen of tests/fixture/screen-list.ts in the real browser: accessible by axe's rules in light and dark, nothing wider
// than a small phone or lost in the largest text, everything to tap big enough for a thumb. `npm run a11y` looks at every
// screen in every state and language, and by keyboard and by ear as well; other runs look at some of that.

import type { Page } from 'playwright'
import { expect, type TestContext, test } from 'vitest'
import { columns, findingsIn, type Looked } from '../../tool/screen-report.ts'
import { cutOff, letIn, tapSave } from '../fixture/log-session.ts'
import { look } from '../fixture/look.ts'
import { isWanted, isWhole, noteLooked } from '../fixture/looked.ts'
import { person } from '../fixture/person.ts'
import { runningServer } from '../fixture/running-server.ts'
import { nameFor, people, type Screen, type State, screens, type Who } from '../fixture/screen-list.ts'
import { expectNoFaults, faultsOfArriving, fillLikeLast, open, phoneOf, type ScreenPhone } from '../fixture/screen-phone.ts'
import { inEnglish, thorough } from '../fixture/screen-sample.ts'

interface Sight {
  screen: Screen
  state: State
  language: 'vi' | 'en'
}

/** What goes wrong is done on a phone that holds everything. */
const phoneState = (state: State): State => (state === 'error' ? 'full' : state)

function sightsOf(who: Who, held: State): Sight[] {
  return screens
    .filter((screen) => screen.by.includes(who) && isWanted(screen, who))
    .flatMap((screen) => screen.in.filter((state) => phoneState(state) === held).map((state) => ({ screen, state })))
    .flatMap(({ screen, state }) => {
      const speaks = isWhole || (inEnglish.has(screen.name) && screen.by[0] === who) ? (['vi', 'en'] as const) : (['vi'] as const)
      return speaks.map((language) => ({ screen, state, language }))
    })
}

/** Before that every address is the same screen. */
const isInside = (who: Who): boolean => !who.startsWith('newcomer')

async function lookAt(phone: ScreenPhone, who: Who, { screen, state, language }: Sight): Promise<Looked> {
  const isThorough = isWhole || (language === 'vi' && thorough.has(nameFor(screen, who)))
  const leave = await open(phone, screen, language)
  const findings = await look(phone.page, language, isThorough)
  await leave()
  const canBeTapped = isThorough && isInside(who) && screen.from !== '/nowhere' && screen.name !== 'work-lost'
  const arriving = canBeTapped ? await faultsOfArriving(phone, screen) : []
  return { screen: nameFor(screen, who), state, language, findings: [...findings, ...arriving.map((what) => ({ column: 'keyboard' as const, what }))] }
}

async function lookAtAll(context: TestContext, who: Who, held: State): Promise<void> {
  const phone = await phoneOf(who, held)
  const looked: Looked[] = []
  for (const sight of sightsOf(who, held)) {
    const seen = await lookAt(phone, who, sight).catch((cause: unknown) => notSeen(who, sight, cause))
    looked.push(seen)
    if (isWhole)
      console.log(
        [
          `${who} · ${seen.screen} · ${seen.state} · ${seen.language}: ${seen.findings.length}`,
          ...seen.findings.map(({ column, what }) => `  ${column}: ${what}`),
        ].join('\n'),
      )
  }
  noteLooked(context, looked)
  expect(findingsIn(looked)).toEqual([])
  if (held !== 'no network') expectNoFaults(phone)
}

/** A screen that doesn't come is a finding, and the others are still to be seen. */
const notSeen = (who: Who, { screen, state, language }: Sight, cause: unknown): Looked => ({
  screen: nameFor(screen, who),
  state,
  language,
  findings: [{ column: 'axe', what: `not seen: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}` }],
})

const states: readonly State[] = isWhole ? ['full', 'empty', 'no network'] : ['full']
const phones = people.flatMap((who) => states.filter((held) => sightsOf(who, held).length > 0).map((held) => ({ who, held })))

test.for(phones)("the screens of $who's phone: $held", { timeout: isWhole ? 3_600_000 : 240_000 }, ({ who, held }, context) => lookAtAll(context, who, held))

/** Something wrong for every column: no name, pale, wide, cut off, small, behind a bar, a key. */
const faulty = `<!doctype html><html lang="vi"><title>?</title><body style="margin: 0; font: 16px sans-serif"><main><h1>tab.home</h1>
  <p style="color: #666">pale</p><p style="width: 500px">wide</p><p style="width: 90px; height: 20px; overflow: hidden">cut off in large letters</p>
  <button style="width: 20px; height: 20px"></button><button style="position: fixed; bottom: 0">behind</button></main>
  <p style="position: fixed; bottom: 0; margin: 0; width: 100%; height: 90px; background: #fff">bar</p></body></html>`

test('what is wrong is found out, whichever way it is wrong', async () => {
  const { page } = await person({ hasWorkers: false })
  await page.setContent(faulty)
  const found = await look(page, 'en', true)
  expect([...new Set(found.map(({ column }) => column))].sort()).toEqual([...columns].sort())
})

/** Every text that the one place for announcements has had from here on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const place = document.querySelector('[role=status]')
    const said: string[] = []
    const heard = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) said.push(node.textContent ?? '')
    })
    if (place) heard.observe(place, { childList: true, characterData: true, subtree: true })
    Object.assign(window, { heard: () => said })
  })

const heard = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: () => string[] }).heard())

/** What is to be tapped at the end of the page and lies under the message. */
const coveredAtEnd = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight)
    const message = document.querySelector('.toast-area')?.getBoundingClientRect()
    const all = [...document.querySelectorAll('main a, main button, .page-bar button')]
    return all.flatMap((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return message && top < message.bottom && bottom > message.top ? [one.outerHTML] : []
    })
  })

test('what is saved is said once, and what is sent once for all that waited', async () => {
  const { address, links } = await runningServer()
  const { page, faults } = await person({ hasWorkers: false })
  // It would send behind the page's back.
  await page.context().route('**/sync-worker.js', (route) => route.abort())
  await letIn(page, links.collaborator)
  await cutOff(page)
  for (let times = 0; times < 3; times++) {
    await fillLikeLast(page, address)
    await listen(page)
    await tapSave(page)
    await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
    expect(await heard(page)).toEqual(['Đã lưu trên máy này.'])
  }
  expect(await coveredAtEnd(page)).toEqual([])
  await page.goto(`${address}/sending`)
  await page.getByText('3 mục chưa gửi').waitFor()
  await listen(page)
  await page.unroute('**/api/sync')
  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await page.getByText('Mọi thứ ghi trên máy này đều đã tới nơi nhận.').waitFor()
  await expect.poll(() => heard(page)).toEqual(['Đã gửi'])
  expect(faults).toEqual([])
}, 240_000)
