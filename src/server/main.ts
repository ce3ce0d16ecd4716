// Reads the configuration, opens the database, listens. The server's edge: clock, randomness, disk and console begin here.

import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { dateInVietnam } from '../model/civil-date.ts'
import { makeId } from '../model/id.ts'
import { loadPack } from '../programme/packs.ts'
import { createApp } from './app.ts'
import { CannotStart } from './cannot-start.ts'
import { addressOf, type Config, isSecure, readConfig } from './config.ts'
import type { Database } from './database/database.ts'
import { createFiles } from './files.ts'
import { holdFolder, type Opening, openFolder } from './folder.ts'
import { foundServer, refuseMixing } from './found-server.ts'
import { greeting } from './greeting.ts'
import { expireOld } from './job/expire.ts'
import { listen } from './listen.ts'
import type { LogEntry } from './parts.ts'
import { createPlaceBook } from './places.ts'
import { practiceData } from './practice/data.ts'
import { makeOffers } from './practice/offer.ts'
import { openPractice } from './practice/open.ts'
import { asksForHelp, serverHelp } from './server-help.ts'
import { loadOfficialUnits, type OfficialUnits } from './units.ts'

export interface Running {
  address: string
  /** What to say to whoever started it: where it is, and who may come in. */
  greeting: string[]
  stop(): Promise<void>
}

/** Huế, of whose 40 communes the practice province is made. */
const PRACTICE_PROVINCE = '46'
/** The plan of this very province, its deadlines moved. */
const PRACTICE_PLAN = '003-thua-thien-hue'
const PRACTICE_SEED = 20_251_122

const now = (): number => Date.now()
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))
const newId = (): string => makeId(now(), random(10))
export const edges = { now, random, newId, subtle: crypto.subtle }

type End = () => unknown

/** Throws CannotStart with a sentence where something is wrong with what it was given. */
export async function start(argv: readonly string[], environment: Record<string, string | undefined>): Promise<Running> {
  const read = readConfig(argv, environment)
  if (!read.ok) throw new CannotStart(read.problem.join('\n'))
  const config = read.value
  const ends: End[] = []
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return { ...(await serve(config, ends)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What is begun puts into `ends` how it is ended: whatever fails, nothing goes on that would keep the process up. */
async function serve(config: Config, ends: End[]): Promise<Omit<Running, 'stop'>> {
  const { host, port, dist, data } = config
  const [units, tls] = [loadOfficialUnits(dist), readTls(config)]
  ends.push(holdFolder(data))
  const database = await openDatabase(data, { journal: config.journal })
  ends.push(() => database.close())
  const practice = await prepare(database, config, units)
  ends.push(await expireDaily(database))
  const app = createApp({ database, now, random, units, files: createFiles(dist), secure: isSecure(config), log })
  const socket = await listen(app, { host, port, ...tls, behindProxy: config.origin !== undefined })
  ends.push(() => socket.stop())
  const address = addressOf(config, socket.port)
  const offers = practice ? await makeOffers(database, edges) : []
  return { address, greeting: greeting(address, { practice, offers, data }) }
}

/** Runs until the process is told to end, then ends in order. */
export async function runUntilStopped(argv: readonly string[]): Promise<void> {
  if (asksForHelp(argv)) return console.log(serverHelp.join('\n'))
  try {
    const running = await start(argv, process.env)
    const end = (): void => void running.stop().then(() => process.exit(0))
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
    for (const line of running.greeting) console.log(line)
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error)
    process.exitCode = 1
  }
}

export const openDatabase = (folder: string, opening: Opening = {}): Promise<Database> => openFolder(folder, opening, now)

/** A new folder becomes a practice province, or an empty server where that was asked for. Gives whether it is practice. */
async function prepare(database: Database, { empty, data: folder }: Config, units: OfficialUnits): Promise<boolean> {
  const identity = await foundServer(database, { practice: !empty, newId, now: now(), subtle: crypto.subtle })
  refuseMixing(identity, empty, folder)
  if (!identity.practice || (await hasFeed(database))) return identity.practice
  const province = units.byCode(PRACTICE_PROVINCE)
  if (!province)
    throw new CannotStart(`The units of province ${PRACTICE_PROVINCE}, of which the practice province is made, are missing. Build the app again: npm run build`)
  const pack = await loadPack(PRACTICE_PLAN)
  const data = practiceData({ today: dateInVietnam(now()), province, communes: units.communesOf(province.id), pack, seed: PRACTICE_SEED })
  await openPractice(database, data, province.id, { places: createPlaceBook(units.lookup), now, newId })
  return true
}

const DAY_MS = 86_400_000

/** At the start and every day; gives back how to stop. */
async function expireDaily(database: Database): Promise<() => void> {
  await expireOld(database, now())
  const daily = setInterval(() => void expireOld(database, now()).catch((error: unknown) => log({ event: 'request-failed', error })), DAY_MS)
  return () => clearInterval(daily)
}

const hasFeed = (database: Database): Promise<boolean> => database.read(async (sql) => (await sql.get('SELECT id FROM feed LIMIT 1')) !== undefined)

function readTls({ tls: files }: Config): { tls?: { cert: Buffer; key: Buffer } } {
  if (!files) return {}
  const tls = orSentence('read', () => ({ cert: readFileSync(files.cert), key: readFileSync(files.key) }))
  orSentence('used', () => createSecureContext(tls))
  return { tls }
}

function orSentence<T>(use: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new CannotStart(`The certificate or its key can't be ${use}: ${error instanceof Error ? error.message : error}`, error)
  }
}

export const log = (entry: LogEntry): void =>
  console.error(new Date(now()).toISOString(), entry.event, entry.requestId ?? entry.changeId ?? entry.device ?? '', entry.error)

if (import.meta.main) await runUntilStopped(process.argv.slice(2))
