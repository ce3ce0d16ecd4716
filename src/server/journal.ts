// Keeps the journal beside the database: every act on people and phones is in both before anybody is answered. A database
// may be put back to what it was; the journal then still tells who was let in since, and who was shut out.
// Written after the commit, so that it never tells of what was undone; what a crash kept out of it is appended at the next
// start, from the database.

import { CannotStart } from './cannot-start.ts'
import { type Database, DatabaseError } from './database/database.ts'
import { type Act, actsAfter, lastActNumber } from './database/query/act.ts'
import { createQueue } from './database/queue.ts'
import { appendActs, isSameAct, proveAppendable, readActs } from './journal-file.ts'

/** The same database, whose writes tell the journal. Throws a sentence where the journal belongs to another one. */
export async function journaled(database: Database, file: string): Promise<Database> {
  const inTurn = createQueue()
  let told = await provenEnd(database, readActs(file), file)
  orThrow(file, () => proveAppendable(file))

  const bringUpToDate = (): Promise<void> =>
    inTurn(async () => {
      const acts = await database.read((sql) => actsAfter(sql, told))
      if (acts.length === 0) return
      orThrow(file, () => appendActs(file, acts))
      told = acts.at(-1)?.number ?? told
    })

  await bringUpToDate()
  return {
    ...database,
    write: async (work) => {
      const { value, acted } = await database.write(async (sql) => {
        const before = await lastActNumber(sql)
        const done = await work(sql)
        return { value: done, acted: (await lastActNumber(sql)) > before }
      })
      // Only whoever did something is held up by a journal that can't be written.
      if (acted) await bringUpToDate()
      return value
    },
  }
}

/** The number of the last act that the journal tells, once it is clear that it tells of this database. */
async function provenEnd(database: Database, told: readonly Act[], file: string): Promise<number> {
  const last = told.at(-1)
  if (!last) return 0
  const [held, end] = await database.read(async (sql) => [(await actsAfter(sql, last.number - 1))[0], await lastActNumber(sql)] as const)
  if (end < last.number)
    throw new CannotStart(
      `The journal ${file} tells of acts up to number ${last.number}, the database knows ${end}: the database is an older one than its journal. To put a backup back: npm run admin -- restore`,
    )
  if (!held || !isSameAct(held, last))
    throw new CannotStart(`The journal ${file} belongs to another database. Move it away, or name the right one: --journal FILE`)
  return last.number
}

function orThrow(file: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    throw new DatabaseError(isFull ? 'full' : 'broken', `The journal ${file} can't be written: ${error instanceof Error ? error.message : error}`, error)
  }
}
