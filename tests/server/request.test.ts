import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { MOST_PACKED, MOST_UNPACKED } from '../../src/protocol/sync.ts'
import { type Database, DatabaseError } from '../../src/server/database/database.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { clockAt } from '../fixture/clock.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const post = (phone: Device, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  phone.browser.fetch('/api/sync', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body, duplex: 'half' } as RequestInit) // `duplex` is not in the DOM's type

async function toldBy(response: Response): Promise<[number, unknown]> {
  const body: unknown = await response.json()
  return [response.status, (body as { problem?: { code?: unknown } }).problem?.code]
}

test('[P5] a body that is no JSON, or is cut, is told so', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const whole = JSON.stringify(phone.request())
  for (const body of ['', 'xin chào', whole.slice(0, -1), new Uint8Array([0x22, 0xff, 0x22])])
    expect(await toldBy(await post(phone, body))).toEqual([400, 'not-json'])
  const packed = gzipSync(whole)
  expect(await toldBy(await post(phone, packed.subarray(0, -12), { 'Content-Encoding': 'gzip' }))).toEqual([400, 'not-json'])
  expect(await toldBy(await post(phone, whole, { 'Content-Encoding': 'gzip' }))).toEqual([400, 'not-json'])
})

test('[P6] JSON that is not the protocol’s is told so, with the place', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const answer = await post(phone, JSON.stringify(phone.request([], { want: 0 })))
  expect([answer.status, await answer.json()]).toEqual([400, { problem: { code: 'not-protocol', path: ['want'] } }])
  expect(await toldBy(await post(phone, JSON.stringify({ ...phone.request(), protocol: 2 })))).toEqual([400, 'not-protocol'])
  const deep = JSON.stringify(phone.request([phone.set('session', server.newId(), session({ place: 'DEEP' }))])).replace(
    '"DEEP"',
    '['.repeat(100_000) + ']'.repeat(100_000),
  )
  expect(await toldBy(await post(phone, deep))).toEqual([400, 'not-protocol'])
})

test('[P2] forms, plain text and unknown packings are refused', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const whole = JSON.stringify(phone.request())
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/jsonp'])
    expect(await toldBy(await post(phone, whole, { 'Content-Type': type }))).toEqual([415, 'wrong-type'])
  expect(await toldBy(await post(phone, whole, { 'Content-Encoding': 'br' }))).toEqual([415, 'wrong-type'])
  expect((await post(phone, whole, { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(200)
})

test('[P3] a packed push is taken like a plain one', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const body = gzipSync(JSON.stringify(phone.request([phone.set('session', server.newId(), session())])))
  const response = await post(phone, body, { 'Content-Encoding': 'gzip' })
  expect(await response.json()).toMatchObject({ results: [{ answer: 'applied' }] })
})

test('[P4] more than anybody may send is refused while it arrives: as sent, unpacked, and whatever length it claims', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  expect(await toldBy(await post(phone, ' '.repeat(MOST_PACKED + 1)))).toEqual([413, 'too-large'])
  expect(await toldBy(await post(phone, gzipSync(Buffer.alloc(MOST_UNPACKED + 1, 32)), { 'Content-Encoding': 'gzip' }))).toEqual([413, 'too-large'])
  let sent = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 65_536
      controller.enqueue(new Uint8Array(65_536).fill(32))
    },
  })
  expect(await toldBy(await post(phone, endless))).toEqual([413, 'too-large'])
  expect(sent).toBeLessThan(2 * MOST_PACKED)
  const most = JSON.stringify(phone.request())
  expect((await post(phone, most + ' '.repeat(MOST_PACKED - most.length))).status).toBe(200)
})

test('[P13] a stranger’s body is not even read', async () => {
  const server = await serverFixture()
  const stranger = await server.browser().fetch('/api/sync', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: 'nonsense' })
  expect(await toldBy(stranger)).toEqual([401, 'signed-out'])
})

test('[P9] another site’s page is refused, our own and the address bar are not', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const whole = JSON.stringify(phone.request())
  for (const site of ['cross-site', 'same-site']) expect(await toldBy(await post(phone, whole, { 'Sec-Fetch-Site': site }))).toEqual([403, 'foreign-site'])
  for (const site of ['same-origin', 'none']) expect((await post(phone, whole, { 'Sec-Fetch-Site': site })).status).toBe(200)
})

test('[P7] answers are packed as the phone asks, and small ones are not', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  await phone.sync(Array.from({ length: 5 }, () => phone.set('session', server.newId(), session())))
  const whole = JSON.stringify(phone.request())
  const asked = async (accept: string): Promise<[string | null, unknown]> => {
    const response = await post(phone, whole, { 'Accept-Encoding': accept })
    const bytes = Buffer.from(await response.arrayBuffer())
    const packing = response.headers.get('content-encoding')
    return [packing, JSON.parse((packing === 'br' ? brotliDecompressSync(bytes) : packing === 'gzip' ? gunzipSync(bytes) : bytes).toString())]
  }
  const rows = { changes: Array.from({ length: 5 }, () => ({ kind: 'session' })) }
  for (const [accept, packing] of [
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['', null],
    ['identity', null],
  ] as const) {
    const [told, body] = await asked(accept)
    expect(told).toBe(packing)
    expect(body).toMatchObject(rows)
  }
  const health = await server.browser().fetch('/api/health', { headers: { 'Accept-Encoding': 'br' } })
  expect(health.headers.get('content-encoding')).toBeNull()
})

test('[P8] every answer carries the security headers, and the API’s are never stored', async () => {
  const server = await serverFixture()
  for (const path of ['/api/health', '/api/nothing', '/nothing.js']) {
    const { headers } = await server.browser().fetch(path)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lan-toa lan-toa-paper',
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toMatch(/camera=\(self\).*geolocation=\(\)/)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cache-control')).toBe(path.startsWith('/api') ? 'no-store' : null)
  }
})

test('[P1] what the API does not have is not found, as a problem', async () => {
  const server = await serverFixture()
  for (const [path, method] of [
    ['/api/nothing', 'GET'],
    ['/api', 'GET'],
    ['/api/sync', 'GET'],
    ['/other', 'POST'],
  ] as const) {
    expect(await toldBy(await server.browser().fetch(path, { method }))).toEqual([404, 'not-found'])
  }
})

test('[P1] health tells that the database answers', async () => {
  const server = await serverFixture()
  const response = await server.browser().fetch('/api/health')
  expect([response.status, await response.json()]).toEqual([200, { ok: true, protocol: 1, practice: false, serverTime: server.clock.now() }])
})

/** A database that fails its next writes in one way. */
async function failing(): Promise<{ database: Database; fail(error: Error): void }> {
  const real = await openSqlite(':memory:', { now: clockAt('2026-11-22').now })
  let error: Error | undefined
  return {
    fail: (next) => {
      error = next
    },
    database: { ...real, write: (work) => (error ? Promise.reject(error) : real.write(work)) },
  }
}

test('[P10] a full disk, a busy database and a bug are told apart, and nothing of them leaks', async () => {
  const { database, fail } = await failing()
  const server = await serverFixture({ database })
  const phone = await server.enrol('collaborator', aLuoi1)
  const secretive = 'constraint at /srv/data on table device'
  fail(new DatabaseError('full', secretive))
  expect(await toldBy(await phone.post(phone.request()))).toEqual([507, 'disk-full'])
  fail(new DatabaseError('busy', secretive))
  const busy = await phone.post(phone.request())
  expect(busy.headers.get('retry-after')).toBe('2')
  expect(await toldBy(busy)).toEqual([503, 'busy'])
  fail(new TypeError(secretive))
  const broken = await phone.post(phone.request())
  const text = await broken.text()
  expect([broken.status, JSON.parse(text)]).toEqual([500, { problem: { code: 'broken', path: [] } }])
  expect(text).not.toContain('device')
  expect(server.log.map(({ event }) => event)).toEqual(['request-failed', 'request-failed'])
  expect(server.log.at(-1)?.requestId).toBe(broken.headers.get('x-request-id'))
})

test('[P10] whoever comes while too many wait for the database is told to come again, and is taken then', async () => {
  const server = await serverFixture({ mostWaiting: 2 })
  const [one, two] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const push = (phone: Device): Promise<Response> => phone.post(phone.request([phone.set('session', server.newId(), session())]))
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const inTheWay = server.database.read(() => held)
  const waiting = push(one)
  await expect.poll(server.database.waiting).toBe(2)
  const refused = await push(two)
  expect([await toldBy(refused), refused.headers.get('retry-after')]).toEqual([[503, 'busy'], '2'])
  expect((await server.browser().fetch('/nothing.js')).status).toBe(404)
  letGo()
  await inTheWay
  expect((await waiting).status).toBe(200)
  expect(server.database.waiting()).toBe(0)
  expect((await push(two)).status).toBe(200)
})
