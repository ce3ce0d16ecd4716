import { expect, test } from 'vitest'
import { enrol } from '../../src/client/sync/enrol.ts'
import { LONGEST_REQUEST_MS } from '../../src/client/sync/post.ts'
import { sendSync } from '../../src/client/sync/transport.ts'
import { downloadUnits } from '../../src/client/sync/unit-download.ts'
import { problem } from '../../src/model/problem.ts'
import { PROTOCOL, type SyncRequest } from '../../src/protocol/sync.ts'
import { idNamed } from '../fixture/id-named.ts'
import { hue } from '../fixture/land.ts'
import { testTimers } from '../fixture/phone.ts'
import { EVENING, enrolmentOf, scopeOf, village } from '../fixture/village.ts'

const scope = scopeOf('cộng tác viên')
const change = { id: idNamed('thay đổi'), n: 1, prev: null, kind: 'session' as const, record: idNamed('buổi'), base: null, at: 1, model: 1, set: {} }
const request: SyncRequest = {
  protocol: PROTOCOL,
  account: scope.account,
  device: idNamed('máy'),
  epoch: null,
  nonce: '0123456789abcdef',
  sentAt: 1,
  model: 1,
  cursor: null,
  changes: [change],
  want: 5,
}
const answer = {
  protocol: PROTOCOL,
  epoch: idNamed('epoch'),
  nonce: request.nonce,
  serverTime: 1,
  scope,
  results: [{ id: change.id, answer: 'applied', version: 1 }],
  fresh: false,
  changes: [],
  left: [],
  cursor: '1',
  more: false,
  received: 1,
  last: null,
}
const answering =
  (response: Response): typeof fetch =>
  async () =>
    response

const portal = () => new Response('<html>Đăng nhập Wi-Fi</html>', { headers: { 'content-type': 'text/html' } })

test('[P55] a proven answer is believed', async () => {
  expect(await sendSync(answering(Response.json(answer)), request)).toMatchObject({ ok: true, value: { cursor: '1', results: [{ answer: 'applied' }] } })
})

test.each<[string, () => Response]>([
  ["a captive portal's page with status 200", portal],
  ['JSON that says it is a page', () => new Response(JSON.stringify(answer), { headers: { 'content-type': 'text/html' } })],
  ['an answer with another nonce, from a cache', () => Response.json({ ...answer, nonce: 'fedcba9876543210' })],
  ['an answer in another protocol', () => Response.json({ ...answer, protocol: 2 })],
  ['an answer without a cursor', () => Response.json({ ...answer, cursor: undefined })],
  ['results for other changes', () => Response.json({ ...answer, results: [{ id: idNamed('khác'), answer: 'applied', version: 1 }] })],
  ['fewer results than changes', () => Response.json({ ...answer, results: [] })],
  ['a cut body', () => new Response(JSON.stringify(answer).slice(0, 200), { headers: { 'content-type': 'application/json' } })],
  ["a proxy's 502", () => new Response('Bad gateway', { status: 502, headers: { 'content-type': 'text/plain' } })],
  ["a portal's 401", () => new Response('<html></html>', { status: 401, headers: { 'content-type': 'text/html' } })],
  ['JSON of somebody else with 403', () => Response.json({ error: 'blocked' }, { status: 403 })],
  ['a problem whose status is another', () => Response.json({ problem: problem('signed-out') }, { status: 403 })],
])('[P55] [P57] %s is no connection, and changes nothing on the phone', async (_, response) => {
  expect(await sendSync(answering(response()), request)).toMatchObject({ ok: false, problem: { code: 'no-connection' } })
  const { phone, server } = await village()
  const { id } = await phone.save()
  server.intercept = response
  const before = [await phone.store.outbox.toArray(), await phone.store.records.toArray(), await phone.store.meta.toArray()]
  expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend: 1, lastProblem: { code: 'no-connection' } })
  expect([await phone.store.outbox.toArray(), await phone.store.records.toArray(), await phone.store.meta.toArray()]).toEqual(before)
  expect((await phone.get(id))?.state).toBe('waiting')
})

test('[P56] it never follows a redirect, and sends the cookie to its own site only', async () => {
  const seen: RequestInit[] = []
  await sendSync(async (_, init) => {
    seen.push(init ?? {})
    throw new TypeError('redirected')
  }, request)
  expect(seen).toMatchObject([{ method: 'POST', redirect: 'error', credentials: 'same-origin', cache: 'no-store' }])
})

test('[P59] a large request is packed, a small one is not', async () => {
  const seen: RequestInit[] = []
  const look: typeof fetch = async (_, init) => {
    seen.push(init ?? {})
    return Response.json(answer)
  }
  await sendSync(look, request)
  await sendSync(look, { ...request, changes: [{ ...change, set: { note: 'Đông vui '.repeat(200) } }] })
  expect(seen.map(({ headers }) => (headers as Record<string, string>)['content-encoding'])).toEqual([undefined, 'gzip'])
  const unpacked = new Response(new Response(seen[1]?.body).body?.pipeThrough(new DecompressionStream('gzip')))
  expect(await unpacked.json()).toMatchObject({ nonce: request.nonce, changes: [{ set: { note: expect.stringContaining('Đông vui') } }] })
})

test('[P56] a request that never ends is called off', async () => {
  const clock = { now: EVENING }
  const timers = testTimers(clock)
  const hanging: typeof fetch = (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
  const sending = sendSync(hanging, request, timers.timer)
  await expect.poll(() => timers.due()).toEqual([EVENING + LONGEST_REQUEST_MS])
  timers.pass(LONGEST_REQUEST_MS)
  expect(await sending).toEqual({ ok: false, problem: problem('no-connection', [], { why: 'too slow' }) })
})

test("[P57] the server's own problems are told as they are, with the wait it asks for", async () => {
  const said = (code: 'signed-out' | 'too-old' | 'busy', status: number, headers = {}) =>
    sendSync(answering(Response.json({ problem: problem(code) }, { status, headers })), request)
  expect(await said('signed-out', 401)).toEqual({ ok: false, problem: problem('signed-out') })
  expect(await said('too-old', 426)).toEqual({ ok: false, problem: problem('too-old') })
  expect(await said('busy', 503, { 'retry-after': '7' })).toEqual({ ok: false, problem: problem('busy', [], { seconds: 7 }) })
  const newer = Response.json({ problem: { code: 'resting', path: [] } }, { status: 503 })
  expect(await sendSync(answering(newer), request)).toMatchObject({ problem: { code: 'busy' } })
})

test("[P58] what a newer server adds is not believed to be a fault: its words become this build's", async () => {
  const newer = {
    ...answer,
    wish: 1,
    scope: { ...scope, roles: [...scope.roles, { role: 'auditor', unit: hue, from: '2026-01-01' }] },
    results: [{ id: change.id, answer: 'rejected', problems: [{ code: 'too-loud', path: ['place'] }] }],
    changes: [{ kind: 'survey' }],
  }
  expect(await sendSync(answering(Response.json(newer)), request)).toMatchObject({
    ok: true,
    value: { scope: { roles: scope.roles }, results: [{ problems: [problem('not-valid', ['place'])] }], changes: [{ kind: 'survey' }] },
  })
})

test('[P69] enrolling believes only an answer for this device', async () => {
  const invited = { protocol: PROTOCOL, invitation: 'ABCDEFGHJK', device: idNamed('máy mới') } as const
  const admitted = { ...enrolmentOf(scope), device: invited.device }
  expect(await enrol(answering(Response.json(admitted)), invited)).toEqual({ ok: true, value: admitted })
  expect(await enrol(answering(Response.json({ ...admitted, device: idNamed('máy khác') })), invited)).toMatchObject({ problem: { code: 'no-connection' } })
  expect(await enrol(answering(portal()), invited)).toMatchObject({ problem: { code: 'no-connection' } })
  expect(await enrol(answering(Response.json({ problem: problem('invitation-used') }, { status: 409 })), invited)).toEqual({
    ok: false,
    problem: problem('invitation-used'),
  })
})

test("[P71] a province's units are asked for by its code, and believed only as its own", async () => {
  const file = { code: '46', type: 'thanh-pho', name: 'Huế', formerNames: [], communes: [['20044', 'xa', 'A Lưới 1', ['Thị trấn A Lưới']]] }
  const asked: unknown[] = []
  const units = await downloadUnits(async (path) => {
    asked.push(path)
    return Response.json(file)
  }, hue)
  expect(asked).toEqual(['/units/46.json'])
  expect(units).toMatchObject({
    ok: true,
    value: [
      { id: hue, level: 'province' },
      { id: '20044@2025-07-01', parent: hue, formerNames: ['Thị trấn A Lưới'] },
    ],
  })
  expect(await downloadUnits(answering(Response.json({ ...file, code: '48' })), hue)).toMatchObject({ problem: { code: 'no-connection' } })
  expect(await downloadUnits(answering(portal()), hue)).toMatchObject({ problem: { code: 'no-connection' } })
})
