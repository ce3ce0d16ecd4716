import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Change, SyncAnswer } from '../../src/protocol/sync.ts'
import type { Database } from '../../src/server/database/database.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { clockAt } from '../fixture/clock.ts'
import type { Device } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

async function onFile(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-full-'))
  const database = await openSqlite(join(folder, 'test.sqlite'), { now: clockAt('2026-11-22').now })
  onTestFinished(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  return database
}

const pagesOf = async (database: Database): Promise<number> => Number((await database.read((sql) => sql.get('PRAGMA page_count')))?.['page_count'])

/** So many more pages fit on the disk. */
const leave = async (database: Database, pages: number): Promise<unknown> => {
  const most = (await pagesOf(database)) + pages
  return database.read((sql) => sql.all(`PRAGMA max_page_count = ${most}`))
}

const runs = times(10, 200)

test('[F38] the server’s disk is full: phones are told so, and nothing that was acknowledged is missing', {
  timeout: 20_000 + runs * 2_000,
}, async (context) => {
  const database = await onFile()
  const server = await serverFixture({ database })
  const phones: Device[] = []
  for (let i = 0; i < 8; i++) phones.push(await server.enrol('collaborator', aLuoi1))
  const acknowledged = new Set<string>()
  let refusals = 0

  const push = async (phone: Device, changes: readonly Change[]): Promise<boolean> => {
    const response = await phone.post(phone.request(changes, { want: 1 }))
    if (response.status !== 200) {
      expect([response.status, await response.json()]).toEqual([507, { problem: { code: 'disk-full', path: [] } }])
      refusals++
      return false
    }
    const { results } = (await response.json()) as SyncAnswer // asserted by the next line
    expect(results.every(({ answer }) => answer === 'applied' || answer === 'duplicate')).toBe(true)
    for (const { id } of results) acknowledged.add(id)
    return true
  }
  const held = async (): Promise<Set<unknown>> => new Set((await database.read((sql) => sql.all('SELECT id FROM change'))).map((row) => row['id']))
  const note = (run: number): string => 'Bà con hỏi nhiều. '.repeat(10 + ((run * 37) % 90))

  for (let run = 0; run < runs; run++) {
    await leave(database, 1 + (run % 6))
    const unsent = new Map<Device, Change[]>()
    for (let round = 0; unsent.size < phones.length && round < 60; round++) {
      const sending = phones
        .filter((phone) => !unsent.has(phone))
        .map(async (phone) => {
          const changes = [1, 2, 3].map(() => phone.set('session', server.newId(), session({ note: note(run) })))
          if (!(await push(phone, changes))) unsent.set(phone, changes)
        })
      await Promise.all(sending)
      const there = await held()
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
      expect([...unsent.values()].flat().filter(({ id }) => there.has(id))).toEqual([])
    }
    expect(unsent.size).toBe(phones.length)
    await leave(database, 100_000)
    for (const [phone, changes] of unsent) expect(await push(phone, changes)).toBe(true)
  }
  const there = await held()
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
  expect([acknowledged.size, await database.faults()]).toEqual([there.size, []])
  noteFigure(context, runs, `0 of ${acknowledged.size} acknowledged changes missing; ${refusals} pushes refused with 507`)
})
