import { expect, test } from 'vitest'
import { getIdentity } from '../../src/client/store/read.ts'
import { askHistory } from '../../src/client/sync/history.ts'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { serverFixture } from '../fixture/server.ts'

type Phone = Awaited<ReturnType<typeof fieldPhone>>

const asked = async ({ environment, store }: Phone, record: string) => {
  const { account = '', device = '' } = (await getIdentity(store)) ?? {}
  return askHistory(environment.fetch, { protocol: PROTOCOL, account, device, record })
}

test('[P89] a phone asks what happened to a session, and is told oldest first who did what, when and why', async () => {
  const server = await serverFixture()
  const [hers, official] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'official', aLuoi1)]
  const { id } = await hers.save({ place: 'Sân đình' })
  await hers.sync()
  await official.sync()
  const held = await official.get(id)
  expect((await official.trySave({ ...held?.data, id, place: 'Chợ' }, 'Ghi nhầm nơi')).ok).toBe(true)
  await official.sync()
  const told = await asked(hers, id)
  expect(told).toMatchObject({
    ok: true,
    value: [
      { version: 1, did: 'made', by: hers.account, set: { place: 'Sân đình' } },
      { version: 2, did: 'edited', by: official.account, reason: 'Ghi nhầm nơi', set: { place: 'Chợ' } },
    ],
  })
})

test('a record that is not for her, and one that is not there, are answered alike', async () => {
  const server = await serverFixture()
  const [hers, next] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'collaborator', aLuoi2)]
  const { id } = await hers.save({ place: 'Sân đình' })
  await hers.sync()
  for (const record of [id, idNamed('nowhere')]) expect(await asked(next, record)).toMatchObject({ ok: false, problem: { code: 'no-record' } })
})

test('without a network, and where the answer is none of ours, there is no connection', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const { id } = await phone.save()
  await phone.sync()
  phone.network.isOnline = false
  expect(await asked(phone, id)).toMatchObject({ ok: false, problem: { code: 'no-connection' } })
  const portal = async () => Response.json({ protocol: PROTOCOL, changes: 'none' })
  const request = { protocol: PROTOCOL, account: phone.account, device: idNamed('máy'), record: id } as const
  expect(await askHistory(portal, request)).toMatchObject({ ok: false, problem: { code: 'no-connection' } })
})
