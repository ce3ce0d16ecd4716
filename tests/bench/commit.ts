// What group commit is worth: many phones push one session each at the same moment, into a real file, once with every
// push committed by itself and once in groups. `npm run bench:commit [-- PHONES ROUNDS]`

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { clockAt } from '../fixture/clock.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { seqsOf } from '../fixture/server-content.ts'

interface Measured {
  pushes: number
  commits: number
  seconds: number
}

const [phones = 200, rounds = 5] = process.argv.slice(2).map(Number)

async function pushesIn(mostTogether: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-bench-'))
  let commits = 0
  const onCommit = (): void => void commits++
  const database = await openSqlite(join(folder, 'bench.sqlite'), { now: clockAt('2026-11-22').now, mostTogether, onCommit })
  try {
    const server = await serverFixture({ database })
    const devices = []
    for (let i = 0; i < phones; i++) devices.push(await server.enrol('collaborator', aLuoi1))
    commits = 0
    const before = performance.now()
    for (let round = 0; round < rounds; round++) {
      const pushes = devices.map((device) => device.sync([device.set('session', server.newId(), session())], { want: 1 }))
      await Promise.all(pushes)
    }
    const seconds = (performance.now() - before) / 1000
    const held = (await seqsOf(database)).length
    if (held !== phones * rounds) throw new Error(`${held} of ${phones * rounds} pushes are there.`)
    return { pushes: held, commits, seconds }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
}

const line = (name: string, { pushes, commits, seconds }: Measured): string =>
  [
    name.padEnd(12),
    `${pushes} pushes`,
    `${commits} commits`,
    `${(commits / pushes).toFixed(3)} commits a push`,
    `${(pushes / seconds).toFixed(0)} pushes/s`,
  ].join('  ')

await pushesIn(64)
const alone = await pushesIn(1)
const grouped = await pushesIn(64)
console.log(`${phones} phones at once, ${rounds} rounds`)
console.log(line('one by one', alone))
console.log(line('in groups', grouped))
console.log(`ratio: ${(alone.commits / grouped.commits).toFixed(1)} times fewer commits, ${(alone.seconds / grouped.seconds).toFixed(2)} times the pushes/s`)
