// The database on SQLite: one file, or in memory for tests. The only file that knows the driver. Reads and groups of
// writes take turns on one connection: the driver answers at once, so a second one would gain nothing inside one process.

import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Database, DatabaseError, type DatabaseTrouble, type Sql, type SqlRow, type SqlValue, type Transaction } from './database.ts'
import { createGroups, type Engine, type GroupOptions } from './group.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { createQueue } from './queue.ts'

const OPENED_AFTER_MS = 5000
/** How long the driver, and everything with it, stands still for another process's turn before it tries again. */
const BUSY_AFTER_MS = 250

export interface SqliteOptions extends GroupOptions {
  now: () => number
  migrations?: readonly Migration[]
}

/** `path` is a file's, or ':memory:'. Throws a sentence where the file is newer, altered, broken or in use. */
export async function openSqlite(path: string, { now, migrations = readMigrations('sqlite'), ...grouping }: SqliteOptions): Promise<Database> {
  const connection = guarded(() => new DatabaseSync(path, { timeout: OPENED_AFTER_MS, enableForeignKeyConstraints: true }))
  try {
    guarded(() => setPragmas(connection, path === ':memory:' ? 'memory' : 'wal'))
    const database = onConnection(connection, grouping)
    await migrate(database, migrations, now())
    return database
  } catch (error) {
    connection.close()
    throw error
  }
}

/** A file as it is, for looking at only: nothing of it is altered, whichever build it is from. */
export function openCopy(path: string): Database {
  const connection = guarded(() => new DatabaseSync(path, { readOnly: true, timeout: OPENED_AFTER_MS }))
  return { ...onConnection(connection, {}), close: async () => connection.close() }
}

function setPragmas(connection: DatabaseSync, journal: string): void {
  const wanted: [string, string | number, string | number][] = [
    ['journal_mode', 'WAL', journal],
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    // Without it a REPLACE would pass by the triggers that keep the history.
    ['recursive_triggers', 'ON', 1],
    ['busy_timeout', BUSY_AFTER_MS, BUSY_AFTER_MS],
  ]
  for (const [name, value, expected] of wanted) {
    connection.exec(`PRAGMA ${name} = ${value}`)
    const held = Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0]
    if (held !== expected)
      throw new DatabaseError('broken', `The database did not take ${name} = ${value} (it says ${held}). The folder may lie on a network drive.`)
  }
}

function onConnection(connection: DatabaseSync, grouping: GroupOptions) {
  const inTurn = createQueue()
  const sql = statements(connection)
  const exec = (text: string): void => guarded(() => connection.exec(text))
  const script = async (text: string): Promise<void> => exec(text)

  const between = async <T>(begin: string, work: () => Promise<T>, commit: string, rollback: string): Promise<T> => {
    exec(begin)
    try {
      const value = await work()
      exec(commit)
      return value
    } catch (error) {
      // Some failures (a full disk) have ended the transaction already.
      if (connection.isTransaction) exec(rollback)
      throw error
    }
  }
  const savepoint = <T>(work: () => Promise<T>): Promise<T> => between('SAVEPOINT one', work, 'RELEASE one', 'ROLLBACK TO one; RELEASE one')
  const inner: Transaction['savepoint'] = (work) => savepoint(() => work(sql))
  const transaction = { ...sql, savepoint: inner, script }
  const engine: Engine = {
    begin: () => exec('BEGIN IMMEDIATE'),
    commit: () => exec('COMMIT'),
    rollback: () => connection.isTransaction && exec('ROLLBACK'),
    isOpen: () => connection.isTransaction,
    savepoint,
  }
  const groups = createGroups(inTurn, engine, grouping)

  let waiting = 0
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    waiting++
    try {
      return await work()
    } finally {
      waiting--
    }
  }

  return {
    read: <T>(work: (reading: Sql) => Promise<T>): Promise<T> => counted(() => inTurn(() => between('BEGIN', () => work(sql), 'COMMIT', 'ROLLBACK'))),
    write: <T>(work: (writing: typeof transaction) => Promise<T>): Promise<T> => counted(() => groups.write(() => work(transaction))),
    waiting: () => waiting,
    copyTo: (file: string): Promise<void> =>
      inTurn(async () => {
        guarded(() => connection.prepare('VACUUM INTO ?').run(file))
      }),
    faults: (): Promise<string[]> => inTurn(async () => guarded(() => faultsOf(connection))),
    close: async (): Promise<void> => {
      await groups.settled()
      return inTurn(async () => {
        exec('PRAGMA wal_checkpoint(TRUNCATE)')
        connection.close()
      })
    },
  }
}

/** A badly damaged file fails the check itself: that is its finding. */
function faultsOf(connection: DatabaseSync): string[] {
  try {
    return checkedFaults(connection)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function checkedFaults(connection: DatabaseSync): string[] {
  const broken = connection
    .prepare('PRAGMA integrity_check')
    .all()
    .flatMap((row) => Object.values(row).map(String))
    .filter((line) => line !== 'ok')
  const loose = connection
    .prepare('PRAGMA foreign_key_check')
    .all()
    .map((row) => `A row of ${row['table']} points to no row of ${row['parent']}.`)
  return [...broken, ...loose]
}

function statements(connection: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>()
  const prepare = (text: string): StatementSync => {
    const known = prepared.get(text) ?? connection.prepare(text)
    prepared.set(text, known)
    return known
  }
  // The driver's type also allows bytes and big integers; the tables hold neither.
  const asRow = (row: Record<string, unknown>): SqlRow => row as SqlRow
  return {
    all: async (text, ...values) =>
      guarded(() =>
        prepare(text)
          .all(...values)
          .map(asRow),
      ),
    get: async (text, ...values) => guarded(() => one(prepare(text), values, asRow)),
    run: async (text, ...values) => guarded(() => Number(prepare(text).run(...values).changes)),
  }
}

/** All rows are taken, so that a statement which also writes has ended before the next begins. */
function one(statement: StatementSync, values: SqlValue[], asRow: (row: Record<string, unknown>) => SqlRow): SqlRow | undefined {
  const row = statement.all(...values)[0]
  return row && asRow(row)
}

/** SQLite's plain result codes that mean something to a caller. */
const troubles: Record<number, DatabaseTrouble> = { 5: 'busy', 6: 'busy', 13: 'full', 19: 'rule' }

/** The driver's errors carry an extended result code; its low byte is the plain one. */
function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') throw error
    throw new DatabaseError(troubles[error.errcode & 0xff] ?? 'broken', error.message, error)
  }
}
