// The workers of the app come and go as the browser likes: it wakes the sender when every page is closed, and stops any of
// them at any moment.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { enrolledBrowser, expectAllSent, expectWorkers, versionsAt, workersOf } from '../fixture/enrolled-browser.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { saveSessions } from '../fixture/hand.ts'
import type { Line } from '../fixture/proxy.ts'

const isSync = ({ path }: { path: string }) => path === '/api/sync'

/** The next sync waits, before the server hears of it or after it has answered, until it is let go. */
function holdNext(line: Line, where: 'before' | 'after'): { isHeld: Promise<void>; letGo: () => void } {
  let [held, letGo] = [() => {}, () => {}]
  const isHeld = new Promise<void>((resolve) => {
    held = resolve
  })
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  line.meet = async (asked, pass) => {
    if (!isSync(asked)) return pass()
    line.meet = (_, passOn) => passOn()
    const answered = where === 'after' ? await pass() : undefined
    held()
    await gone
    return answered ?? pass()
  }
  return { isHeld, letGo }
}

/** What the browser was asked to wake the sender for. */
const wakings = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/sync-worker/')
    // TypeScript's DOM lacks Background Sync.
    return (registration as unknown as { sync: { getTags(): Promise<string[]> } }).sync.getTags()
  })

test('what was saved before the last page was closed is sent with no page open, once there is a network', async () => {
  const { server, line, her } = await enrolledBrowser({ hasWholeBrowser: true })
  await expectWorkers(her.page)
  const workers = await workersOf(her.page)
  await server.stop()
  await saveSessions(her.page, 3)
  await expect.poll(() => wakings(her.page)).toEqual(['outbox'])
  await her.page.close()
  await server.startAgain()
  await workers.wakeSender()
  await expect.poll(() => versionsAt(server), { timeout: 10_000 }).toEqual([1, 1, 1])
  await her.reopen(line.origin)
  await expectAllSent(her.page)
  expect(her.faults).toEqual([])
})

test(
  '[F21] every worker is stopped while something is sent: the page goes on, so does the next waking, nothing is lost or doubled',
  async (context) => {
    const runs = times(4, 100)
    const { server, line, her } = await enrolledBrowser()
    await saveSessions(her.page, 2, 'Trước hết, nhà')
    await expectWorkers(her.page)
    const workers = await workersOf(her.page)
    for (let run = 0; run < runs; run += 1) {
      const { isHeld, letGo } = holdNext(line, run % 2 === 0 ? 'before' : 'after')
      await saveSessions(her.page, 2, `Lần ${run}, nhà`)
      await isHeld
      await workers.stopAll()
      letGo()
      await expectAllSent(her.page)
    }
    expect(await versionsAt(server)).toEqual(Array(2 * runs + 2).fill(1))

    line.meet = async () => undefined
    await saveSessions(her.page, 2, 'Sau cùng, nhà')
    await her.page.close()
    for (const where of ['before', 'after'] as const) {
      const { isHeld, letGo } = holdNext(line, where)
      void workers.wakeSender().catch(() => undefined)
      await isHeld
      await workers.stopAll()
      letGo()
    }
    await workers.wakeSender()
    await her.reopen(line.origin)
    await expectAllSent(her.page)
    expect(await versionsAt(server)).toEqual(Array(2 * runs + 4).fill(1))
    noteFigure(context, runs + 2, `0 of ${2 * runs + 4} sessions lost or doubled`)
  },
  times(60_000, 600_000),
)
