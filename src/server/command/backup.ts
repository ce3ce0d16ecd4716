// Makes a copy of the database while the server runs, and proves it: a copy that nobody opened is no backup. The journal and the
// checksums of both are put beside it. Nothing is ever overwritten, and a file of the name that was asked for is whole.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { examine } from '../check/whole.ts'
import { checksumsBeside, writeChecksums } from '../checksum-file.ts'
import type { Database } from '../database/database.ts'
import { actsAfter } from '../database/query/act.ts'
import { openCopy } from '../database/sqlite.ts'
import { flush, sha256OfFile } from '../disk.ts'
import { asSentence } from '../folder.ts'
import { journalFaults } from '../journal-faults.ts'
import { appendActs, readJournal } from '../journal-file.ts'
import { firstForeignAct } from '../replay.ts'
import type { Command, Ended, Office } from './command.ts'
import { countsLine } from './counts.ts'
import { findingsLines, told } from './findings-lines.ts'

/** Beside a backup: what happened until then and, where the server ran on, a moment longer. */
export const journalBeside = (file: string): string => `${file}.journal.ndjson`

export const backup: Command = {
  options: ['to'],
  run: async (office, { to }) => {
    if (to === undefined) return { code: 2, lines: ['--to is missing: the file that shall hold the backup.'] }
    const [part, journal] = [`${to}.part`, journalBeside(to)]
    for (const file of [to, journal, checksumsBeside(to), part])
      if (existsSync(file)) return { code: 2, lines: [`${file} is there already, and no backup overwrites anything.`] }
    try {
      return await copy(office, { to, part, journal })
    } catch (error) {
      throw asSentence(error, `The backup ${to} can't be made`)
    } finally {
      rmSync(part, { force: true })
    }
  },
}

async function copy({ database, journal: own }: Office, { to, part, journal }: Record<'to' | 'part' | 'journal', string>): Promise<Ended> {
  await database.copyTo(part)
  const held = openCopy(part)
  try {
    const found = findingsLines(await examine(held))
    if (found.length > 0)
      return { code: 1, lines: ['The copy is not whole, and was thrown away. What is wrong with it is wrong with the server’s own database:', ...found] }
    const faults = await copyJournal(held, own, journal)
    const counts = await countsLine(held)
    flush(part)
    const summed = [
      { name: to, sum: await sha256OfFile(part) },
      { name: journal, sum: await sha256OfFile(journal) },
    ]
    writeChecksums(to, summed)
    renameSync(part, to)
    flush(dirname(to))
    const head = `The backup is made and proven whole: ${statSync(to).size} bytes; ${counts}`
    return { code: 0, lines: [head, `SHA-256, kept in ${checksumsBeside(to)}:`, ...summed.map(({ name, sum }) => `${sum}  ${name}`), ...faults] }
  } finally {
    await held.close()
  }
}

/** Gives what is wrong with the server's own; its copy has all that either knows. */
async function copyJournal(held: Database, own: string, copied: string): Promise<string[]> {
  const journal = readJournal(own)
  const foreign = await held.read((sql) => firstForeignAct(sql, journal.acts))
  if (foreign !== undefined) throw new CannotStart(`The journal ${own} tells of another act ${foreign} than the database.`)
  const known = await held.read((sql) => actsAfter(sql, 0))
  const acts = new Map([...known, ...journal.acts].map((act) => [act.number, act]))
  appendActs(
    copied,
    [...acts.values()].sort((a, b) => a.number - b.number),
  )
  return told(`The server’s own journal ${own} can't be wholly believed; "verify" says what to do`, journalFaults(journal, known, 'the database'))
}
