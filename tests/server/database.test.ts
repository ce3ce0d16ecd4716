import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fc, test as property } from '@fast-check/vitest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from '../../src/server/cannot-start.ts'
import { type Database, DatabaseError } from '../../src/server/database/database.ts'
import { type Migration, readMigrations } from '../../src/server/database/migrate.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { seqsOf } from '../fixture/server-content.ts'

let folder = ''
const open: Database[] = []
const now = (): number => 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-database-'))
})

afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
  rmSync(folder, { recursive: true })
})

const file = (): string => join(folder, 'test.sqlite')

async function openFile(migrations: readonly Migration[]): Promise<Database> {
  const database = await openSqlite(file(), { now, migrations })
  open.push(database)
  return database
}

const notes: Migration = { number: 1, name: '0001-create-note', script: 'CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)' }
const add =
  (words: string) =>
  (sql: { run: (text: string, words: string) => Promise<number> }): Promise<number> =>
    sql.run('INSERT INTO note (words) VALUES (?)', words)
const all = async (database: Database): Promise<unknown[]> =>
  (await database.read((sql) => sql.all('SELECT words FROM note ORDER BY id'))).map((row) => row['words'])

test('a write that fails leaves nothing, and the next one goes through', async () => {
  const database = await openFile([notes])
  const failing = database.write(async (sql) => {
    await add('one')(sql)
    throw new Error('halfway')
  })
  const next = database.write(add('two'))
  await expect(failing).rejects.toThrow('halfway')
  await next
  expect(await all(database)).toEqual(['two'])
})

test('a savepoint that fails takes back only what was written in it', async () => {
  const database = await openFile([notes])
  await database.write(async (sql) => {
    await add('before')(sql)
    await sql
      .savepoint(async (inner) => {
        await add('inside')(inner)
        throw new Error('undo')
      })
      .catch(() => undefined)
    await sql.savepoint(add('kept'))
  })
  expect(await all(database)).toEqual(['before', 'kept'])
})

test('writes that begin together take turns', async () => {
  const database = await openFile([notes])
  const order: string[] = []
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      database.write(async (sql) => {
        order.push(`${name} begins`)
        for (let i = 0; i < 3; i++) await add(`${name}${i}`)(sql)
        order.push(`${name} ends`)
      }),
    ),
  )
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('[P24] what was acknowledged is in the file when it is opened again', async () => {
  const first = await openFile([notes])
  await first.write(add('kept'))
  await open.pop()?.close()
  expect(await all(await openFile([notes]))).toEqual(['kept'])
})

test('troubles are told apart: a rule of the tables, a full disk, another process’s turn', async () => {
  const database = await openFile([notes])
  const trouble = async (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => error instanceof DatabaseError && error.is,
    )
  await database.write(add('once'))
  expect(await trouble(database.write(add('once')))).toBe('rule')
  await database.write((sql) => sql.all('PRAGMA max_page_count = 1'))
  expect(await trouble(database.write(add('x'.repeat(1_000_000))))).toBe('full')
  await database.write((sql) => sql.all('PRAGMA max_page_count = 1000000'))
  await database.write((sql) => sql.all('PRAGMA busy_timeout = 1'))
  const other = new DatabaseSync(file())
  other.exec('BEGIN IMMEDIATE')
  expect(await trouble(database.write(add('mine')))).toBe('busy')
  other.exec('ROLLBACK')
  other.close()
  await database.write(add('mine'))
  expect(await all(database)).toEqual(['once', 'mine'])
})

test('each step runs once, and a step that fails leaves nothing of itself', async () => {
  const more: Migration = { number: 2, name: '0002-add-place', script: 'ALTER TABLE note ADD COLUMN place TEXT' }
  const wrong: Migration = { number: 3, name: '0003-break', script: 'CREATE TABLE half (id INTEGER); CREATE TABLE note (id INTEGER)' }
  for (const steps of [[notes], [notes, more], [notes, more]]) {
    await openFile(steps)
    await open.pop()?.close()
  }
  await expect(openSqlite(file(), { now, migrations: [notes, more, wrong] })).rejects.toThrow(/already exists/)
  const database = await openFile([notes, more])
  expect(await database.read((sql) => sql.all("SELECT name FROM sqlite_master WHERE name = 'half'"))).toEqual([])
  expect(await database.read((sql) => sql.all('SELECT number, name FROM migration'))).toEqual([
    { number: 1, name: notes.name },
    { number: 2, name: more.name },
  ])
})

test('a step that was altered after it ran stops the start with its name', async () => {
  await openFile([notes])
  const altered = { ...notes, script: `${notes.script} -- a word more` }
  await expect(openSqlite(file(), { now, migrations: [altered] })).rejects.toThrow(CannotStart)
  await expect(openSqlite(file(), { now, migrations: [altered] })).rejects.toThrow(/0001-create-note was altered/)
})

test('a database of a newer version stops the start', async () => {
  await openFile([notes, { number: 2, name: '0002-from-tomorrow', script: 'CREATE TABLE later (id INTEGER)' }])
  await expect(openSqlite(file(), { now, migrations: [notes] })).rejects.toThrow(/newer version \(it has had 0002-from-tomorrow\)/)
})

test('a file that is no database is told so', async () => {
  writeFileSync(file(), 'something else entirely, long enough to have a header of its own, which is not one of a database at all')
  await expect(openSqlite(file(), { now })).rejects.toThrow(/not a database/)
})

test('the server’s own steps are numbered without gaps', () => {
  const numbers = readMigrations('sqlite').map((step) => step.number)
  expect(numbers).toEqual(numbers.map((_, place) => place + 1))
  expect(numbers.length).toBeGreaterThan(1)
})

test('[P44] history and audit can’t be altered or deleted, not even by replacing', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  await phone.push(phone.set('session', server.newId(), session()))
  for (const table of ['change', 'audit']) {
    for (const statement of [`UPDATE ${table} SET account = account`, `DELETE FROM ${table}`, `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`]) {
      await expect(
        server.database.write((sql) => sql.run(statement)),
        statement,
      ).rejects.toThrow(/append-only/)
    }
  }
})

const pushes = fc.array(fc.record({ phone: fc.nat(3), changes: fc.array(fc.constantFrom('good', 'bad', 'again'), { maxLength: 5 }) }), { maxLength: 8 })

property.prop([pushes], { numRuns: 40 })('[P43] concurrent pushes number a feed without gaps, each change once', async (batches) => {
  const server = await serverFixture()
  const phones = await Promise.all([aLuoi1, aLuoi1, aLuoi2, aLuoi2].map((unit) => server.enrol('collaborator', unit)))
  let good = 0
  const requests = batches.map(({ phone: index, changes }) => {
    const phone = phones[index]
    if (!phone) throw new Error('The generator names a phone that is not there.')
    const unit = index < 2 ? aLuoi1 : aLuoi2
    const made = changes.flatMap((sort) => {
      if (sort === 'bad') return [phone.set('session', server.newId(), session({ unit: index < 2 ? aLuoi2 : aLuoi1 }))]
      good++
      const change = phone.set('session', server.newId(), session({ unit }))
      return sort === 'again' ? [change, change] : [change]
    })
    return phone.sync(made)
  })
  await Promise.all(requests)
  expect(await seqsOf(server.database)).toEqual(Array.from({ length: good }, (_, place) => place + 1))
  const [feed] = await server.database.read((sql) => sql.all('SELECT seq FROM feed'))
  expect(feed?.['seq']).toBe(good)
})
