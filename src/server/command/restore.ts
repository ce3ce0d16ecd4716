// Puts a backup into a new folder, gives the history a new identity, by which phones know that they have to send again what
// the backup lacks, and does again what the journal tells of people and phones. Never writes over a database.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { examine } from '../check/whole.ts'
import { againstChecksum } from '../checksum-file.ts'
import { type Database, DatabaseError } from '../database/database.ts'
import { type Act, actsAfter } from '../database/query/act.ts'
import { addAudit } from '../database/query/audit.ts'
import { listFeeds } from '../database/query/feed.ts'
import { beginEpoch, findIdentity } from '../database/query/identity.ts'
import { openCopy, openSqlite } from '../database/sqlite.ts'
import { flush } from '../disk.ts'
import { asSentence, DATABASE } from '../folder.ts'
import { journalFaults } from '../journal-faults.ts'
import { readJournal } from '../journal-file.ts'
import { createPlaceBook } from '../places.ts'
import { firstForeignAct, type Replayed, replay } from '../replay.ts'
import { bringSummariesUpToDate } from '../summary/rebuild.ts'
import { journalBeside } from './backup.ts'
import type { Command, Ended, Ground } from './command.ts'
import { countsLine } from './counts.ts'
import { findingsLines, told } from './findings-lines.ts'
import { alteredLines, doubtLines, journalLines, nextLines, proofLine } from './restore-lines.ts'

export const restore: Command = {
  options: ['from'],
  runOnGround: async (ground, { from }) => {
    const { journal } = ground
    const problem = from === undefined ? '--from is missing: the file of a backup.' : whyNot(from, ground.data, journal)
    if (from === undefined || problem !== undefined) return { code: 2, lines: [problem ?? ''] }
    const beside = journalBeside(from)
    const told = journal ?? (existsSync(beside) ? beside : undefined)
    const working = join(ground.data, 'restoring.sqlite')
    try {
      mkdirSync(ground.data, { recursive: true })
      copyFileSync(from, working)
      const proof = await againstChecksum(from, from, working)
      const altered = [...(proof === 'differs' ? [from] : []), ...(told === beside && (await againstChecksum(from, beside)) === 'differs' ? [beside] : [])]
      if (altered.length > 0) return { code: 1, lines: alteredLines(altered, from) }
      if (proof === 'unknown') takePages(from, working)
      return await putBack(ground, { working, journal: told, proof: proofLine(proof === 'same', from) })
    } catch (error) {
      throw asSentence(error, `The backup ${from} can't be put back`)
    } finally {
      if (existsSync(ground.data)) for (const rest of ['', '-wal', '-shm']) rmSync(working + rest, { force: true })
    }
  },
}

function whyNot(from: string, data: string, journal: string | undefined): string | undefined {
  if (!existsSync(from)) return `There is no file ${from}.`
  if (!statSync(from).isFile()) return `${from} is no file.`
  if (journal !== undefined && !existsSync(journal)) return `There is no journal ${journal}.`
  if (existsSync(data) && !statSync(data).isDirectory()) return `${data} is no folder. A backup is put into a new one: --data DIR`
  if (existsSync(data) && readdirSync(data).length > 0)
    return `The folder ${data} is not empty. A backup is put into a new folder only, never over a database: --data DIR`
  return undefined
}

/** The file of a server that ended without closing has its newest pages beside it; a backup has none. */
function takePages(from: string, working: string): void {
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${working}-wal`)
}

interface Taken {
  working: string
  journal: string | undefined
  /** How far its bytes are proven. */
  proof: string
}

async function putBack(ground: Ground, { working, journal, proof }: Taken): Promise<Ended> {
  const damaged = await damageOf(working)
  if (damaged.length > 0) return { code: 1, lines: [...damaged, 'Nothing was put back. Take another backup.'] }
  const { before, after, replayed, faults, found } = await bringUpToDate(ground, working, journal)
  if (found.length > 0) return { code: 1, lines: [...found, 'Nothing was put back. Take another backup.'] }
  flush(working)
  renameSync(working, join(ground.data, DATABASE))
  flush(ground.data)
  const lines = [`The backup held ${before}`, ...journalLines(replayed, journal), `Put back, proven whole: ${after}`, proof]
  const doubts = doubtLines(replayed, faults, journal)
  return { code: doubts.length > 0 ? 1 : 0, lines: [...lines, ...doubts, ...nextLines(ground.data)] }
}

interface BroughtUp {
  /** What it held before the journal, and after. */
  before: string
  after: string
  replayed: Replayed
  /** Why the journal can't be wholly believed. */
  faults: string[]
  /** What is not whole about it. */
  found: string[]
}

async function bringUpToDate(ground: Ground, working: string, journal: string | undefined): Promise<BroughtUp> {
  const told = journal === undefined ? undefined : readJournal(journal)
  const database = await openSqlite(working, { now: ground.edges.now })
  try {
    const before = await countsLine(database)
    await bringSummariesUpToDate(database)
    const faults = told ? journalFaults(told, await database.read((sql) => actsAfter(sql, 0)), 'the backup') : []
    const replayed = await beginAnew(ground, database, told?.acts ?? [], journal)
    return { before, replayed, faults, found: findingsLines(await examine(database)), after: await countsLine(database) }
  } finally {
    await database.close()
  }
}

/** Looked at as it came, before anything is altered. */
async function damageOf(working: string): Promise<string[]> {
  try {
    const copy = openCopy(working)
    const faults = await copy.faults().finally(() => copy.close())
    return told('The backup is damaged', faults)
  } catch (error) {
    if (error instanceof DatabaseError) return told('The backup is damaged', [error.message])
    throw error
  }
}

function beginAnew({ units, edges }: Ground, database: Database, acts: readonly Act[], journal: string | undefined): Promise<Replayed> {
  const { now, newId } = edges
  return database.write(async (sql) => {
    const identity = await findIdentity(sql)
    if (!identity) throw new CannotStart('It holds no server: nothing was ever founded in it.')
    const foreign = await firstForeignAct(sql, acts)
    if (foreign !== undefined) throw new CannotStart(`The journal ${journal} belongs to another server: it tells of another act ${foreign}.`)
    // How far the backup had come, before the operator's own records are written again.
    const came = await listFeeds(sql)
    const epoch = newId()
    const replayed = await replay({ sql, epoch, places: createPlaceBook(units.lookup), newId }, acts)
    await beginEpoch(sql, epoch, came, now())
    await addAudit(sql, { id: newId(), at: now(), event: 'restored', detail: { formerEpoch: identity.epoch, epoch } })
    return replayed
  })
}
