// What befalls a phone's own data: it goes back to an earlier state, or there are two of it.

import { expect, test } from 'vitest'
import { readToldLoss } from '../../src/client/store/loss.ts'
import { listSessions } from '../../src/client/store/read.ts'
import { noteFigure } from '../fixture/figure.ts'
import { copyOf, type ModelPhone } from '../fixture/model-phone.ts'
import { world } from '../fixture/model-world.ts'

const places = async ({ held }: ModelPhone) => (await listSessions(held.store)).map(({ data }) => data.place).sort()

test('[F58] [P84] a copied profile goes on under an id of its own, and nothing of either is lost', async (context) => {
  const { server, phones } = await world()
  const [hers] = phones
  if (!hers) throw new Error('There are five people.')
  await hers.held.save({ place: 'Sân đình' })
  await hers.held.sync()
  const waiting = await hers.held.save({ place: 'Chợ' })
  const copy = await copyOf(server, hers)
  await hers.held.save({ place: 'Trường' })
  await copy.held.save({ place: 'Bến đò' })
  await copy.held.save({ id: waiting.id, place: 'Chợ phiên' })
  for (const { held } of [hers, copy, hers]) expect(await held.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  for (const one of [hers, copy]) expect(await places(one)).toEqual(['Bến đò', 'Chợ phiên', 'Sân đình', 'Trường'])
  const devices = await server.database().read((sql) => sql.all('SELECT id, forked_from, received FROM device WHERE account = ?', hers.member.account))
  expect(devices.filter((row) => row['forked_from'] === hers.member.device)).toHaveLength(1)
  expect(hers.held.errors).toEqual([])
  noteFigure(context, 1, '0 of 5 changes lost')
  await server.end()
})

test('[P31] [P84] after a restore, a copy that uses a lost number does not pass for the change that was lost', async () => {
  const { server, phones } = await world()
  const [hers] = phones
  if (!hers) throw new Error('There are five people.')
  const common = await hers.held.save({ place: 'Sân đình' })
  await server.backUp()
  const copy = await copyOf(server, hers)
  await copy.held.save({ place: 'Chợ' })
  await copy.held.sync()
  await copy.held.save({ id: common.id, place: 'Trường' })
  await hers.held.save({ place: 'Bến đò' })
  await server.putBack()
  copy.fate = { is: 'answer lost' }
  await copy.held.sync()
  for (const { held } of [hers, copy, hers]) await held.sync()
  for (const one of [hers, copy]) expect(await places(one)).toEqual(['Bến đò', 'Chợ', 'Trường'])
  await server.end()
})

test('[P90] a phone whose data went back to an earlier state says so, and has everything again', async () => {
  const { server, phones } = await world()
  const [hers] = phones
  if (!hers) throw new Error('There are five people.')
  await hers.held.save({ place: 'Sân đình' })
  const earlier = await copyOf(server, hers)
  await hers.held.save({ place: 'Chợ' })
  await hers.held.sync()
  await earlier.held.sync()
  expect(await readToldLoss(earlier.held.store)).toMatchObject({ missing: 1, received: 2 })
  expect(await places(earlier)).toEqual(['Chợ', 'Sân đình'])
  await earlier.held.save({ place: 'Bến đò' })
  expect(await earlier.held.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  expect(await places(earlier)).toEqual(['Bến đò', 'Chợ', 'Sân đình'])
  await server.end()
})
