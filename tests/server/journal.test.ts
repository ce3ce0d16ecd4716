import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database, SqlRow } from '../../src/server/database/database.ts'
import type { Act } from '../../src/server/database/query/act.ts'
import { revokeDevice } from '../../src/server/database/query/device.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { getIdentity } from '../../src/server/database/query/identity.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { journaled } from '../../src/server/journal.ts'
import { readActs } from '../../src/server/journal-file.ts'
import { addOwnRecord } from '../../src/server/own-record.ts'
import { createPlaceBook } from '../../src/server/places.ts'
import { type Replayed, replay } from '../../src/server/replay.ts'
import { officialUnits } from '../../src/server/units.ts'
import { clockAt } from '../fixture/clock.ts'
import { aLuoi1, land } from '../fixture/land.ts'
import { organisation as organisationBody, session } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

let folder = ''
const open: Database[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-journal-'))
})

afterEach(async () => {
  await closeAll()
  rmSync(folder, { recursive: true })
})

async function closeAll(): Promise<void> {
  for (const database of open.splice(0)) await database.close()
}

const at = (name: string): string => join(folder, name)
const lines = (): string[] => readFileSync(at('journal.ndjson'), 'utf8').split('\n').slice(0, -1)
const lastActs = (count: number): object[] => readActs(at('journal.ndjson')).slice(-count)

async function opened(file = 'live.sqlite'): Promise<Database> {
  const database = await openSqlite(at(file), { now: clockAt('2026-11-22').now })
  open.push(database)
  return database
}

const withJournal = async (): Promise<Database> => journaled(await opened(), at('journal.ndjson'))

test('every act on people and phones is in the journal when it is answered, without a secret', async () => {
  const server = await serverFixture({ database: await withJournal() })
  const { account, secret, code } = await server.invite('collaborator', aLuoi1)
  expect(lastActs(3)).toMatchObject([
    { what: 'account', state: { id: account } },
    { what: 'role', state: { account, role: 'collaborator', unit: aLuoi1, to_date: null } },
    { what: 'invitation', state: { account, device: null, used_at: null } },
  ])
  const phone = await server.enrolAgain(account)
  expect(lastActs(2)).toMatchObject([
    { what: 'device', state: { account, id: phone.device, revoked_at: null, forked_from: null } },
    { what: 'invitation', state: { account, device: phone.device, used_at: server.clock.now() } },
  ])
  const before = lines().length
  await phone.push(phone.set('session', server.newId(), session()))
  expect(lines()).toHaveLength(before)
  await server.database.write((sql) => revokeDevice(sql, account, phone.device, server.clock.now()))
  expect(lastActs(1)).toMatchObject([{ what: 'device', state: { id: phone.device, revoked_at: server.clock.now() } }])
  await server.database.write((sql) => sql.run("UPDATE role SET to_date = '2026-11-21' WHERE account = ?", account))
  expect(lastActs(1)).toMatchObject([{ what: 'role', state: { account, to_date: '2026-11-21' } }])
  const token = /=([\w-]{43})/.exec([...phone.browser.cookies.values()][0] ?? '')?.[1] ?? ''
  for (const kept of [secret, code, token]) {
    expect(kept.length).toBeGreaterThan(9)
    expect(readFileSync(at('journal.ndjson'), 'utf8')).not.toContain(kept)
  }
})

test('what is undone is not told', async () => {
  const server = await serverFixture({ database: await withJournal() })
  const { account } = await server.invite('collaborator', aLuoi1)
  const before = lines().length
  const undone = server.database.write(async (sql) => {
    await sql.run("UPDATE account SET name = 'Tên khác' WHERE id = ?", account)
    throw new Error('undo')
  })
  const kept = server.invite('official', aLuoi1)
  await expect(undone).rejects.toThrow('undo')
  await kept
  expect(lines()).toHaveLength(before + 3)
  expect(lines().join()).not.toContain('Tên khác')
})

test('what a crash between commit and journal kept out of it is there after the next start, once', async () => {
  const server = await serverFixture({ database: await opened() })
  await server.enrol('collaborator', aLuoi1)
  await closeAll()
  expect(existsSync(at('journal.ndjson'))).toBe(false)
  await withJournal()
  const told = lines()
  expect(told.map((line) => (JSON.parse(line) as { number: number; what: string }).what)).toEqual([
    'epoch',
    'feed',
    'account',
    'role',
    'invitation',
    'device',
    'invitation',
  ])
  truncateSync(at('journal.ndjson'), Buffer.byteLength(told.join('\n')) - 20)
  await closeAll()
  await withJournal()
  expect(lines()).toEqual([...told.slice(0, -1), told.at(-1)?.slice(0, -20), told.at(-1)])
  expect(readActs(at('journal.ndjson')).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a journal that can’t be written holds up who enrols, not who pushes; the next start makes it whole', async () => {
  const server = await serverFixture({ database: await withJournal() })
  const phone = await server.enrol('collaborator', aLuoi1)
  const { secret } = await server.inviteAgain(phone.account)
  rmSync(at('journal.ndjson'))
  mkdirSync(at('journal.ndjson'))
  await expect(server.enrolAgain(phone.account)).rejects.toThrow(/can't be written/)
  const enrolling = await server.browser().fetch('/api/enrol', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: 1, invitation: secret, device: server.newId() }),
  })
  expect([enrolling.status, await enrolling.text()]).toEqual([500, '{"problem":{"code":"broken","path":[]}}'])
  expect(await phone.push(phone.set('session', server.newId(), session()))).toMatchObject({ answer: 'applied' })
  await closeAll()
  rmdirSync(at('journal.ndjson'))
  await withJournal()
  expect(lastActs(2)).toMatchObject([{ what: 'device', state: { account: phone.account } }, { what: 'invitation' }])
})

test('a database that is older than its journal, or not its own, is not started', async () => {
  const server = await serverFixture({ database: await withJournal() })
  await server.enrol('collaborator', aLuoi1)
  await closeAll()
  copyFileSync(at('live.sqlite'), at('older.sqlite'))
  const more = await serverFixture({ database: await withJournal() })
  await more.enrol('collaborator', aLuoi1)
  await expect(journaled(await opened('older.sqlite'), at('journal.ndjson'))).rejects.toThrow(/up to number 12, the database knows 7.*admin -- restore/)
  const other = await serverFixture({ database: await opened('other.sqlite') })
  for (let i = 0; i < 5; i++) await other.invite('collaborator', aLuoi1)
  await expect(journaled(other.database, at('journal.ndjson'))).rejects.toThrow(/belongs to another database/)
  appendFileSync(at('journal.ndjson'), '{"number":3,"what":"account","state":{}}\n')
  await expect(journaled(more.database, at('journal.ndjson'))).rejects.toThrow(/two different things of act 3/)
})

const columns = {
  account: '*',
  role: 'account, role, unit, from_date, to_date',
  invitation: '*',
  device: 'account, id, token_hash, name, created_at, revoked_at, forked_from',
  feed: 'id, province',
  epoch: '*',
  record: 'id, kind, author, data',
  act: '*',
}

async function held(database: Database): Promise<Record<string, SqlRow[]>> {
  const tables = Object.entries(columns).map(async ([table, what]) => {
    const rows = await database.read((sql) => sql.all(`SELECT ${what} FROM ${table} ORDER BY 1, 2`))
    return [table, rows] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

const places = createPlaceBook(officialUnits(land).lookup)

const replayOn = (database: Database, { newId }: ServerFixture, acts = readActs(at('journal.ndjson'))): Promise<Replayed> =>
  database.write(async (sql) => replay({ sql, epoch: (await getIdentity(sql)).epoch, places, newId }, acts))

async function addOrganisation({ database, newId, clock }: ServerFixture, account: string): Promise<void> {
  await database.write(async (sql) => {
    const feed = (await listFeeds(sql))[0]?.id ?? ''
    const { epoch } = await getIdentity(sql)
    const feeding = { sql, feed, epoch, places: await places.open(sql, feed), newId }
    await addOwnRecord(feeding, { id: newId(), kind: 'organisation', author: account, at: clock.now(), data: organisationBody() })
  })
}

test('replayed on an older database, the journal brings people and phones to where they were, however often', async () => {
  const first = await serverFixture({ database: await withJournal() })
  const [lost, leaving] = [await first.enrol('collaborator', aLuoi1), await first.enrol('official', aLuoi1)]
  const unused = await first.inviteAgain(leaving.account)
  await closeAll()
  copyFileSync(at('live.sqlite'), at('backup.sqlite'))

  const live = await serverFixture({ database: await withJournal() })
  const device = live.newId()
  await live.browser().fetch('/api/enrol', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: 1, invitation: unused.secret, device }),
  })
  await live.database.write((sql) => revokeDevice(sql, lost.account, lost.device, live.clock.now()))
  await live.database.write((sql) => sql.run("UPDATE role SET to_date = '2026-11-20' WHERE account = ?", leaving.account))
  const late = await live.enrol('collaborator', aLuoi1)
  await addOrganisation(live, late.account)
  await live.enrol('official', '20320@2025-07-01')

  const restored = await opened('backup.sqlite')
  const { done, missing, failed } = await replayOn(restored, live)
  expect([missing, failed]).toEqual([[], []])
  expect(Object.fromEntries(done)).toEqual({ device: 4, invitation: 5, role: 3, account: 2, feed: 1, 'own-change': 1 })
  expect(await held(restored)).toEqual(await held(live.database))
  expect((await replayOn(restored, live)).done.size).toBe(0)
  expect(await held(restored)).toEqual(await held(live.database))
})

test('what a journal lacks, or what can’t be done again, is told, and the rest is done', async () => {
  const first = await serverFixture({ database: await withJournal() })
  await first.enrol('collaborator', aLuoi1)
  await closeAll()
  copyFileSync(at('live.sqlite'), at('backup.sqlite'))
  const live = await serverFixture({ database: await withJournal() })
  const [one, two] = [await live.enrol('collaborator', aLuoi1), await live.enrol('collaborator', aLuoi1)]
  const acts = readActs(at('journal.ndjson'))
  const isLost = ({ what, state }: Act): boolean => (what === 'account' && state['id'] === one.account) || (what === 'role' && state['account'] === two.account)
  writeFileSync(at('holed.ndjson'), acts.flatMap((act) => (isLost(act) ? [] : [`${JSON.stringify(act)}\n`])).join(''))

  const restored = await opened('backup.sqlite')
  const { missing, failed } = await replayOn(restored, live, readActs(at('holed.ndjson')))
  expect(missing).toEqual(acts.filter(isLost).map(({ number }) => number))
  expect(missing).toHaveLength(2)
  expect(failed.map((line) => line.split(' ')[0])).toEqual(['role', 'invitation', 'device', 'invitation'])
  const devices = await restored.read((sql) => sql.all('SELECT account FROM device WHERE account IN (?, ?)', one.account, two.account))
  expect(devices).toEqual([{ account: two.account }])
})
