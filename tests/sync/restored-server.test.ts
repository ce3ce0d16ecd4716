import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enrol } from '../../src/client/sync/enrol.ts'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import type { Browser } from '../fixture/browser.ts'
import { clockAt } from '../fixture/clock.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { phone } from '../fixture/phone.ts'
import { serverFixture } from '../fixture/server.ts'
import { historyOf } from '../fixture/server-content.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-restored-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const openOn = async (file: string) => serverFixture({ database: await openSqlite(join(folder, file), { now: clockAt('2026-11-22').now }) })

/** The same phone, asking a server that was started anew. */
function moved(from: Browser, to: Browser): Browser {
  for (const [name, cookie] of from.cookies) to.cookies.set(name, cookie)
  return to
}

test('[P67] a backup that is put back under a new epoch gets again what it never had, from the phones', async () => {
  const before = await openOn('live.sqlite')
  let browser = before.browser()
  const { secret } = await before.invite('collaborator', aLuoi1)
  const enrolled = await enrol(browser.fetch, { protocol: PROTOCOL, invitation: secret, device: before.newId() })
  if (!enrolled.ok) throw new Error(enrolled.problem.code)
  const hers = await phone({ fetch: (request) => browser.fetch(request) }, { enrolment: enrolled.value, clock: { now: before.clock.now() } })
  const [kept, edited] = [await hers.save(), await hers.save()]
  await hers.sync()
  await before.database.close()
  copyFileSync(join(folder, 'live.sqlite'), join(folder, 'backup.sqlite'))

  const live = await openOn('live.sqlite')
  browser = moved(browser, live.browser())
  const late = await hers.save()
  await hers.save({ id: edited.id, place: 'Trường tiểu học' })
  expect(await hers.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  await live.database.close()

  const restored = await openOn('backup.sqlite')
  await restored.database.write((sql) => sql.run('UPDATE server SET epoch = ?', restored.newId()))
  browser = moved(browser, restored.browser())
  expect(await hers.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  for (const [id, changes] of [
    [kept.id, 1],
    [edited.id, 2],
    [late.id, 1],
  ] as const) {
    expect(await historyOf(restored.database, id)).toHaveLength(changes)
    expect(await hers.get(id)).toMatchObject({ state: 'sent' })
  }
  expect(await hers.get(edited.id)).toMatchObject({ version: 2, data: { place: 'Trường tiểu học' } })
  await restored.database.close()
})
