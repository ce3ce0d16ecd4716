// A server's folder: the database, brought to the shape of this build, and the journal beside it.

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { bringDigestsUpToDate } from './check/rebuild.ts'
import { type Database, DatabaseError } from './database/database.ts'
import { lockFolder } from './database/folder-lock.ts'
import { openSqlite } from './database/sqlite.ts'
import { journaled } from './journal.ts'
import { bringSummariesUpToDate } from './summary/rebuild.ts'

export const DATABASE = 'lan-toa.sqlite'
const JOURNAL = 'journal.ndjson'

export interface Opening {
  /** False where a folder that holds no database yet must not be given one. */
  found?: boolean
  /** Where the journal lies, if not beside the database. */
  journal?: string | undefined
  /** The journal is left as it is: for looking at. Nothing may be done to people and phones then. */
  leavesJournal?: boolean | undefined
}

export const journalOf = (folder: string, journal?: string): string => journal ?? join(folder, JOURNAL)

/** Takes the folder for one server, and makes it where it is missing. Gives how to let go of it. */
export function holdFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true })
    return lockFolder(folder)
  } catch (error) {
    throw asSentence(error, cannotUse(folder))
  }
}

const cannotUse = (folder: string): string => `The data folder ${folder} can't be used`

/** Throws a sentence where the folder can't be used. */
export async function openFolder(folder: string, { found = true, journal, leavesJournal = false }: Opening, now: () => number): Promise<Database> {
  const file = join(folder, DATABASE)
  if (!found && !existsSync(file)) throw new CannotStart(`There is no database in ${folder}. Name its folder: --data DIR`)
  try {
    mkdirSync(folder, { recursive: true })
    const database = await openSqlite(file, { now })
    try {
      await bringSummariesUpToDate(database)
      await bringDigestsUpToDate(database)
      return leavesJournal ? database : await journaled(database, journalOf(folder, journal))
    } catch (error) {
      await database.close()
      throw error
    }
  } catch (error) {
    throw asSentence(error, cannotUse(folder))
  }
}

/** What a full disk, a missing right or a broken file has to say goes on as a sentence; a bug stays what it is. */
export function asSentence(error: unknown, what: string): unknown {
  if (error instanceof CannotStart) return error
  return error instanceof DatabaseError || (error instanceof Error && 'code' in error) ? new CannotStart(`${what}: ${error.message}`, error) : error
}
