// Brings a database to the shape that this build expects: forward only, each step once, in one transaction with its
// checksum. A step that was altered after it ran, or a database from a newer build, stops the start.

import { readdirSync, readFileSync } from 'node:fs'
import { CannotStart } from '../cannot-start.ts'
import { sha256 } from '../hash.ts'
import type { Sql } from './database.ts'
import { number, text } from './row.ts'

export interface Migration {
  number: number
  name: string
  script: string
}

/** What a migration needs beyond plain statements; each engine gives it. */
export interface Migratable {
  write<T>(work: (sql: Sql & { script(text: string): Promise<void> }) => Promise<T>): Promise<T>
}

/** The steps for one engine: `NNNN-verb-thing.sql` is for all, `NNNN-verb-thing.<engine>.sql` for that one alone. */
export function readMigrations(engine: string, folder: URL = new URL('./migration/', import.meta.url)): Migration[] {
  const wanted = new RegExp(`^(\\d{4})-([a-z-]+)(\\.${engine})?\\.sql$`)
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const match = wanted.exec(file)
      return match ? [{ number: Number(match[1]), name: `${match[1]}-${match[2]}`, script: readFileSync(new URL(file, folder), 'utf8') }] : []
    })
}

export async function migrate(database: Migratable, migrations: readonly Migration[], nowMs: number): Promise<void> {
  const done = await database.write(async (sql) => {
    await sql.script('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL)')
    return sql.all('SELECT number, name, checksum FROM migration ORDER BY number')
  })
  for (const row of done) {
    const step = migrations.find((known) => known.number === number(row, 'number'))
    if (!step) throw new CannotStart(`The database was made by a newer version (it has had ${text(row, 'name')}). Install that version or a later one.`)
    if (sha256(step.script) !== text(row, 'checksum')) {
      throw new CannotStart(`${step.name} was altered after this database had it. Put the file back as it was; a change of shape is a new file.`)
    }
  }
  const newest = done.map((row) => number(row, 'number')).at(-1) ?? 0
  for (const step of migrations.filter((known) => known.number > newest)) {
    await database.write(async (sql) => {
      await sql.script(step.script)
      await sql.run('INSERT INTO migration (number, name, checksum, at) VALUES (?, ?, ?, ?)', step.number, step.name, sha256(step.script), nowMs)
    })
  }
}
