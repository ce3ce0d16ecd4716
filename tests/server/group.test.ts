import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, DatabaseError, type Sql, type Transaction } from '../../src/server/database/database.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { clockAt } from '../fixture/clock.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { historyOf, seqsOf } from '../fixture/server-content.ts'

let folder = ''
const open: Database[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-group-'))
})

afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  rmSync(folder, { recursive: true })
})

const file = (): string => join(folder, 'test.sqlite')
const note = { number: 1, name: '0001-create-note', script: 'CREATE TABLE note (words TEXT NOT NULL UNIQUE, about TEXT REFERENCES note (words))' }

/** `commits` grows by one number for each commit: how many writes it held. */
async function notes(mostTogether = 64): Promise<{ database: Database; commits: number[]; told: () => Promise<unknown[]> }> {
  const commits: number[] = []
  const database = await openSqlite(file(), { now: () => 0, migrations: [note], mostTogether, onCommit: (writes) => commits.push(writes) })
  open.push(database)
  commits.splice(0)
  const told = async (): Promise<unknown[]> => (await database.read((sql) => sql.all('SELECT words FROM note ORDER BY rowid'))).map((row) => row['words'])
  return { database, commits, told }
}

const add = (words: string) => (sql: Sql) => sql.run('INSERT INTO note (words) VALUES (?)', words)

/** Breaks the commit itself: a row that points to none is found only then. */
async function spoilCommit(sql: Sql): Promise<void> {
  await sql.run('PRAGMA defer_foreign_keys = ON')
  await sql.run("INSERT INTO note (words, about) VALUES ('loose', 'nothing there')")
}

const troubleOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'kept',
    (error: unknown) => (error instanceof DatabaseError ? error.is : (error as Error).message),
  )

test('writes that wait together share one commit, up to the limit', async () => {
  const { database, commits, told } = await notes(64)
  const words = Array.from({ length: 100 }, (_, place) => `lời ${place}`)
  expect(await Promise.all(words.map((one) => database.write(add(one))))).toEqual(words.map(() => 1))
  expect(commits).toEqual([64, 36])
  expect(await told()).toEqual(words)
})

test('one that fails is taken back alone, with its savepoints, and the others of its group stand', async () => {
  const { database, commits, told } = await notes()
  const failing = async (sql: Transaction): Promise<void> => {
    await add('lost')(sql)
    await sql.savepoint(add('lost too'))
    throw new Error('halfway')
  }
  const undoing = async (sql: Transaction): Promise<void> => {
    await sql.savepoint(add('kept'))
    await sql.savepoint((inner) => add('undone')(inner).then(() => Promise.reject(new Error('undo')))).catch(() => undefined)
  }
  const group = [add('first'), failing, undoing, add('last')].map((work) => database.write<unknown>(work))
  expect(await Promise.all(group.map(troubleOf))).toEqual(['kept', 'halfway', 'kept', 'kept'])
  expect(commits).toEqual([3])
  expect(await told()).toEqual(['first', 'kept', 'last'])
})

test('a commit that fails is told to all of its group, and leaves nothing of it', async () => {
  const { database, commits, told } = await notes()
  const group = [database.write(add('one')), database.write(spoilCommit), database.write(add('two'))]
  expect(await Promise.all(group.map(troubleOf))).toEqual(['rule', 'rule', 'rule'])
  await database.write(add('after'))
  expect(commits).toEqual([1])
  expect(await told()).toEqual(['after'])
})

test('a failure that ends the transaction is told to whoever had written in it; those behind go on', async () => {
  const { database, commits, told } = await notes()
  const ending = async (sql: Sql): Promise<never> => {
    await sql.run('ROLLBACK')
    throw new DatabaseError('full', 'as a full disk does it')
  }
  const group = [database.write(add('one')), database.write(ending), database.write(add('two'))]
  expect(await Promise.all(group.map(troubleOf))).toEqual(['full', 'full', 'kept'])
  expect(commits).toEqual([1])
  expect(await told()).toEqual(['two'])
})

test('[P24] nobody is told of success before the group is on disk', async () => {
  const { database } = await notes()
  const other = new DatabaseSync(file(), { readOnly: true })
  const seen = (): unknown => other.prepare('SELECT count(*) AS n FROM note').get()?.['n']
  const within: unknown[] = []
  const writing = ['one', 'two'].map((words) =>
    database.write(async (sql) => {
      await add(words)(sql)
      within.push(seen())
    }),
  )
  await Promise.all(writing.map((one) => one.then(() => within.push(seen()))))
  expect(within).toEqual([0, 0, 2, 2])
  other.close()
})

test('a read sees all of a group or nothing of it, and has its turn between groups', async () => {
  const { database } = await notes(10)
  const counts: number[] = []
  const look = async (): Promise<void> => {
    const row = await database.read((sql) => sql.get('SELECT count(*) AS n FROM note'))
    counts.push(Number(row?.['n']))
  }
  const reads: Promise<void>[] = []
  const writes = Array.from({ length: 50 }, (_, place) =>
    database.write(async (sql) => {
      reads.push(look())
      await add(`${place}`)(sql)
    }),
  )
  await Promise.all(writes)
  await Promise.all(reads)
  expect(counts).toEqual([10, 20, 30, 40, 50].flatMap((count) => Array<number>(10).fill(count)))
})

/** Lets writes go on only when told, all in one go, so that they share a group. */
function heldBack(database: Database): { database: Database; hold(): void; waiting(): number; release(): void } {
  const held: (() => void)[] = []
  const write: Database['write'] = (work) => new Promise((resolve, reject) => held.push(() => void database.write(work).then(resolve, reject)))
  let holds = false
  return {
    database: { ...database, write: (work) => (holds ? write(work) : database.write(work)) },
    hold: () => {
      holds = true
    },
    waiting: () => held.length,
    release: () => {
      holds = false
      for (const go of held.splice(0)) go()
    },
  }
}

test('a village of a commit that failed was never there: not for the next push either', async () => {
  const real = await openSqlite(file(), { now: clockAt('2026-11-22').now })
  open.push(real)
  const held = heldBack(real)
  const server = await serverFixture({ database: held.database })
  const official = await server.enrol('official', aLuoi1)
  const collaborator = await server.enrol('collaborator', aLuoi1)
  const [thon1, thon2] = [server.newId(), server.newId()]
  const there = (unit: string): object => collaborator.set('session', server.newId(), session({ unit }))
  const post = (phone: Device, change: object): Promise<Response> => phone.post(phone.request([change]))

  held.hold()
  const pushes = [post(official, official.set('unit', thon1, village())), post(collaborator, there(thon1))]
  await expect.poll(held.waiting).toBe(2)
  const spoiling = held.database.write(async (sql) => {
    await sql.run('PRAGMA defer_foreign_keys = ON')
    await sql.run("INSERT INTO device (account, id, token_hash, created_at, contact_at) VALUES ('nobody', 'x', 'x', 0, 0)")
  })
  held.release()
  expect(await Promise.all([...pushes.map(async (push) => (await push).status), troubleOf(spoiling)])).toEqual([500, 500, 'rule'])
  expect(await collaborator.push(there(thon1))).toMatchObject({ answer: 'held' })
  expect(await official.push(official.set('unit', thon2, village()))).toMatchObject({ answer: 'applied', version: 1 })
  expect(await collaborator.push(there(thon2))).toMatchObject({ answer: 'applied' })
})

test('[P43] pushes in one group are numbered in its order, and one whose transaction fails leaves no gap', async () => {
  const real = await openSqlite(file(), { now: clockAt('2026-11-22').now })
  open.push(real)
  const held = heldBack(real)
  const server = await serverFixture({ database: held.database })
  const phones = await Promise.all(Array.from({ length: 20 }, () => server.enrol('collaborator', aLuoi1)))
  const records = phones.map(() => server.newId())
  held.hold()
  const pushes = phones.map((phone, place) => phone.push(phone.set('session', records[place] ?? '', session())))
  await expect.poll(held.waiting).toBe(20)
  const failing = held.database.write(async (sql) => {
    await sql.run('UPDATE feed SET seq = seq + 1')
    throw new Error('a number taken, and given back')
  })
  held.release()
  expect(await troubleOf(failing)).toMatch(/given back/)
  expect(await Promise.all(pushes)).toEqual(pushes.map(() => expect.objectContaining({ answer: 'applied' })))
  expect(await seqsOf(server.database)).toEqual(pushes.map((_, place) => place + 1))
  const inOrder = await Promise.all(records.map(async (record) => Number((await historyOf(server.database, record))[0]?.['seq'])))
  expect([...inOrder].sort((a, b) => a - b)).toEqual(pushes.map((_, place) => place + 1))
})
