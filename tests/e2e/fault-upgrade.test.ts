// The battery dies while a new version of the app opens the database of an old one: afterwards it is the old one or the new one,
// with every row, and the app goes on from there.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceOf } from '../fixture/chance.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { cutOff, home } from '../fixture/log-session.ts'
import { makeOldDatabase, oldRows } from '../fixture/old-database.ts'
import { type RawDatabase, readRaw } from '../fixture/raw-database.ts'
import { type RoughPhone, roughPhone } from '../fixture/rough-phone.ts'
import { type ServedOffice, servedOffice } from '../fixture/served-office.ts'

const old = oldRows(400)
/** From the moment at which the browser begins to alter the tables; some runs end before, some after it is done. */
const WITHIN_MS = 120

let office: ServedOffice
let original: RoughPhone

beforeAll(async () => {
  office = await servedOffice(afterAll)
  original = roughPhone({ afterwards: afterAll })
  const page = await original.start(`${office.address}/api/health`)
  await makeOldDatabase(page, old)
  await original.close()
})

/** What a new version may add: its own marks beside what was there. */
const oldPart = ({ tables }: RawDatabase) => {
  const known = new Set(old['meta']?.map((row) => JSON.stringify(row)))
  return { ...Object.fromEntries(Object.keys(old).map((name) => [name, tables[name]])), meta: tables['meta']?.filter((row) => known.has(JSON.stringify(row))) }
}

/** Opens the app and kills the browser a moment after the database begins to change. */
async function killWhileUpgrading(phone: RoughPhone, afterMs: number): Promise<void> {
  const page = await phone.start('about:blank')
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name, version) {
      const asked = version === undefined ? open.call(this, name) : open.call(this, name, version)
      asked.addEventListener('upgradeneeded', () => console.info('upgrading'))
      return asked
    }
  })
  const upgrading = page.waitForEvent('console', { predicate: (message) => message.text() === 'upgrading' })
  await page.goto(office.address, { waitUntil: 'commit' })
  await upgrading
  await page.waitForTimeout(afterMs)
  await phone.kill()
}

test(
  '[F15] killed while the database is brought to a new version, it is the old or the new one with every row, and opens',
  async (context) => {
    const runs = times(2, 100)
    const chance = chanceOf(15)
    const found = new Map<number, number>()
    for (let run = 0; run < runs; run += 1) {
      const phone = roughPhone({ like: original.profile })
      await killWhileUpgrading(phone, Math.floor(chance() * WITHIN_MS))
      const page = await phone.start(`${office.address}/api/health`)
      const raw = await readRaw(page, office.address)
      found.set(raw.version, (found.get(raw.version) ?? 0) + 1)
      expect(oldPart(raw)).toEqual(old)
      await cutOff(page)
      await page.goto(office.address)
      await home(page)
      const opened = await readRaw(page, office.address)
      expect(oldPart(opened)).toEqual(old)
      expect(opened.version).toBeGreaterThan(10)
      expect(opened.tables['localSummaries']?.length).toBeGreaterThan(0)
      await phone.discard()
    }
    const versions = [...found].map(([version, count]) => `${count} at version ${version / 10}`).join(', ')
    noteFigure(context, runs, `rows equal in ${runs} of ${runs} (${versions})`)
  },
  times(60_000, 3_600_000),
)
