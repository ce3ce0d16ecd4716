// Compares a server's journal with its database. What another process does meanwhile is not taken for a fault: the acts are
// read before the journal and after it.

import { existsSync } from 'node:fs'
import type { Database } from '../database/database.ts'
import { actsAfter, lastActNumber } from '../database/query/act.ts'
import { journalFaults } from '../journal-faults.ts'
import { readJournal } from '../journal-file.ts'
import { firstForeignAct } from '../replay.ts'

export interface JournalCompared {
  /** A sentence for each thing that is not as it ought to be. */
  differences: string[]
  /** The database knows all that the journal ought to tell. */
  canBeWritten: boolean
}

export async function compareJournal(database: Database, file: string): Promise<JournalCompared> {
  if (!existsSync(file)) return { differences: [`There is no journal ${file}. Where it lies elsewhere, name it: --journal FILE`], canBeWritten: true }
  const held = await database.read((sql) => actsAfter(sql, 0))
  const journal = readJournal(file)
  const foreign = await database.read((sql) => firstForeignAct(sql, journal.acts))
  if (foreign !== undefined) return { differences: [`Act ${foreign} is another one in ${file}.`], canBeWritten: false }
  const [end, last] = [journal.acts.at(-1)?.number ?? 0, await database.read(lastActNumber)]
  const older = `It tells of acts up to number ${end}, the database knows ${last}: the database is an older one. To put a backup back: npm run admin -- restore`
  return { differences: [...journalFaults(journal, held, 'the database'), ...(end > last ? [older] : [])], canBeWritten: end <= last }
}
