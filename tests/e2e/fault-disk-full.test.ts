// The phone's disk is filled by somebody else's photos while she works: the app stops writing at the first error, says so, and
// when there is room again everything that was saved is there.

import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { noteFigure, times } from '../fixture/figure.ts'
import { cutOff, fillSession, heading, home, letIn, logSession, tapSave } from '../fixture/log-session.ts'
import { readRaw } from '../fixture/raw-database.ts'
import { roughPhone } from '../fixture/rough-phone.ts'
import { servedOffice } from '../fixture/served-office.ts'
import { canMount, smallDisk } from '../fixture/small-disk.ts'

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'Chưa lưu được. Máy đã ngừng ghi.' })

/** From the next page on: how often the app begins to write, or to open its database again. */
const watchStorage = (page: Page) =>
  page.addInitScript(() => {
    const seen = { tries: 0 }
    Object.assign(window, { seen })
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name, version) {
      seen.tries += 1
      return version === undefined ? open.call(this, name) : open.call(this, name, version)
    }
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') seen.tries += 1
      return begin.call(this, names, mode, options)
    }
  })

/** Put there by `watchStorage`. */
const triesOf = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { seen: { tries: number } }).seen.tries)

/** Types until the phone says that it can't keep it; gives what was typed last. */
async function typeUntilStopped(page: Page): Promise<void> {
  const women = page.getByLabel('Nữ', { exact: true })
  for (let typed = 1000; typed < 1400 && !(await banner(page).isVisible()); typed += 1) await women.fill(String(typed))
  await banner(page).waitFor()
}

test.runIf(canMount())(
  '[F6] on a disk filled by others writing stops at the first error, and nothing that was saved is lost (needs to mount)',
  async (context) => {
    const runs = times(1, 20)
    const office = await servedOffice()
    let after = 0
    let intact = 0
    for (let run = 0; run < runs; run += 1) {
      const disk = smallDisk(72)
      const phone = roughPhone({ profile: join(disk.folder, 'phone') })
      const page = await phone.start(office.address)
      await letIn(page, (await office.invite()).link)
      await cutOff(page)
      await watchStorage(page)
      for (const women of [11, 12, 13]) await logSession(page, office.address, women)
      await fillSession(page, office.address, 14)
      disk.fill()
      await typeUntilStopped(page)

      const before = await triesOf(page)
      for (const typed of ['21', '22', '23']) await page.getByLabel('Nữ', { exact: true }).fill(typed)
      await tapSave(page)
      await page
        .getByText(/^Chưa lưu được: máy sắp đầy/)
        .first()
        .waitFor()
      expect(await page.getByLabel('Nữ', { exact: true }).inputValue()).toBe('23')
      // Another screen reads: that is no reason to open again what could not be read.
      await page.getByRole('link', { name: 'Quay lại' }).click()
      await heading(page, 'Chào anh/chị').waitFor()
      after += (await triesOf(page)) - before

      disk.free()
      await banner(page).getByRole('button', { name: 'Mở lại ứng dụng' }).click()
      await home(page)
      await page.goto(`${office.address}/session/new`)
      await page.getByLabel('Nữ', { exact: true }).waitFor()
      expect(await page.getByLabel('Nữ', { exact: true }).inputValue()).toBe('23')
      await page.goto(office.address)
      await home(page)
      // As the app writes them.
      const { outbox = [], records = [] } = (await readRaw(page, office.address)).tables as { outbox?: { record: string }[]; records?: { id: string }[] }
      // What another run's phone has sent since is here, too.
      const held = new Set(records.map(({ id }) => id))
      if (outbox.length === 3 && outbox.every(({ record }) => held.has(record))) intact += 1
      await phone.close()
      disk.drop()
    }
    expect([after, intact]).toEqual([0, runs])
    noteFigure(context, runs, `${after} writes or openings after the error, ${runs - intact} of ${runs} lost anything`)
  },
  times(60_000, 3_600_000),
)
