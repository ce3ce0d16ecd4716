import { expect, test } from 'vitest'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2, hoaVang, hue } from '../fixture/land.ts'
import { serverFixture } from '../fixture/server.ts'

const DAY = 86_400_000

const ask = (by: Device): Promise<Response> =>
  by.browser.fetch('/api/devices', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL, account: by.account, device: by.device }),
  })

const peopleFor = async (by: Device): Promise<string[]> => {
  const { devices } = (await (await ask(by)).json()) as { devices: { person: string }[] }
  return devices.map(({ person }) => person)
}

test('[P94] an official is told of her commune’s phones, the office of its province’s, the longest silent first', async () => {
  const server = await serverFixture()
  const silent = await server.enrol('collaborator', aLuoi1, { name: 'Chị Ba' })
  const next = await server.enrol('collaborator', aLuoi2, { name: 'Chị Tư' })
  await server.enrol('collaborator', hoaVang, { name: 'Tỉnh khác' })
  await server.enrol('observer', hue, { name: 'Người theo dõi' })
  server.clock.advance(20 * DAY)
  await next.sync()
  const [official, province] = [await server.enrol('official', aLuoi1, { name: 'Cán bộ xã' }), await server.enrol('province', hue, { name: 'Tỉnh hội' })]
  expect(await peopleFor(official)).toEqual(['Chị Ba', 'Cán bộ xã'])
  expect(await peopleFor(province)).toEqual(['Chị Ba', 'Chị Tư', 'Cán bộ xã'])
  const told = (await (await ask(official)).json()) as { serverTime: number; devices: { contactAt: number; unit: string }[] }
  expect(told.devices[0]).toMatchObject({ unit: aLuoi1, contactAt: told.serverTime - 20 * DAY })
  await server.database.write((sql) => sql.run('UPDATE device SET revoked_at = ? WHERE id = ?', server.clock.now(), silent.device))
  expect(await peopleFor(official)).toEqual(['Cán bộ xã'])
})

test('[P94] a collaborator and an observer are told of nobody, a stranger of nothing', async () => {
  const server = await serverFixture()
  for (const by of [await server.enrol('collaborator', aLuoi1), await server.enrol('observer', hue)]) {
    const response = await ask(by)
    expect([response.status, await response.json()]).toEqual([403, { problem: { code: 'not-allowed', path: [] } }])
  }
  const stranger = { ...(await server.enrol('official', aLuoi1)), browser: server.browser() }
  expect((await ask(stranger)).status).toBe(401)
})

test('[P94] whose role has ended is heard of no more', async () => {
  const server = await serverFixture()
  await server.enrol('collaborator', aLuoi1, { name: 'Chị Ba', to: '2026-11-21' })
  expect(await peopleFor(await server.enrol('official', aLuoi1, { name: 'Cán bộ xã' }))).toEqual(['Cán bộ xã'])
})
