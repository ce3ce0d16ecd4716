import { expect, test } from 'vitest'
import { revokeDevice } from '../../src/server/database/query/device.ts'
import { postEnrol } from '../fixture/device.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

test('[P11] a sync sets the same cookie anew, for 400 days, out of reach of scripts and other sites', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const [before] = phone.browser.cookies.values()
  const response = await phone.post(phone.request())
  const [cookie] = response.headers.getSetCookie()
  expect(cookie).toBe(before)
  expect(cookie).toMatch(new RegExp(`^__Host-lt-${phone.account}=[\\w-]{43}; Max-Age=34560000; Path=/; HttpOnly; Secure; SameSite=Strict$`))
})

test('[P15] the database holds no token, secret or code, only their hashes', async () => {
  const server = await serverFixture()
  const { secret, code } = await server.invite('collaborator', aLuoi1)
  const phone = await server.enrol('collaborator', aLuoi1)
  const token = [...phone.browser.cookies.values()][0]?.split(/[=;]/)[1] ?? ''
  const held = await server.database.read(async (sql) =>
    JSON.stringify([await sql.all('SELECT * FROM device'), await sql.all('SELECT * FROM invitation'), await sql.all('SELECT * FROM audit')]),
  )
  for (const hidden of [token, secret, code]) {
    expect(hidden.length).toBeGreaterThanOrEqual(10)
    expect(held).not.toContain(hidden)
  }
})

test('[P14] without a cookie, with a wrong one, or as somebody else, nobody is signed in', async () => {
  const server = await serverFixture()
  const [phone, other] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const change = phone.set('session', server.newId(), session())
  const send = (cookie: string, more = {}): Promise<Response> =>
    server.app.fetch(
      new Request('https://lan-toa.test/api/sync', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', cookie },
        body: JSON.stringify(phone.request([change], more)),
      }),
    )
  const own = [...phone.browser.cookies.values()][0]?.split(';')[0] ?? ''
  const [name = ''] = own.split('=')
  const refused = [
    await send(''),
    await send(`${name}=`),
    await send(`${name}=${'A'.repeat(43)}`),
    await send(own, { account: other.account }),
    await send(own, { device: other.device }),
    await send(`__Host-lt-${other.account}=${own.split('=')[1]}`, { account: other.account }),
  ]
  for (const response of refused) {
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ problem: { code: 'signed-out', path: [] } })
  }
  expect((await send(own)).status).toBe(200)
})

test('[P14] a revoked phone is signed out at once', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  await phone.sync()
  await server.database.write((sql) => revokeDevice(sql, phone.account, phone.device, server.clock.now()))
  const response = await phone.post(phone.request([phone.set('session', server.newId(), session())]))
  expect(response.status).toBe(401)
})

test('[P12] two accounts on one phone keep a cookie each', async () => {
  const server = await serverFixture()
  const browser = server.browser()
  const device = server.newId()
  for (const { secret } of [await server.invite('collaborator', aLuoi1), await server.invite('official', aLuoi1)]) {
    expect((await postEnrol(browser, { protocol: 1, invitation: secret, device })).status).toBe(200)
  }
  expect(browser.cookies.size).toBe(2)
})
