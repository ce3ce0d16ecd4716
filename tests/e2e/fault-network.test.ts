// A signal that comes and goes, one that is hardly there, and two tabs that both see it come back.

import type { BrowserContext, Page } from 'playwright'
import { expect, test } from 'vitest'
import { enrolledBrowser, expectAllSent, versionsAt } from '../fixture/enrolled-browser.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { saveSessions } from '../fixture/hand.ts'
import type { Line } from '../fixture/proxy.ts'

const isSync = ({ path }: { path: string }) => path === '/api/sync'
const afterMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Every answer is on its way for so long; gives how many requests were on the line at once, at the most. */
function slow(line: Line, ms: number): { atOnce: () => number } {
  let [now, most] = [0, 0]
  line.meet = async (asked, pass) => {
    if (!isSync(asked)) return pass()
    now += 1
    most = Math.max(most, now)
    const answered = await pass()
    await afterMs(ms)
    now -= 1
    return answered
  }
  return { atOnce: () => most }
}

/** Without a network and with one in turn, each for a second, until it is over. */
async function flap(context: BrowserContext, isOver: () => boolean): Promise<void> {
  for (let offline = false; !isOver(); offline = !offline) {
    await context.setOffline(offline)
    await afterMs(1_000)
  }
  await context.setOffline(false)
}

/** As a browser that can't be woken in the background: the page is alone with its network. */
const noSender = (context: BrowserContext) => context.addInitScript(() => Reflect.deleteProperty(window, 'SyncManager'))

const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1_000).toFixed(1)} s`

test(
  '[F31] the signal comes and goes every second: what was saved gets through all the same',
  async (context) => {
    const sessions = times(40, 200)
    const { server, line, her } = await enrolledBrowser({ before: noSender })
    slow(line, 400)
    await her.page.context().setOffline(true)
    await saveSessions(her.page, sessions)
    const begun = performance.now()
    let isOver = false
    const flapping = flap(her.page.context(), () => isOver)
    await expectAllSent(her.page, 60_000)
    const took = seconds(begun)
    isOver = true
    await flapping
    expect(await versionsAt(server)).toEqual(Array(sessions).fill(1))
    noteFigure(context, 1, `${sessions} sessions in ${took}`)
  },
  times(60_000, 120_000),
)

test(
  '[F32] over 20 kbit/s and two seconds there and back a small day arrives',
  async (context) => {
    const sessions = times(5, 50)
    const { server, her } = await enrolledBrowser({ before: noSender })
    const session = await her.page.context().newCDPSession(her.page)
    await session.send('Network.enable')
    const bytesPerSecond = 20_000 / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 2_000,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
    const begun = performance.now()
    await saveSessions(her.page, sessions)
    await expectAllSent(her.page, 120_000)
    expect(performance.now() - begun).toBeGreaterThan(2_000)
    expect(await versionsAt(server)).toEqual(Array(sessions).fill(1))
    noteFigure(context, 1, `${sessions} sessions in ${seconds(begun)}`)
  },
  times(60_000, 180_000),
)

const withoutLocks = (context: BrowserContext) => context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks'))

const browsers = [
  { what: 'where the browser has locks', before: undefined, mostAtOnce: 1 },
  { what: 'where it has none', before: withoutLocks, mostAtOnce: 3 },
]

test.for(browsers)(
  '[F57] two tabs send at once, $what: nothing is doubled',
  { timeout: times(60_000, 600_000) },
  async ({ what, before, mostAtOnce }, context) => {
    const runs = times(3, 50)
    const { server, line, her } = await enrolledBrowser(before ? { before } : {})
    const other: Page = await her.page.context().newPage()
    await other.goto(line.origin)
    await other.getByRole('heading', { level: 1, name: 'Chào anh/chị' }).waitFor()
    expect(await other.evaluate(() => 'locks' in navigator)).toBe(before === undefined)
    const { atOnce } = slow(line, 150)
    for (let run = 0; run < runs; run += 1) {
      await her.page.context().setOffline(true)
      await saveSessions(run % 2 === 0 ? her.page : other, 10, `Lần ${run}, nhà`)
      await her.page.context().setOffline(false)
      await expectAllSent(her.page)
    }
    expect(await versionsAt(server)).toEqual(Array(10 * runs).fill(1))
    expect(atOnce()).toBeLessThanOrEqual(mostAtOnce)
    if (before) expect(atOnce()).toBeGreaterThan(1)
    noteFigure(context, runs, `${what}: 0 of ${10 * runs} doubled, at most ${atOnce()} at once`)
  },
)
