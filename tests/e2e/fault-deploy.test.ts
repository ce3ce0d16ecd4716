// What a deploy does to phones: to a tab that is open meanwhile, and to all of them where the version can't start.

import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { dist, filesBelow } from '../../tool/files.ts'
import { afterBuild } from '../../tool/old-files.ts'
import { deployAllNew, deployedApp, deployNext } from '../fixture/deployed-app.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import type { FileServer } from '../fixture/file-server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: lightChromium(), args: chromiumArguments })
})
afterAll(() => browser.close())

async function openPage(): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

const isKept = (page: Page): Promise<boolean> => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active))

const start = async (page: Page, { origin }: FileServer): Promise<void> => {
  await page.goto(origin)
  await page.locator('#app main').waitFor()
  await isKept(page)
}

/** A copy of the build in which files can be moved. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-dist-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(dist, folder, { recursive: true })
  return folder
}

/** The next build over the first, with every chunk under another name; what then stays is what the build's own rule says. */
function buildOver(folder: string): string[] {
  const old = filesBelow(folder, folder).filter((path) => path.startsWith('assets/'))
  for (const name of readdirSync(join(folder, 'assets'))) cpSync(join(folder, 'assets', name), join(folder, 'assets', `next-${name}`))
  const made = filesBelow(folder, folder).filter((path) => !old.includes(path))
  const { remove } = afterBuild({ files: old, superseded: {} }, [...old, ...made], made, Date.now())
  for (const path of remove) renameSync(join(folder, path), join(folder, `${path}.gone`))
  return old.filter((path) => !/\.(br|gz)$/.test(path)).map((path) => `/${path}`)
}

/** Has the browser look for a new version, and the new one take over as soon as it can. */
const takeNext = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve())
        void navigator.serviceWorker.ready.then(async (registration) => {
          await registration.update()
          registration.installing?.addEventListener('statechange', () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }))
        })
      }),
  )

test('[F18] a version is deployed and taken in one tab: the other one still finds every chunk of its own', async (context) => {
  const folder = ownFolder()
  const server = await deployedApp(folder)
  const first = await openPage()
  await start(first, server)
  const other = await first.context().newPage()
  await start(other, server)
  const chunks = buildOver(folder)
  deployAllNew(server)
  await takeNext(first)
  const missing = await other.evaluate(async (paths) => {
    const answers = await Promise.all(paths.map(async (path) => [path, await fetch(path)] as const))
    return answers.filter(([, { ok }]) => !ok).map(([path]) => path)
  }, chunks)
  expect(missing).toEqual([])
  // Nothing of the old version is kept on the phone any more: the server really was asked.
  expect(chunks.filter((path) => server.asked.lastIndexOf(path) > server.asked.indexOf('/assets/next-')).length).toBeGreaterThan(0)
  noteFigure(context, chunks.length, `0 of ${chunks.length} chunks missing`)
})

const taking = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))`
const answering = (answer: string) => ({
  type: 'text/javascript',
  body: `${taking}\nself.addEventListener('fetch', (event) => { if (event.request.mode === 'navigate') event.respondWith(${answer}) })`,
})
const emptyPage = "new Response('', { headers: { 'content-type': 'text/html' } })"

const broken: [what: string, deploy: (server: FileServer) => unknown][] = [
  ['whose worker answers every address with an empty page', ({ instead }) => instead.set('/service-worker.js', answering(emptyPage))],
  ['whose script ends before anything is shown', (server) => deployNext(server, { script: 'throw new Error("never tried")' })],
  ['whose worker answers every address with an error', ({ instead }) => instead.set('/service-worker.js', answering('Response.error()'))],
]
/** A browser leaves its own page about an error without help: tried where the whole is. */
const tried = broken.slice(0, times(2, 3))

test.for(tried)('[F22] a version was deployed %s: the next one is there after one reload at the most', async ([what, deploy], context) => {
  const server = await deployedApp()
  const page = await openPage()
  await start(page, server)
  deploy(server)
  await takeNext(page)
  await page.goto(server.origin).catch(() => undefined)
  expect(await page.locator('#app main').count()).toBe(0)

  deployNext(server, { name: '3', longestSilenceMs: 1_500 })
  // The browser's own page, where it could load none, is no page of the app.
  let loaded = 0
  page.on('framenavigated', (frame) => {
    if (frame.url().startsWith(server.origin)) loaded += 1
  })
  // She opens the app as every day, and does nothing else.
  await page.goto(server.origin).catch(() => undefined)
  await page.locator('#app main').waitFor({ timeout: 30_000 })
  expect(loaded).toBeLessThanOrEqual(2)
  noteFigure(context, 1, `${what}: there after ${Math.max(0, loaded - 1)} reloads, none by hand`)
})

test('[F22] a page on which something is shown is left alone, and the new version waits', async (context) => {
  const server = await deployedApp()
  const page = await openPage()
  await start(page, server)
  let loaded = 0
  page.on('framenavigated', () => (loaded += 1))
  deployNext(server, { longestSilenceMs: 1_500 })
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const coming = registration.installing
    await new Promise((resolve) => coming?.addEventListener('statechange', resolve, { once: true }))
    // Longer than its patience with a page that does not answer.
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    return [coming?.state, registration.waiting === coming]
  })
  expect([state, loaded]).toEqual([['installed', true], 0])
  noteFigure(context, 1, 'a page that works: 0 reloads')
})
