// The app's own files on the phone: kept whole, or not replaced at all. The worker is the built one; the page that
// registers it is a plain one, so nothing of the app itself is needed here.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { dist } from '../../tool/files.ts'
import { scriptsOf } from '../../tool/sizes.ts'
import { deployAllNew, deployedApp, deployNext, entry, shell } from '../fixture/deployed-app.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import type { FileServer } from '../fixture/file-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: lightChromium(), args: chromiumArguments })
})
afterAll(() => browser.close())

const portal = { type: 'text/html', body: '<title>Welcome to the airport</title>' }
const javascript = 'text/javascript'

/** A phone with the app kept, on a plain page of the same origin. */
async function phone(): Promise<{ page: Page; server: FileServer }> {
  const server = await deployedApp()
  server.instead.set('/plain', { type: 'text/html', body: '<title>plain</title>' })
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${server.origin}/plain`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    await navigator.serviceWorker.ready
    // What a page says to a new version that asks whether anything works here.
    navigator.serviceWorker.addEventListener('message', ({ ports }) => ports[0]?.postMessage(true))
    navigator.serviceWorker.startMessages()
  })
  return { page, server }
}

/** How the installation of the new version ends. */
const update = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const installing = registration.installing
    if (!installing) return 'nothing new'
    return await new Promise<string>((resolve) => {
      installing.addEventListener('statechange', () => resolve(installing.state))
    })
  })

/** What opens with nobody answering: the page's text, and the type of each script it names. */
async function openOffline({ page, server }: { page: Page; server: FileServer }, path: string): Promise<{ text: string; scripts: string[] }> {
  await server.stop()
  const answer = await page.goto(`${server.origin}${path}`, { waitUntil: 'commit' })
  const text = (await answer?.text()) ?? ''
  const scripts = await page.evaluate(
    async (names) => Promise.all(names.map(async (name) => (await fetch(`/${name}`)).headers.get('content-type') ?? '')),
    scriptsOf(text),
  )
  return { text, scripts }
}

test('with the server gone, every address of the app opens the same page with its script', async () => {
  const at = await phone()
  const { text, scripts } = await openOffline(at, '/phien/moi?tu=trang-chu')
  expect(text).toBe(shell)
  expect(scripts.length).toBeGreaterThan(0)
  for (const type of scripts) expect(type).toContain(javascript)
})

test('a new version waits until it is taken, and then opens offline', async () => {
  const at = await phone()
  const next = deployNext(at.server)
  expect(await update(at.page)).toBe('installed')
  expect(await at.page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state)).toBe('installed')
  await at.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve())
        navigator.serviceWorker.ready.then((registration) => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }))
      }),
  )
  expect((await openOffline(at, '/')).text).toBe(next.page)
})

test.for([
  ["a portal's page came in place of its script", (server: FileServer, next: { entry: string }) => server.instead.set(next.entry, portal)],
  [
    'its script came whole but called a page',
    (server: FileServer, next: { entry: string }) => server.instead.set(next.entry, { type: 'text/html', body: readFileSync(join(dist, entry)) }),
  ],
  [
    'its script was cut off',
    (server: FileServer, next: { entry: string }) =>
      server.instead.set(next.entry, { type: javascript, body: readFileSync(join(dist, entry)).subarray(0, 100) }),
  ],
  ['its script is not there', (server: FileServer, next: { entry: string }) => server.instead.delete(next.entry)],
  ["a portal's page came in place of its page", (server: FileServer) => server.instead.set('/index.html', portal)],
] as const)('[F19] [F20] the old version stays whole when of the new one %s', async ([what, spoil], context) => {
  const at = await phone()
  spoil(at.server, deployNext(at.server))
  expect(await update(at.page)).toBe('redundant')
  const { text, scripts } = await openOffline(at, '/')
  expect(text).toBe(shell)
  for (const type of scripts) expect(type).toContain(javascript)
  noteFigure(context, 1, `${what}: not installed`)
})

test(
  '[F19] the old version stays whole and opens without a network, whichever file of the new one does not arrive',
  async (context) => {
    const at = await phone()
    const before = await keptPaths(at.page)
    const paths = deployAllNew(at.server)
    const tried = paths.filter((_, place) => place % times(9, 1) === 0)
    for (const path of tried) {
      const whole = at.server.instead.get(path)
      at.server.instead.set(path, 'nothing')
      expect([path, await update(at.page)]).toEqual([path, 'redundant'])
      if (whole) at.server.instead.set(path, whole)
      else at.server.instead.delete(path)
      expect(await keptPaths(at.page)).toEqual(expect.arrayContaining(before))
    }
    expect((await openOffline(at, '/')).text).toBe(shell)
    noteFigure(context, tried.length, `${tried.length} of ${paths.length} files kept back: the old version whole each time`)
  },
  times(60_000, 300_000),
)

/** What is in the caches, by the path it answers for. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })

test('[F23] what the server answers under /api and /units is passed through and never kept', async (context) => {
  const { page, server } = await phone()
  server.instead.set('/api/sync', { type: 'application/json', body: '{"rows":[]}' })
  server.instead.set('/api/open', { type: 'text/html', body: 'from the server' })
  expect(await page.evaluate(async () => (await fetch('/api/sync')).text())).toBe('{"rows":[]}')
  expect(await page.evaluate(async () => (await fetch('/units/46.json')).ok)).toBe(true)
  expect(await (await page.goto(`${server.origin}/api/open`))?.text()).toBe('from the server')
  const kept = await keptPaths(page)
  expect(kept).toContain('/index.html')
  expect(kept.filter((path) => /^\/(api|units)\//.test(path))).toEqual([])
  noteFigure(context, 1, `0 of ${kept.length} entries from the server's answers`)
})
