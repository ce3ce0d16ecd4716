import { expect, test } from 'vitest'
import { compareDigests } from '../../src/server/check/rebuild.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { expireOld, TOLD_FOR_MS } from '../../src/server/job/expire.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { noteFigure } from '../fixture/figure.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

/** An official of both communes, who may move a session from one to the other. */
async function ofBoth(server: ServerFixture) {
  const official = await server.enrol('official', aLuoi1)
  await server.database.write((sql) =>
    sql.run("INSERT INTO role (account, role, unit, from_date) VALUES (?, 'official', ?, '2026-01-01')", official.account, aLuoi2),
  )
  return official
}

test('[P86] a session that was moved to another commune leaves the phones of the first, and comes to those of the other', async () => {
  const server = await serverFixture()
  const official = await ofBoth(server)
  const [here, there] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'collaborator', aLuoi2)]
  const { id } = await here.save({ place: 'Chợ' })
  for (const phone of [here, there]) await phone.sync()
  await official.sync()
  await official.push(official.set('session', id, { unit: aLuoi2 }, { base: { epoch: official.epoch, version: 1 }, reason: 'ghi nhầm xã' }))
  for (const phone of [here, there]) expect(await phone.sync()).toMatchObject({ at: 'idle' })
  expect(await here.get(id)).toBeUndefined()
  expect(await there.get(id)).toMatchObject({ version: 2, data: { unit: aLuoi2 } })
  const { left } = await official.sync([], { cursor: (await official.sync()).cursor })
  expect(left).toEqual([])
})

test('[P87] the last page tells what its reader should hold, kept right by every change', async () => {
  const server = await serverFixture()
  const official = await ofBoth(server)
  const [phone, sibling] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi2)]
  const none = (await phone.sync()).check
  expect(none).toBe('0-0000000000000000')
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const one = (await phone.sync()).check
  expect(one).toMatch(/^1-[0-9a-f]{16}$/)
  expect((await phone.sync([], { want: 1, cursor: null })).check).toBe(one)
  await official.push(official.set('session', id, { unit: aLuoi2 }, { base: { epoch: official.epoch, version: 1 }, reason: 'ghi nhầm xã' }))
  expect((await phone.sync()).check).toBe(none)
  expect((await sibling.sync()).check).toMatch(/^1-/)
  await official.push(official.remove('session', id, { base: { epoch: official.epoch, version: 2 }, reason: 'trùng' }))
  expect((await sibling.sync()).check).toBe(none)
  await server.database.read(async (sql) => {
    for (const feed of await listFeeds(sql)) expect((await compareDigests(sql, feed.id)).differences).toEqual([])
  })
})

test('[F55] [P88] what was removed 400 days ago is told no more; a phone that was away reads everything anew and keeps its outbox', async (context) => {
  const server = await serverFixture()
  const [phone, away] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'collaborator', aLuoi1)]
  const official = await server.enrol('official', aLuoi1)
  const [gone, stays] = [await phone.save({ place: 'Chợ' }), await phone.save({ place: 'Đình' })]
  for (const one of [phone, away]) await one.sync()
  await official.push(official.remove('session', gone.id, { base: { epoch: official.epoch, version: 1 }, reason: 'trùng' }))
  await phone.sync()
  const unsent = await away.save({ place: 'Bến đò' })
  server.clock.advance(TOLD_FOR_MS + 1)
  await expireOld(server.database, server.clock.now())
  expect((await official.sync()).changes.map(({ id }) => id)).toEqual([stays.id])
  for (const one of [phone, away]) expect(await one.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  expect(await away.get(gone.id)).toBeUndefined()
  expect(await away.get(unsent.id)).toMatchObject({ state: 'sent' })
  expect(server.log).toEqual([])
  noteFigure(context, 1, '0 zombies, 0 lost')
})

test('[P89] a record’s history is told to whoever may read it, with what only some may read left out', async () => {
  const server = await serverFixture()
  const [hers, official, other, sibling] = [
    await server.enrol('collaborator', aLuoi1, { name: 'Cộng tác viên' }),
    await server.enrol('official', aLuoi1, { name: 'Cán bộ xã' }),
    await server.enrol('collaborator', aLuoi1),
    await server.enrol('collaborator', aLuoi2),
  ]
  const id = server.newId()
  await hers.push(hers.set('session', id, session({ note: 'Đông vui' })))
  await official.push(official.set('session', id, { place: 'Chợ' }, { base: { epoch: official.epoch, version: 1 }, reason: 'ghi nhầm nơi' }))
  await hers.push(hers.remove('session', id, { base: { epoch: hers.epoch, version: 2 } }))
  const ask = async (of: typeof hers) =>
    (
      await of.browser.fetch('/api/history', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ protocol: 1, account: of.account, device: of.device, record: id }),
      })
    ).json()
  expect(await ask(hers)).toMatchObject({
    changes: [
      { version: 1, name: 'Cộng tác viên', did: 'made', set: { note: 'Đông vui' } },
      { version: 2, name: 'Cán bộ xã', did: 'edited', reason: 'ghi nhầm nơi', set: { place: 'Chợ' } },
      { version: 3, did: 'removed', set: {} },
    ],
  })
  expect(JSON.stringify(await ask(other))).not.toContain('Đông vui')
  expect(await ask(other)).toMatchObject({ changes: [{ version: 1 }, { version: 2 }, { version: 3 }] })
  expect(await ask(sibling)).toMatchObject({ problem: { code: 'no-record' } })
})
