// Three phones, a backup, a server that is lost and put back (docs/protocol.md, "A restored server"): the same records, values
// and change ids as before, true conflicts marked, and nobody who was shut out comes back.

import { expect, test } from 'vitest'
import { noteFigure } from '../fixture/figure.ts'
import { letIn, type ModelPhone } from '../fixture/model-phone.ts'
import { type World, world } from '../fixture/model-world.ts'
import { session } from '../fixture/sample.ts'

interface Content {
  records: string[]
  changes: string[]
}

/** What the office holds: records with their values, and the ids of all changes; versions are its own numbers. */
const contentOf = ({ server }: World): Promise<Content> =>
  server.database().read(async (sql) => ({
    records: (await sql.all('SELECT id, removed, data FROM record ORDER BY id')).map((row) =>
      JSON.stringify([row['id'], row['removed'], JSON.parse(String(row['data']))]),
    ),
    changes: (await sql.all('SELECT id FROM change ORDER BY id')).map((row) => String(row['id'])),
  }))

const conflicts = ({ server }: World): Promise<number> =>
  server.database().read(async (sql) => (await sql.all("SELECT id FROM record WHERE conflicts <> '[]'")).length)

async function syncAll(phones: readonly ModelPhone[]): Promise<void> {
  for (const { held } of phones) await held.sync()
}

/** Hers, her colleague's and the official's. */
async function three(): Promise<World & { phones: [ModelPhone, ModelPhone, ModelPhone] }> {
  const { server, phones } = await world()
  const [hers, , other, official] = phones
  if (!hers || !other || !official) throw new Error('There are five people.')
  return { server, phones: [hers, other, official] }
}

const edit = ({ held }: ModelPhone, id: string, fields: object) => held.trySave({ ...session(), ...fields, id }, 'ghi lại cho đúng')

test('[F43] [P67] [P77] a backup is put back: records, values and change ids are as before, whoever comes first', async (context) => {
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
  ] as const
  for (const order of orders) {
    const all = await three()
    const [hers, other, official] = all.phones
    const [first, second] = [await hers.held.save({ place: 'Sân đình' }), await other.held.save({ place: 'Chợ' })]
    await syncAll([hers, other, official])
    await all.server.backUp()
    const late = await hers.held.save({ place: 'Bến đò' })
    await syncAll([hers, official])
    await edit(official, first.id, { place: 'Nhà văn hoá' })
    await edit(official, late.id, { place: 'Trường', form: 'rally' })
    await syncAll([official, hers])
    await hers.held.save({ id: first.id, campaign: 'Ngày 30/7' })
    await hers.held.save({ id: late.id, place: 'Trường tiểu học' })
    await edit(official, second.id, { place: 'Chợ phiên' })
    await syncAll([hers, official, other, hers, official])
    const before = await contentOf(all)
    expect(await conflicts(all)).toBe(0)

    await all.server.putBack()
    expect((await contentOf(all)).changes.length).toBeLessThan(before.changes.length)
    const inOrder = order.map((place) => all.phones[place])
    for (let round = 0; round < 3; round += 1) await syncAll(inOrder)
    expect(await contentOf(all)).toEqual(before)
    expect(await conflicts(all)).toBe(0)
    for (const { held } of all.phones) expect(held.engine.get()).toMatchObject({ at: 'idle', toSend: 0 })
    await all.server.end()
  }
  noteFigure(context, orders.length, '100 % of what phones held is back, no false conflict')
})

test('[F43] [P80] a conflict that was one before is one after a backup is put back', async () => {
  const all = await three()
  const [hers, , official] = all.phones
  const { id } = await hers.held.save({ place: 'Sân đình' })
  await syncAll([hers, official])
  await all.server.backUp()
  await hers.held.save({ id, place: 'Chợ' })
  await edit(official, id, { place: 'Trường' })
  await syncAll([hers, official])
  expect(await conflicts(all)).toBe(1)
  await all.server.putBack()
  for (let round = 0; round < 3; round += 1) await syncAll([official, hers])
  expect((await official.held.get(id))?.data).toMatchObject({ place: 'Trường' })
  expect(await conflicts(all)).toBe(1)
  await all.server.end()
})

test('[F43] a phone that was shut out after the backup stays shut out, and keeps its work until it is let in', async () => {
  const all = await three()
  const [hers, , official] = all.phones
  await syncAll(all.phones)
  await all.server.backUp()
  const { id } = await hers.held.save({ place: 'Sân đình' })
  await all.server.revoke(hers.member.account, hers.member.device)
  await all.server.putBack()
  expect(await hers.held.sync()).toMatchObject({ at: 'signed-out', toSend: 1 })
  await letIn(all.server, hers)
  await syncAll([hers, official])
  expect((await official.held.get(id))?.data).toMatchObject({ place: 'Sân đình' })
  await all.server.end()
})
