import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { clockAt } from '../fixture/clock.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { seqsOf } from '../fixture/server-content.ts'

/** A server on a file that another program has open too. `patienceMs` is how long the driver stands still at each try. */
async function besideAnother(patienceMs: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-busy-'))
  const file = join(folder, 'test.sqlite')
  const database = await openSqlite(file, { now: clockAt('2026-11-22').now })
  const server = await serverFixture({ database })
  const other = new DatabaseSync(file)
  onTestFinished(async () => {
    other.close()
    await database.close()
    rmSync(folder, { recursive: true })
  })
  await database.read((sql) => sql.all(`PRAGMA busy_timeout = ${patienceMs}`))
  return { server, other }
}

const runs = times(10, 200)

test('[F39] another program has the database for a while: pushes wait, who only asks is answered meanwhile, nothing is lost', async (context) => {
  const { server, other } = await besideAnother(25)
  const phones = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  for (let run = 0; run < runs; run++) {
    other.exec('BEGIN IMMEDIATE')
    const pushes = phones.map((phone) => phone.push(phone.set('session', server.newId(), session())))
    await expect.poll(server.database.waiting, { interval: 1 }).toBe(2)
    expect((await server.browser().fetch('/api/health')).status).toBe(200)
    other.exec('ROLLBACK')
    expect(await Promise.all(pushes)).toMatchObject([{ answer: 'applied' }, { answer: 'applied' }])
  }
  expect(await seqsOf(server.database)).toHaveLength(2 * runs)
  noteFigure(context, runs, `0 of ${2 * runs} pushes lost or refused`)
})

test('[F39] another program keeps the database: phones are told to come again, and are taken when it is done', async (context) => {
  const { server, other } = await besideAnother(0)
  const phone = await server.enrol('collaborator', aLuoi1)
  for (let run = 0; run < runs; run++) {
    const change = phone.set('session', server.newId(), session())
    other.exec('BEGIN IMMEDIATE')
    const refused = await phone.post(phone.request([change]))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await seqsOf(server.database)).toHaveLength(run)
    other.exec('ROLLBACK')
    expect(await phone.push(change)).toMatchObject({ answer: 'applied' })
  }
  noteFigure(context, runs, `0 of ${runs} lost, each told 503 with Retry-After first`)
})
