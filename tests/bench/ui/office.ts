// The office of one commune that has held many sessions, and the real app and server before them on a real socket.

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dateInVietnam } from '../../../src/model/civil-date.ts'
import { createApp } from '../../../src/server/app.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'
import { createFiles } from '../../../src/server/files.ts'
import { listen } from '../../../src/server/listen.ts'
import { officialUnits } from '../../../src/server/units.ts'
import { dist } from '../../../tool/files.ts'
import type { Device } from '../../fixture/device.ts'
import { aLuoi1, land } from '../../fixture/land.ts'
import { type ServerFixture, serverFixture } from '../../fixture/server.ts'
import { officialSessions, type Paper, sessions, villages } from '../wire/records.ts'

export interface Office {
  origin: string
  /** Half of the sessions are this account's. */
  link: string
  papers: Paper[]
  stop(): Promise<void>
}

/** Every 50 minutes or so, 10,000 of them fill most of a year. */
const HOURS_APART = 1.4
const MOST_TOGETHER = 500

export async function office(count: number): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'lan-toa-bench-'))
  const database = await openSqlite(join(folder, 'lan-toa.sqlite'), { now: Date.now })
  const today = dateInVietnam(Date.now())
  const server = await serverFixture({ database, today: addDays(today, -1) })
  const from = addDays(today, -365)
  const half = Math.ceil(count / 2)
  const [hers, others] = [sessions(half, { from, hoursApart: HOURS_APART * 2 }), officialSessions(count - half, { from, hoursApart: HOURS_APART * 2 })]
  const official = await server.enrol('official', aLuoi1)
  const collaborator = await server.enrol('collaborator', aLuoi1)
  await enter(official, villages())
  await enter(collaborator, hers)
  await enter(official, others)
  // What they entered yesterday, she is invited to see today.
  server.clock.advance(Date.now() - server.clock.now())
  const parts = { database, now: Date.now, random: (bytes: number) => new Uint8Array(randomBytes(bytes)), units: officialUnits(land) }
  const socket = await listen(createApp({ ...parts, files: createFiles(dist), log: () => undefined }), { host: '127.0.0.1', port: 0, behindProxy: false })
  const origin = `http://127.0.0.1:${socket.port}`
  return {
    origin,
    link: `${origin}/enrol#${await secretFor(server, collaborator)}`,
    papers: [...hers, ...others],
    stop: async () => {
      await socket.stop()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

async function enter(device: Device, papers: readonly Paper[]): Promise<void> {
  for (let at = 0; at < papers.length; at += MOST_TOGETHER) {
    const changes = papers.slice(at, at + MOST_TOGETHER).map(({ id, kind, fields }) => device.set(kind, id, fields))
    const { results } = await device.sync(changes, { want: 1 })
    const refused = results.find(({ answer }) => answer !== 'applied')
    if (refused) throw new Error(`The server does not take a record: ${JSON.stringify(refused)}`)
  }
}

const secretFor = async (server: ServerFixture, { account }: Device): Promise<string> => (await server.inviteAgain(account)).secret
