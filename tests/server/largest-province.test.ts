// The largest province on its way to an empty phone of its office: the bodies of the answers, packed as the server packs them.

import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fromColumns, type Sums } from '../../src/protocol/summary-columns.ts'
import { MOST_ROWS, type SyncAnswer, syncAnswer } from '../../src/protocol/sync.ts'
import type { Device } from '../fixture/device.ts'
import { fillLargestProvince, LATER, largestLand, PLACES, SESSIONS } from '../fixture/largest-province.ts'
import { serverFixture } from '../fixture/server.ts'

/** Requests, heads and the units' own file come on top: all of it together `npm run bench:wire` holds against 400 kB. */
const MOST_BYTES = 350_000

interface Told {
  bytes: number
  answer: SyncAnswer
}

async function ask(office: Device, cursor: string | null): Promise<Told> {
  const headers = { 'Content-Type': 'application/json', 'Accept-Encoding': 'br' }
  const body = JSON.stringify(office.request([], { cursor, want: MOST_ROWS, sums: 'columns' }))
  const response = await office.browser.fetch('/api/sync', { method: 'POST', headers, body })
  const packed = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-encoding')).toBe('br')
  return { bytes: packed.length, answer: syncAnswer.parse(JSON.parse(brotliDecompressSync(packed).toString())) }
}

test('[P73] the sums of 168 communes in two years reach the office in a few answers and about 300 kB', { timeout: 300_000 }, async () => {
  const land = largestLand()
  const server = await serverFixture({ units: land, today: LATER })
  await fillLargestProvince(server, land)
  const office = await server.enrol('province', land[0]?.id ?? '', { organisation: server.newId() })
  const all = [await ask(office, null)]
  while (all.at(-1)?.answer.more) all.push(await ask(office, all.at(-1)?.answer.cursor ?? null))
  expect(all.length).toBeLessThan(4)
  expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES)
  const sums = all.flatMap(({ answer: { summaries } }): Sums[] =>
    summaries?.columns ? [fromColumns(summaries.columns) ?? expect.unreachable('they fit')] : [],
  )
  const held = sums.flatMap(({ rows }) => rows).reduce((sum, { values }) => sum + (values['sessions'] ?? 0), 0)
  expect(held).toBe(SESSIONS)
  expect(new Set(sums.flatMap(({ lastSessions }) => lastSessions.map(({ unit }) => unit))).size).toBe(PLACES)
})
