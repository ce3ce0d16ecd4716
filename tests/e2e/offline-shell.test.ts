// The app's own files on the phone: kept whole, or not replaced at all. The worker is the built one; the page that
// registers it is a plain one, so nothing of the app itself is needed here.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumArguments, ensureChromium } from '../../tool/chromium.ts'
import { dist } from '../../tool/files.ts'
import { scriptsOf } from '../../tool/sizes.ts'
import { deployedApp, deployNext, entry, shell } from '../fixture/deployed-app.ts'
import type { FileServer } from '../fixture/file-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments })
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

test.each([
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
])('the old version stays whole when of the new one %s', async (_, spoil) => {
  const at = await phone()
  spoil(at.server, deployNext(at.server))
  expect(await update(at.page)).toBe('redundant')
  const { text, scripts } = await openOffline(at, '/')
  expect(text).toBe(shell)
  for (const type of scripts) expect(type).toContain(javascript)
})

test('what the server answers under /api and /units is passed through and never kept', async () => {
  const { page, server } = await phone()
  server.instead.set('/api/sync', { type: 'application/json', body: '{"rows":[]}' })
  server.instead.set('/api/open', { type: 'text/html', body: 'from the server' })
  expect(await page.evaluate(async () => (await fetch('/api/sync')).text())).toBe('{"rows":[]}')
  expect(await page.evaluate(async () => (await fetch('/units/46.json')).ok)).toBe(true)
  expect(await (await page.goto(`${server.origin}/api/open`))?.text()).toBe('from the server')
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/index.html')
  expect(kept.filter((path) => /^\/(api|units)\//.test(path))).toEqual([])
})
