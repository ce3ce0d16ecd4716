// An empty phone of the largest province's office: let in, given the units, and told all the sums there are. Everything that
// passes counts, with its heads.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCells } from '../../../src/client/store/figures.ts'
import { saveUnits } from '../../../src/client/store/units.ts'
import { downloadUnits } from '../../../src/client/sync/unit-download.ts'
import { openSqlite } from '../../../src/server/database/sqlite.ts'
import { createFiles } from '../../../src/server/files.ts'
import { listen } from '../../../src/server/listen.ts'
import { dist } from '../../../tool/files.ts'
import { fillLargestProvince, LATER, largestLand, SESSIONS } from '../../fixture/largest-province.ts'
import { type ServerFixture, serverFixture } from '../../fixture/server.ts'
import { fullSpeed, type Goal, slowSpeed } from './job.ts'
import { phoneBehind } from './phone-behind.ts'
import { countingProxy } from './proxy.ts'
import type { Row } from './table.ts'

const goal: Goal = {
  name: `An empty phone of an office: 168 communes, ${SESSIONS.toLocaleString('en')} sessions in two years`,
  mostRequests: 8,
  mostBytes: 400_000,
  goal: 'at most 8 requests and 400,000 bytes',
}

/** The app itself is built already. */
export async function emptyOffice(name: string): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'lan-toa-bench-'))
  const database = await openSqlite(join(folder, 'lan-toa.sqlite'), { now: Date.now })
  const units = largestLand()
  const server = await serverFixture({ database, today: LATER, units, files: createFiles(dist) })
  await fillLargestProvince(server, units)
  const socket = await listen(server.app, { host: '127.0.0.1', port: 0, behindProxy: false })
  const proxy = await countingProxy(socket.port)
  const province = units[0]?.id ?? ''
  try {
    const full = await proxy.measure(fullSpeed, () => read(proxy.address, server, province))
    const slow = await proxy.measure(slowSpeed, () => read(proxy.address, server, province))
    return { job: goal, name, full, slow }
  } finally {
    await proxy.stop()
    await socket.stop()
    await database.close()
    await rm(folder, { recursive: true })
  }
}

async function read(address: string, server: ServerFixture, province: string): Promise<void> {
  const phone = await phoneBehind(address, server, { role: 'province', unit: province })
  const units = await downloadUnits(phone.environment.fetch, province)
  if (!units.ok) throw new Error(`The units do not come: ${JSON.stringify(units.problem)}`)
  await saveUnits(phone.store, units.value)
  await phone.sync()
  const told = (await readCells(phone.store)).reduce((sum, { values }) => sum + (values['sessions'] ?? 0), 0)
  if (told !== SESSIONS || phone.errors.length > 0) throw new Error(`The office is told ${told} of ${SESSIONS} sessions. ${phone.errors.join()}`)
}
