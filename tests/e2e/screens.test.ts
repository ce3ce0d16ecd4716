// Every screen in the real browser, as a commune's official and a collaborator see it: accessible by axe's rules in light and
// dark, nothing wider than a small phone even with the largest text, everything to tap big enough for a thumb.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page, Route } from 'playwright'
import { expect, test } from 'vitest'
import { formPaths, listPaths } from '../../src/client/ui/record-path.ts'
import type { SyncAnswer } from '../../src/protocol/sync.ts'
import { cutOff, home, passFirstRun } from '../fixture/log-session.ts'
import { callItself, inSafari, inZalo } from '../fixture/passing-browser.ts'
import { person } from '../fixture/person.ts'
import { type RunningServer, runningServer } from '../fixture/running-server.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SMALLEST_TARGET = 44

interface Screen {
  path: string
  /** What is done there before it is looked at. */
  first?: (page: Page) => Promise<void>
}

/** Saved empty: the form says everything that is missing. */
const saveEmpty = async (page: Page) => {
  await page.getByRole('button', { name: /^(Lưu trên máy này|Save on this phone)$/ }).click()
  await page.getByRole('alert').waitFor()
}

/** A form that this person may not fill in says so before anything is typed. */
const saveWhereAllowed = async (page: Page) => {
  if (await page.locator('.page-bar .primary').isVisible()) await saveEmpty(page)
  else await page.getByText('Anh/chị không có quyền làm việc này với bản ghi này.').waitFor()
}

const openFirst = async (page: Page) => {
  const title = await page.title()
  await page.locator('a.row, a.row-link, h3 > a').first().click()
  await page.waitForFunction((before) => document.title !== before, title)
}

/** Women, men, half of the ages: totals, what is missing, and the buttons that fill it. */
const countPeople = async (page: Page) => {
  await page.locator('#f-counts-female').fill('17')
  await page.locator('#f-counts-male').fill('6')
  await page.locator('#f-counts-under14').fill('4')
  await page.locator('.counts-missing').waitFor()
  await page.locator('summary').click()
}

/** From home: another session like the last one, saved. */
const repeatLast = async (page: Page) => {
  await page.getByRole('link', { name: /Giống buổi trước/ }).click()
  await countPeople(page)
  await page
    .getByRole('button', { name: /Phần còn lại/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Lưu trên máy này' }).click()
}

/** The office refuses whatever it is sent, and tells nothing. */
const refuseAll = async (route: Route) => {
  const response = await route.fetch()
  const answer = (await response.json()) as SyncAnswer
  const results = answer.results.map(({ id }) => ({ id, answer: 'rejected', problems: [{ code: 'ended-unit', path: ['unit'] }] }))
  await route.fulfill({ json: { ...answer, results, changes: [] } })
}

/** Another tab met a full disk: this one has stopped writing, too. */
const stopWriting = async (page: Page) => {
  await page.evaluate(() => new BroadcastChannel('lan-toa-storage').postMessage(true))
  await page.getByRole('alert').waitFor()
}

/** As after a log was cut off: what is remembered outside the database is more than is in it. */
const loseChanges = async (page: Page) => {
  await page.evaluate(() => {
    const [device] = (localStorage.getItem('lan-toa-known') ?? '').split('.')
    localStorage.setItem('lan-toa-known', `${device}.9`)
  })
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Thiếu số liệu đã lưu' }).waitFor()
}

/** Of every session another has said something else, and wanted it gone; ids of hers and of others' are kept for the test. */
const sayOtherwise = (hers: string[], others: string[]) => async (route: Route) => {
  const response = await route.fetch()
  const answer = (await response.json()) as SyncAnswer
  const { account } = answer.scope
  const changes = answer.changes.map((row) => {
    if (row.kind !== 'session') return row
    if (!row.removed) (row.author === account ? hers : others).push(row.id)
    const said = { change: row.id, account: answer.epoch, name: 'Cán bộ xã A Lưới 1', at: row.changedAt }
    const fields = { unit: null, place: 'Nhà văn hoá cũ ở đầu thôn, cạnh trường tiểu học', counts: { total: 1240, female: 1000, male: 240, method: 'counted' } }
    return {
      ...row,
      marks: ['conflict' as const],
      conflicts: [
        { ...said, fields },
        { ...said, removal: true as const },
      ],
    }
  })
  await route.fulfill({ json: { ...answer, changes } })
}

/** Nothing was chosen: each question says so. */
const decideNothing = async (page: Page) => {
  await page.getByRole('button', { name: /^(Lưu lựa chọn|Save the choice)$/ }).click()
  await page.locator('fieldset.wrong').first().waitFor()
}

const keepAll = async (page: Page) => {
  for (const question of await page.locator('fieldset:has(.version)').all()) await question.locator('.version').first().click()
}

const openFilters = async (page: Page) => {
  await page.getByRole('button', { name: /^(Lọc|Filter)/ }).click()
  await page.getByRole('button', { name: /^(Chọn ngày…|Choose dates…)$/ }).click()
}

const choosePeaceHouse = async (page: Page) => {
  await page.getByRole('button', { name: 'Ngôi nhà bình yên' }).click()
  await page.getByRole('heading', { name: 'Nơi phải giữ kín' }).waitFor()
}

const openReminder = async (page: Page) => {
  await page.locator('details.row-more summary').first().click()
}

/** All that a step says, not only its heading. */
const openSteps = async (page: Page) => {
  await page.locator('.past summary').first().click()
  await page.locator('.past dl').first().waitFor()
}

const openFolds = async (page: Page) => {
  await page.locator('summary').first().waitFor()
  for (const fold of await page.locator('summary').all()) await fold.click()
}

/** What is sent on, as it will be seen. */
const openShare = async (page: Page) => {
  await page.getByRole('button', { name: /^(Gửi qua Zalo|Send by Zalo)$/ }).click()
  await page.locator('.share-picture').waitFor()
}

const openFirstToShare = async (page: Page) => {
  await openFirst(page)
  await openShare(page)
}

const daily: Screen[] = [
  { path: '/' },
  { path: '/session/new', first: saveEmpty },
  { path: '/session/new', first: countPeople },
  { path: '/sessions' },
  { path: '/sessions', first: openFirst },
  { path: '/sessions', first: openFilters },
]
const rest: Screen[] = [
  { path: '/sites' },
  { path: '/sites', first: openFirst },
  { path: '/site/new', first: saveEmpty },
  { path: '/site/new', first: choosePeaceHouse },
  { path: '/plans', first: openReminder },
  { path: '/coverage' },
  { path: '/month' },
  { path: '/more' },
  { path: '/tally-sheet' },
  { path: '/try-out' },
  { path: '/sending' },
  { path: '/villages', first: openFirst },
  ...[...listPaths, '/plans'].map((path) => ({ path })),
  ...formPaths.filter((path) => path.endsWith('/new')).map((path) => ({ path, first: saveWhereAllowed })),
  { path: '/enrol' },
  { path: '/nowhere' },
]

/** Breaches of axe's rules, each with what breaks it. */
const breaches = (page: Page, only?: string[]): Promise<string[]> =>
  page.evaluate(
    async ({ tags: values, rules }) => {
      // Put there by `look`.
      const { axe: run } = window as unknown as { axe: typeof axe }
      const { violations } = await run.run(document, {
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values },
        resultTypes: ['violations'],
      })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`))
    },
    { tags, rules: only },
  )

/** How far the page is wider than its window, and what makes it so. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.paper-table'))
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(-3).map((one) => one.outerHTML.slice(0, 120))]
  })

/** Things to tap that are lower than a thumb needs; links inside a sentence aside. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((smallest) => {
    const targets = [...document.querySelectorAll('a, button, input, textarea, summary')]
    const small = targets.filter((one) => {
      const { height, width } = one.getBoundingClientRect()
      return height > 0 && getComputedStyle(one).display !== 'inline' && (height < smallest || width < smallest)
    })
    return small.map((one) => `${Math.round(one.getBoundingClientRect().height)} ${one.outerHTML.slice(0, 120)}`)
  }, SMALLEST_TARGET)

async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  const put = (where: string, what: string[]) => found.push(...what.map((one) => `${where}: ${one}`))
  // A colour on its way to another is none to judge.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  put('light', await breaches(page))
  put('in the sun', await breaches(page, ['color-contrast-enhanced']))
  put('small', await tooSmall(page))
  await page.emulateMedia({ colorScheme: 'dark' })
  put('dark', await breaches(page, ['color-contrast', 'color-contrast-enhanced']))
  await page.setViewportSize({ width: 320, height: 640 })
  put('at 320', await tooWide(page))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.evaluate(() => document.documentElement.setAttribute('data-text', 'largest'))
  put('largest text', await tooWide(page))
  await page.evaluate(() => document.documentElement.removeAttribute('data-text'))
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  put('text at 200 %', await tooWide(page))
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return found
}

async function look(page: Page, address: string, screens: readonly Screen[]): Promise<string[]> {
  const found: string[] = []
  for (const { path, first } of screens) {
    await page.goto(address + path)
    await page.locator('main > *').first().waitFor()
    await page.waitForFunction(() => document.querySelector('form:empty') === null)
    await first?.(page)
    await page.evaluate(axeSource)
    found.push(...(await faultsOf(page)).map((fault) => `${path} ${first?.name ?? ''} ${fault}`))
  }
  return found
}

async function enrolled(link: string): Promise<Awaited<ReturnType<typeof person>>> {
  const someone = await person()
  await someone.page.goto(link)
  await passFirstRun(someone.page)
  await someone.page.locator('.page-head').getByText('Đã gửi').waitFor()
  return someone
}

const speak = (page: Page, language: string) => page.evaluate((code) => localStorage.setItem('lan-toa.language', code), language)

test("an official's screens", async () => {
  const server: RunningServer = await runningServer()
  const { page, faults } = await enrolled(server.links.official)
  expect(await look(page, server.address, [...daily, ...rest])).toEqual([])
  await speak(page, 'en')
  expect(await look(page, server.address, [{ path: '/session/new', first: saveEmpty }, { path: '/coverage' }, { path: '/month' }, { path: '/more' }])).toEqual(
    [],
  )
  expect(faults).toEqual([])
}, 180_000)

test("a collaborator's screens, from the first one before she is let in", async () => {
  const server = await runningServer()
  const newcomer = await person()
  await newcomer.page.goto(server.address)
  expect(await look(newcomer.page, server.address, [{ path: '/' }, { path: '/try-out' }])).toEqual([])
  await newcomer.page.getByRole('button', { name: 'Bắt đầu diễn tập' }).click()
  await home(newcomer.page)
  const tried = [{ path: '/' }, { path: '/session/new' }, { path: '/sending' }, { path: '/more' }, { path: '/tally-sheet' }]
  expect(await look(newcomer.page, server.address, [...tried, { path: '/try-out' }])).toEqual([])
  const steps = ['/', '/?step=2', '/?step=3'].map((path) => ({ path }))
  const { page, faults } = newcomer
  await page.goto(server.links.collaborator)
  await page.getByRole('heading', { level: 1, name: 'Máy này của ai' }).waitFor()
  expect(await look(page, server.address, steps)).toEqual([])
  await page.getByRole('button', { name: 'Xong, vào trang chủ' }).click()
  await home(page)
  await page.locator('.page-head').getByText('Đã gửi').waitFor()
  expect(await look(page, server.address, [{ path: '/session/new', first: countPeople }, { path: '/' }, { path: '/more' }])).toEqual([])
  await page.route('**/api/sync', refuseAll)
  await page.goto(server.address)
  await repeatLast(page)
  await page.getByText('Cần xem', { exact: true }).waitFor()
  const late = [
    { path: '/session/new', first: stopWriting },
    { path: '/', first: loseChanges },
  ]
  expect(await look(page, server.address, [{ path: '/' }, { path: '/sending' }, { path: '/sending', first: openFirst }, ...late])).toEqual([])
  expect(faults).toEqual([])
}, 180_000)

test("the province office's screens", async () => {
  const server = await runningServer()
  const { page, faults } = await enrolled(server.links.province)
  const screens: Screen[] = [
    { path: '/' },
    { path: '/more' },
    { path: '/baselines' },
    { path: '/baselines', first: openFirst },
    { path: '/organisations', first: openFirst },
    { path: '/organisation/new', first: saveEmpty },
    { path: '/handbook/viec-nhe-luong-cao', first: openFolds },
    { path: '/handbook-entry/new?entry=tong-dai-111', first: openFolds },
  ]
  expect(await look(page, server.address, screens)).toEqual([])
  expect(faults).toEqual([])
}, 90_000)

test('the handbook, in both languages', async () => {
  const server = await runningServer()
  const { page, faults } = await enrolled(server.links.collaborator)
  const screens: Screen[] = [
    { path: '/handbook', first: openFolds },
    { path: '/handbook/viec-nhe-luong-cao', first: openFolds },
    { path: '/handbook/tong-dai-111' },
  ]
  expect(await look(page, server.address, screens)).toEqual([])
  await speak(page, 'en')
  expect(await look(page, server.address, screens)).toEqual([])
  expect(faults).toEqual([])
}, 120_000)

test('the screens of what two have said differently, for her who decides and for who only reads, in both languages', async () => {
  const server = await runningServer()
  const [hers, others]: [string[], string[]] = [[], []]
  const { page, faults } = await person()
  await page.route('**/api/sync', sayOtherwise(hers, others))
  await page.goto(server.links.collaborator)
  await passFirstRun(page)
  await page.getByRole('link', { name: /cần xem/ }).waitFor()
  await page.goto(`${server.address}/sending`)
  await page.getByRole('link', { name: 'Chọn bản đúng' }).first().waitFor()
  const [own, other] = [hers[0] ?? '', others[0] ?? '']
  const screens: Screen[] = [
    { path: '/sending' },
    { path: `/session/${own}` },
    { path: `/decide/${own}`, first: decideNothing },
    { path: `/decide/${own}`, first: keepAll },
    { path: `/decide/${other}` },
    { path: `/session/${own}/edit?decide` },
    { path: `/history/${own}`, first: openSteps },
  ]
  expect(await look(page, server.address, screens)).toEqual([])
  await page.route('**/api/history', (route) => route.abort())
  expect(await look(page, server.address, [{ path: `/history/${own}` }])).toEqual([])
  await speak(page, 'en')
  expect(await look(page, server.address, [...screens.slice(0, 6), { path: `/history/${own}` }])).toEqual([])
  expect(faults).toEqual([])
}, 120_000)

test('what is sent on: a session and a month as pictures', async () => {
  const server = await runningServer()
  const { page, faults } = await enrolled(server.links.official)
  const screens: Screen[] = [
    { path: '/sessions', first: openFirstToShare },
    { path: '/month', first: openShare },
  ]
  expect(await look(page, server.address, screens)).toEqual([])
  await speak(page, 'en')
  expect(await look(page, server.address, screens.slice(1))).toEqual([])
  expect(faults).toEqual([])
}, 120_000)

test('the way out of a browser where nothing lasts, for a newcomer and for who has work in it', async () => {
  const server = await runningServer()
  const { page, faults } = await enrolled(server.links.collaborator)
  await cutOff(page)
  await repeatLast(page)
  await page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
  for (const userAgent of [inZalo, inSafari]) {
    await callItself(page, userAgent)
    expect(await look(page, server.address, [{ path: '/' }, { path: '/session/new' }])).toEqual([])
    const newcomer = await person()
    await callItself(newcomer.page, userAgent)
    expect(await look(newcomer.page, server.address, [{ path: '/enrol#w2a-Vq7K_secret-of-80-bits' }, { path: '/' }])).toEqual([])
    await speak(newcomer.page, 'en')
    expect(await look(newcomer.page, server.address, [{ path: '/enrol#w2a-Vq7K_secret-of-80-bits' }])).toEqual([])
    expect(newcomer.faults).toEqual([])
  }
  expect(faults).toEqual([])
}, 120_000)
