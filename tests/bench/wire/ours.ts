// Lan Tỏa itself: the real server behind a real socket with its database on disk, and a collaborator's real store, engine
// and transport. An official of the same commune makes the news.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dateInVietnam } from '../../../src/model/civil-date.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'
import { listen } from '../../../src/server/listen.ts'
import type { Device } from '../../fixture/device.ts'
import { aLuoi1 } from '../../fixture/land.ts'
import type { Phone } from '../../fixture/phone.ts'
import { type ServerFixture, serverFixture } from '../../fixture/server.ts'
import type { Contender, Job, Measured, Speed } from './job.ts'
import { phoneBehind } from './phone-behind.ts'
import { type CountingProxy, countingProxy } from './proxy.ts'
import type { Paper } from './records.ts'

export const ours: Contender = { name: 'Lan Tỏa', measure, stop: async () => undefined }

async function measure(job: Job, speed: Speed): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'lan-toa-bench-'))
  const database = await openSqlite(join(folder, 'lan-toa.sqlite'), { now: Date.now })
  const server = await serverFixture({ database, today: dateInVietnam(inOrder(job.before)[0]?.at ?? 0) })
  const socket = await listen(server.app, { host: '127.0.0.1', port: 0, behindProxy: false })
  const proxy = await countingProxy(socket.port)
  try {
    return await measureOn(server, proxy, job, speed)
  } finally {
    await proxy.stop()
    await socket.stop()
    await database.close()
    await rm(folder, { recursive: true })
  }
}

async function measureOn(server: ServerFixture, proxy: CountingProxy, { before, out, news }: Job, speed: Speed): Promise<Measured> {
  const official = await server.enrol('official', aLuoi1)
  for (const paper of before) await enter(server, official, paper)
  const phone = await phoneBehind(proxy.address, server)
  await phone.sync()
  for (const paper of inOrder([...out, ...news])) await enter(server, news.includes(paper) ? official : phone, paper)
  const measured = await proxy.measure(speed, () => phone.sync())
  await checkAllArrived(server, phone, [...before, ...out, ...news])
  return measured
}

const inOrder = (papers: readonly Paper[]): Paper[] => [...papers].sort((a, b) => a.at - b.at)

/** At the time that the paper says, by the person whose phone or device it is. */
async function enter({ clock }: ServerFixture, by: Phone | Device, { id, kind, at, fields }: Paper): Promise<void> {
  clock.advance(Math.max(0, at - clock.now()))
  if ('push' in by) {
    const result = await by.push(by.set(kind, id, fields))
    if (result.answer !== 'applied') throw new Error(`The server does not take ${id}: ${JSON.stringify(result)}`)
    return
  }
  const saved = await by.trySave({ id, kind, ...fields })
  if (!saved.ok) throw new Error(`The phone does not save ${id}: ${JSON.stringify(saved.problem)}`)
}

async function checkAllArrived({ database }: ServerFixture, { store, engine, errors }: Phone, papers: readonly Paper[]): Promise<void> {
  const onServer = await database.read((sql) => sql.get('SELECT count(*) AS records FROM record'))
  const onPhone = await store.records.bulkGet(papers.map(({ id }) => id))
  const untold = onPhone.filter((record) => record?.server === undefined).length
  const { toSend } = engine.get()
  if (toSend > 0 || untold > 0 || errors.length > 0 || onServer?.['records'] !== papers.length)
    throw new Error(`Not all arrived: ${toSend} to send, ${untold} not told, ${onServer?.['records']} of ${papers.length} at the office. ${errors.join()}`)
}
