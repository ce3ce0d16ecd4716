import { expect, test } from 'vitest'
import { enrolAnswer } from '../../src/protocol/enrol.ts'
import { revokeDevice } from '../../src/server/database/query/device.ts'
import { DAY_MS } from '../fixture/clock.ts'
import { postEnrol } from '../fixture/device.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'
import { auditOf } from '../fixture/server-content.ts'

const request = (server: ServerFixture, invitation: string, device = server.newId()): object => ({ protocol: 1, invitation, device, deviceName: 'Máy thử' })

async function codeOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json()
  return (body as { problem?: { code?: unknown } }).problem?.code
}

test('[P11] a link opens an account on a phone, with its token in a cookie and nowhere else', async () => {
  const server = await serverFixture()
  const { secret, account } = await server.invite('collaborator', aLuoi1)
  const browser = server.browser()
  const device = server.newId()
  server.clock.advance(1000)
  const response = await postEnrol(browser, request(server, secret, device))
  const text = await response.text()
  const answer = enrolAnswer.parse(JSON.parse(text))
  expect(answer).toMatchObject({ protocol: 1, device, serverTime: server.clock.now(), scope: { account, roles: [{ role: 'collaborator', unit: aLuoi1 }] } })
  const token = browser.cookies.get(`__Host-lt-${account}`)?.split(/[=;]/)[1] ?? ''
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(text).not.toContain(token)
  expect((await auditOf(server.database)).map(({ event }) => event)).toEqual(['invited', 'enrolled'])
})

test('[P17] a code may be typed in small letters, with spaces and dashes', async () => {
  const server = await serverFixture()
  const { code } = await server.invite('collaborator', aLuoi1)
  const typed = ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `
  expect((await postEnrol(server.browser(), request(server, typed))).status).toBe(200)
})

test('[P18] an invitation opens one phone: a second one is told that it was used, by link or by code', async () => {
  const server = await serverFixture()
  const { secret, code } = await server.invite('collaborator', aLuoi1)
  await postEnrol(server.browser(), request(server, secret))
  for (const invitation of [secret, code]) {
    const second = await postEnrol(server.browser(), request(server, invitation))
    expect([second.status, await codeOf(second)]).toEqual([409, 'invitation-used'])
  }
})

test('[P18] the phone whose answer was lost comes again and gets a fresh token; the lost one opens nothing', async () => {
  const server = await serverFixture()
  const { secret, account } = await server.invite('collaborator', aLuoi1)
  const device = server.newId()
  const [lost, kept] = [server.browser(), server.browser()]
  await postEnrol(lost, request(server, secret, device))
  const again = enrolAnswer.parse(await (await postEnrol(kept, request(server, secret, device))).json())
  expect(again.scope.account).toBe(account)
  const body = JSON.stringify({
    protocol: 1,
    account,
    device,
    epoch: again.epoch,
    nonce: 'sixteen-signs-ok',
    sentAt: 0,
    model: 1,
    cursor: null,
    changes: [],
    want: 10,
  })
  const sync = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
  expect((await lost.fetch('/api/sync', sync)).status).toBe(401)
  expect((await kept.fetch('/api/sync', sync)).status).toBe(200)
})

test('[P19] a phone that was shut out does not come back by the invitation it once used, but by a new one', async () => {
  const server = await serverFixture()
  const { secret, account } = await server.invite('collaborator', aLuoi1)
  const device = server.newId()
  await postEnrol(server.browser(), request(server, secret, device))
  await server.database.write((sql) => revokeDevice(sql, account, device, server.clock.now()))
  expect(await codeOf(await postEnrol(server.browser(), request(server, secret, device)))).toBe('invitation-used')
  const fresh = await server.inviteAgain(account)
  expect((await postEnrol(server.browser(), request(server, fresh.secret, device))).status).toBe(200)
})

test('[P16] a code ends after a day, a link after seven', async () => {
  const server = await serverFixture()
  const { secret, code } = await server.invite('collaborator', aLuoi1)
  server.clock.advance(DAY_MS)
  const late = await postEnrol(server.browser(), request(server, code))
  expect([late.status, await codeOf(late)]).toEqual([410, 'invitation-ended'])
  server.clock.advance(6 * DAY_MS - 1)
  expect((await postEnrol(server.browser(), request(server, secret))).status).toBe(200)
  const other = await server.invite('collaborator', aLuoi1)
  server.clock.advance(7 * DAY_MS)
  expect(await codeOf(await postEnrol(server.browser(), request(server, other.secret)))).toBe('invitation-ended')
})

test('[P20] guessing codes from one address slows down, and other addresses go on', async () => {
  const server = await serverFixture()
  const { code } = await server.invite('collaborator', aLuoi1)
  const guess = (address: string, invitation = 'AAAAABBBBB'): Promise<Response> => postEnrol(server.browser(address), request(server, invitation))
  for (let i = 0; i < 5; i++) expect(await codeOf(await guess('10.0.0.9'))).toBe('invitation-unknown')
  const slowed = await guess('10.0.0.9', code)
  expect([slowed.status, slowed.headers.get('retry-after'), await codeOf(slowed)]).toEqual([429, '1', 'too-often'])
  expect((await guess('10.0.0.8', code)).status).toBe(200)
  server.clock.advance(1000)
  expect(await codeOf(await guess('10.0.0.9'))).toBe('invitation-unknown')
  expect((await guess('10.0.0.9')).headers.get('retry-after')).toBe('2')
})

test('[P20] a link is not slowed by what others at its address guessed', async () => {
  const server = await serverFixture()
  const { secret } = await server.invite('collaborator', aLuoi1)
  for (let i = 0; i < 8; i++) await postEnrol(server.browser('10.0.0.9'), request(server, 'AAAAABBBBB'))
  expect((await postEnrol(server.browser('10.0.0.9'), request(server, secret))).status).toBe(200)
})

test('[P16] what is no enrolment is told so', async () => {
  const server = await serverFixture()
  const wrong = await postEnrol(server.browser(), { protocol: 1, invitation: 'short', device: server.newId() })
  expect([wrong.status, await wrong.json()]).toEqual([400, { problem: { code: 'not-protocol', path: ['invitation'] } }])
  const unknown = await postEnrol(server.browser(), request(server, 'x'.repeat(43)))
  expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'invitation-unknown'])
})

test('[P76] a phone that enrols is told the account’s earlier devices: not those shut out, and itself only where it was there before', async () => {
  const server = await serverFixture()
  const { secret, account } = await server.invite('collaborator', aLuoi1)
  const first = server.newId()
  const enrol = async (invitation: string, device: string) =>
    enrolAnswer.parse(await (await postEnrol(server.browser(), request(server, invitation, device))).json())
  expect((await enrol(secret, first)).devices).toEqual([])

  const firstSeen = server.clock.now()
  server.clock.advance(DAY_MS)
  const second = server.newId()
  const told = (await enrol((await server.inviteAgain(account)).secret, second)).devices
  expect(told).toEqual([{ name: 'Máy thử', contactAt: firstSeen, received: 0, isThis: false }])

  server.clock.advance(DAY_MS)
  const again = await enrol((await server.inviteAgain(account)).secret, first)
  expect(again.devices?.map(({ isThis }) => isThis)).toEqual([false, true])

  await server.database.write((sql) => revokeDevice(sql, account, second, server.clock.now()))
  expect((await enrol((await server.inviteAgain(account)).secret, server.newId())).devices?.map(({ contactAt }) => contactAt)).toEqual([server.clock.now()])
  expect((await enrol((await server.invite('official', aLuoi1)).secret, server.newId())).devices).toEqual([])
})

test('a phone’s name is one line of plain text, whatever it sends; one with nothing to read in it is none', async () => {
  const server = await serverFixture()
  const { account } = await server.invite('collaborator', aLuoi1)
  const named = async (deviceName: string): Promise<number> => {
    const { secret } = await server.inviteAgain(account)
    return (await postEnrol(server.browser(), { protocol: 1, invitation: secret, device: server.newId(), deviceName })).status
  }
  const sent = ['Android\u001b[2J\u001b]0;x\u0007 · Chrome', 'Một\r\nhai\u2028ba\u0085', '\u202egnaoh\u200b\u00ad', ' \u200b\n', 'x'.repeat(81)]
  expect(await Promise.all(sent.map(named))).toEqual([200, 200, 200, 200, 400])
  const names = await server.database.read((sql) => sql.all('SELECT name FROM device'))
  expect(names.map(({ name }) => name).sort()).toEqual(['Android[2J]0;x · Chrome', 'Một hai ba', 'gnaoh', null])
})
