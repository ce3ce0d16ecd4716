import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { enrolledBrowser, expectAllSent, expectWorkers, workersOf } from '../fixture/enrolled-browser.ts'
import { noteFigure } from '../fixture/figure.ts'
import { saveSessions } from '../fixture/hand.ts'

/** Every entry of every cache: the path that it answers for, and its text. */
const caches = (page: Page): Promise<{ path: string; text: string }[]> =>
  page.evaluate(async () => {
    const stored = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)))
    const entries = await Promise.all(stored.map(async (cache) => (await cache.keys()).map((request) => ({ cache, request }))))
    return Promise.all(
      entries.flat().map(async ({ cache, request }) => ({ path: new URL(request.url).pathname, text: (await (await cache.match(request))?.text()) ?? '' })),
    )
  })

const own = /^\/(index\.html|manifest\.webmanifest|favicon\.svg|icon\.svg|icons\/[\w-]+\.png|assets\/[\w.-]+)$/

test('[F23] after a day of use every cache holds the app’s own files and nothing that the server answered', async (context) => {
  const { server, line, her } = await enrolledBrowser()
  await saveSessions(her.page, 5, 'Sân kho bí mật')
  await expectAllSent(her.page)
  await expectWorkers(her.page)
  const workers = await workersOf(her.page)
  for (const path of ['/sessions', '/coverage', '/month', '/sites', '/villages', '/sending', '/more']) {
    await her.page.goto(line.origin + path)
    await her.page.locator('main > *').first().waitFor()
  }
  // Without a network too, and with what the sender brings in.
  line.meet = async () => undefined
  await saveSessions(her.page, 2, 'Sân kho bí mật, chiều')
  await her.page.reload()
  line.meet = (_, pass) => pass()
  await workers.wakeSender()
  await expectAllSent(her.page)
  const kept = await caches(her.page)
  expect(kept.filter(({ path }) => !own.test(path)).map(({ path }) => path)).toEqual([])
  expect(kept.filter(({ text }) => /Sân kho bí mật|serverTime":|"communes"/.test(text)).map(({ path }) => path)).toEqual([])
  expect(kept.length).toBeGreaterThan(20)
  expect(server.log).toEqual([])
  noteFigure(context, 1, `0 of ${kept.length} entries are the server's answers`)
})
