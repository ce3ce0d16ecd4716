// A new version is told to every open tab, and taken only when a person says so; under the page's strict policy, and in
// browsers that lack what it is written for.

import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { root } from '../../tool/files.ts'
import { deployedApp, deployNext } from '../fixture/deployed-app.ts'
import type { FileServer } from '../fixture/file-server.ts'

const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lan-toa"

let browser: Browser
let script: string
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: lightChromium(), args: chromiumArguments })
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, rolldownOptions: { input: join(root, 'tests/fixture/worker-page.ts') } },
  })
  if (!('output' in built)) throw new Error('expected one bundle')
  script = built.output[0].code
})
afterAll(() => browser.close())

async function office({
  policy,
}: {
  policy: boolean
}): Promise<{ server: FileServer; context: BrowserContext; tab: () => Promise<{ page: Page; errors: string[] }> }> {
  const server = await deployedApp()
  const headers = policy ? { 'content-security-policy': POLICY } : {}
  server.instead.set('/plain', { type: 'text/html', body: '<title>plain</title><script type="module" src="/plain.js"></script>', headers })
  server.instead.set('/plain.js', { type: 'text/javascript', body: script })
  server.instead.set('/favicon.ico', { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const tab = async () => {
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()))
    await page.goto(`${server.origin}/plain`)
    return { page, errors }
  }
  return { server, context, tab }
}

const isKept = (page: Page): Promise<boolean> => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active))

const isWaiting = (page: Page) => page.waitForFunction(() => document.title === 'a new version waits')

/** The page's policy, seen as it is made. */
const showPolicy = (context: BrowserContext) =>
  context.addInitScript(() => {
    // TypeScript's DOM lacks Trusted Types.
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): object } }
    const make = trustedTypes.createPolicy.bind(trustedTypes)
    trustedTypes.createPolicy = (name, rules) => Object.assign(window, { policy: make(name, rules) }).policy
  })

test('the workers are registered under the strict policy, and a first visit is told of no new version', async () => {
  const { tab, context } = await office({ policy: true })
  await showPolicy(context)
  const { page, errors } = await tab()
  expect(await isKept(page)).toBe(true)
  expect(await page.title()).toBe('plain')
  expect(errors).toEqual([])
  expect(await page.evaluate(() => navigator.serviceWorker.register('/other.js').then(String, (error) => error.name))).toBe('TypeError')
  const taken = await page.evaluate(() => {
    const { policy } = window as unknown as { policy: { createScriptURL(url: string): object } } // put there by showPolicy
    return ['/service-worker.js', '/sync-worker.js', '/other.js', '/sync-worker.js?', '//elsewhere.example/sync-worker.js'].filter((url) => {
      try {
        return String(policy.createScriptURL(url)) === url
      } catch {
        return false
      }
    })
  })
  expect(taken).toEqual(['/service-worker.js', '/sync-worker.js'])
})

test('both open tabs are told; the one where it is taken loads it, the other keeps its form until asked', async () => {
  const { server, tab } = await office({ policy: true })
  const [first, second] = [(await tab()).page, (await tab()).page]
  await Promise.all([isKept(first), isKept(second)])
  const { page: nextPage } = deployNext(server)
  await first.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await Promise.all([isWaiting(first), isWaiting(second)])

  const loaded = first.waitForNavigation({ waitUntil: 'commit' })
  await first.click('html')
  expect(await (await loaded)?.text()).toBe(nextPage)
  expect(await second.title()).toBe('a new version waits')

  const loadedToo = second.waitForNavigation({ waitUntil: 'commit' })
  await second.click('html')
  expect(await (await loadedToo)?.text()).toBe(nextPage)
})

test('a browser without Trusted Types keeps the app all the same', async () => {
  const { context, tab } = await office({ policy: false })
  await context.addInitScript(() => Object.defineProperty(window, 'trustedTypes', { value: undefined }))
  const { page, errors } = await tab()
  expect(await isKept(page)).toBe(true)
  expect(errors).toEqual([])
})

test('a browser without service workers, or one that refuses them, shows no error', async () => {
  const without = await office({ policy: false })
  await without.context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  const { page, errors } = await without.tab()
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
  expect(errors).toEqual([])

  const refusing = await office({ policy: false })
  refusing.server.instead.set('/service-worker.js', { type: 'text/html', body: 'portal' })
  const refused = await refusing.tab()
  await expect.poll(() => refused.errors).toEqual(expect.arrayContaining([expect.stringContaining('The app will not open offline yet')]))
})
