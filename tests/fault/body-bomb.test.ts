import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { makeId } from '../../src/model/id.ts'
import { MOST_PACKED, MOST_UNPACKED } from '../../src/protocol/sync.ts'
import { enrolDevice } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import { remoteBrowser, serverProcess } from '../fixture/server-process.ts'

const newId = (): string => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

const MOST_GROWTH_MB = 64
const CROWD = times(4, 20)

const filled = (part: string): string => part.repeat(Math.floor((MOST_UNPACKED - 100) / part.length))

/** What a stranger might pack: each is small on the way, and as large as it may be unpacked, or larger. */
const bombs: [name: string, plain: string | Buffer, status: number][] = [
  ['300 MB of spaces', Buffer.alloc(300_000_000, ' '), 413],
  ['spaces', filled(' '), 400],
  ['empty lists', `[${filled('[],')}0]`, 413],
  ['empty objects', `{"a":[${filled('{},')}0]}`, 413],
  ['numbers', `[${filled('1,')}0]`, 413],
  ['words', `[${filled('"a",')}0]`, 413],
  ['names', `{${Array.from({ length: 300_000 }, (_, place) => `"${place.toString(36)}":0`).join(',')}}`, 413],
  ['lists in lists', '['.repeat(4_000_000) + ']'.repeat(3_900_000), 400],
  ['objects in objects', `${'{"a":'.repeat(1_300_000)}0${'}'.repeat(1_300_000)}`, 400],
  ['one long word', `["${filled('x')}"]`, 400],
]

/** In MB, of the server's own process. */
function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) / 1024
}

test.runIf(existsSync('/proc/self/clear_refs'))(
  '[F60] packed bodies that unpack to millions of values are refused early, and the server does not swell',
  { timeout: 120_000 },
  async (context) => {
    // Packed first: it takes so long that a connection would be closed meanwhile.
    const packed = bombs.map(([name, plain, status]) => ({ name, body: new Uint8Array(gzipSync(plain)), status }))
    for (const { name, body } of packed) expect(body.byteLength, name).toBeLessThan(MOST_PACKED)
    const operating = operator()
    const prepared = await operating.server()
    const { secret } = await prepared.invite('collaborator', aLuoi1)
    await prepared.stop()
    const server = await serverProcess(operating)
    const phone = await enrolDevice(remoteBrowser(server), secret, { now: Date.now, newId })
    const work = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) expect((await phone.push(phone.set('session', newId(), session()))).answer).toBe('applied')
    }
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Connection: 'close', Cookie: `__Host-lt-${phone.account}=x` }
    const throwAt = async (body: Uint8Array<ArrayBuffer>): Promise<number> =>
      (await fetch(`${server.address}/api/sync`, { method: 'POST', headers, body })).status

    /** How much memory it needed at the most while something was done, beyond what it had. */
    const growthDuring = async (done: () => Promise<void>): Promise<number> => {
      writeFileSync(`/proc/${server.pid()}/clear_refs`, '5')
      const before = memoryOf(server.pid(), 'VmRSS')
      await done()
      return memoryOf(server.pid(), 'VmHWM') - before
    }

    // A day's work first: what the server needs for itself is no growth.
    await work(200)
    const runs = times(1, 20)
    const atFirst = memoryOf(server.pid(), 'VmRSS')
    let alone = 0
    for (const { name, body, status } of packed) {
      for (let run = 0; run < runs; run++) alone = Math.max(alone, await growthDuring(async () => expect(await throwAt(body), name).toBe(status)))
    }
    const after = memoryOf(server.pid(), 'VmRSS') - atFirst
    const atOnce = await growthDuring(async () => {
      for (const { name, body, status } of packed)
        expect(await Promise.all(Array.from({ length: CROWD }, () => throwAt(body))), name).toEqual(Array.from({ length: CROWD }, () => status))
    })
    await work(1)
    expect(alone).toBeLessThan(MOST_GROWTH_MB)
    expect(Math.max(after, atOnce)).toBeLessThan(2 * MOST_GROWTH_MB)
    noteFigure(
      context,
      packed.length * (runs + CROWD),
      `one body needs ${alone.toFixed(0)} MB more at the most; after ${packed.length * runs} of them ${after.toFixed(0)} MB; ${CROWD} at once ${atOnce.toFixed(0)} MB`,
    )
  },
)
