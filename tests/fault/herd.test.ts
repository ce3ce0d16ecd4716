import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { waitMs } from '../../src/client/sync/backoff.ts'
import { makeId } from '../../src/model/id.ts'
import { problem } from '../../src/model/problem.ts'
import type { SyncAnswer } from '../../src/protocol/sync.ts'
import { type Device, enrolDevice } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import { remoteBrowser, serverProcess } from '../fixture/server-process.ts'

const newId = (): string => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

const SESSIONS = 5
/** At 2,000 phones a minute. */
const MS_A_PHONE = 30
const LONGEST_P95_MS = 10_000

interface Handed {
  ms: number
  refused: number
}

/** Hands in a day's sessions and reads the news, coming again as a phone does where the server is busy. */
async function handIn(phone: Device): Promise<Handed> {
  const changes = Array.from({ length: SESSIONS }, () => phone.set('session', newId(), session()))
  const began = performance.now()
  for (let refused = 0; ; refused++) {
    const response = await phone.post(phone.request(changes, { want: 100 }))
    if (response.status === 200) {
      const { results } = (await response.json()) as SyncAnswer // asserted by the next line
      expect(results.map(({ answer }) => answer)).toEqual(changes.map(() => 'applied'))
      return { ms: performance.now() - began, refused }
    }
    const seconds = Number(response.headers.get('retry-after'))
    expect([response.status, ((await response.json()) as { problem: unknown }).problem]).toEqual([503, problem('busy')])
    expect(seconds).toBeGreaterThan(0)
    await pass(waitMs(problem('busy', [], { seconds }), refused + 1, Math.random()))
  }
}

const p95 = (handed: readonly Handed[]): number => handed.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(handed.length * 0.95)] ?? 0
const refusals = (handed: readonly Handed[]): number => handed.reduce((sum, { refused }) => sum + refused, 0)

const count = times(100, 2000)

test('[F59] at five in the afternoon all phones of a province come within a minute: each is served in time, none loses anything', {
  timeout: 120_000 + count * 300,
}, async (context) => {
  const operating = operator()
  const prepared = await operating.server()
  const secrets: string[] = []
  for (let i = 0; i < count; i++) secrets.push((await prepared.invite('collaborator', aLuoi1)).secret)
  await prepared.stop()
  const server = await serverProcess(operating)
  const phones: Device[] = []
  for (const secret of secrets) phones.push(await enrolDevice(remoteBrowser(server), secret, { now: Date.now, newId }))

  const spread = await Promise.all(phones.map((phone) => pass(Math.random() * count * MS_A_PHONE).then(() => handIn(phone))))
  const crowd = await Promise.all(phones.map(handIn))

  const database = new DatabaseSync(operating.at('data/lan-toa.sqlite'), { readOnly: true })
  const held = database.prepare('SELECT count(*) AS changes, count(DISTINCT record) AS records, max(seq) AS last FROM change').get()
  database.close()
  const sent = 2 * count * SESSIONS
  expect(held).toEqual({ changes: sent, records: sent, last: sent })
  expect(p95(spread)).toBeLessThan(LONGEST_P95_MS)
  const rate = Math.round(60_000 / MS_A_PHONE)
  noteFigure(
    context,
    count,
    `${count} phones at ${rate} a minute: p95 ${(p95(spread) / 1000).toFixed(2)} s, ${refusals(spread)} told to come again; all at once: p95 ${(p95(crowd) / 1000).toFixed(1)} s, ${refusals(crowd)}; 0 of ${sent} sessions lost`,
  )
})
