// Builds of different ages: an old phone's queue is always taken, what a newer build wrote is kept, and an update reads what
// lies on the phone and on the server anew.

import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { listRecords, listSessions } from '../../src/client/store/read.ts'
import { registry } from '../../src/model/registry.ts'
import { ladder } from '../../src/model/upgrade.ts'
import type { SyncRequest } from '../../src/protocol/sync.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { noteFigure } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { handbookEntry, session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { EVENING, village } from '../fixture/village.ts'

const today = { ...ladder }

afterEach(() => Object.assign(ladder, today))

const kinds: Record<string, unknown> = registry

/** The campaign was called "drive" until model 2. */
const renamed = () =>
  Object.assign(ladder, { model: 2, oldestRead: 1, steps: [{ to: 2, fields: { session: { drive: { field: 'campaign', as: (held: unknown) => held } } } }] })

/** As the first version's phone sent them, to the byte; kept since. */
const queue = () => JSON.parse(readFileSync(new URL('../fixture/request-0.1.0.json', import.meta.url), 'utf8')) as SyncRequest

test('[F54] [P78] the queue of the first version is taken whole, told what became of it, and the phone is asked to update', async (context) => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const { account: _, device: __, epoch: ___, ...old } = queue()
  const ask = () => phone.post({ ...old, account: phone.account, device: phone.device, epoch: phone.epoch })
  const first = await ask()
  expect(first.status).toBe(426)
  const told = (await first.json()) as { problem: { code: string }; results: { answer: string }[]; received: number }
  expect(told).toMatchObject({ problem: { code: 'too-old' }, received: old.changes.length, nonce: old.nonce })
  expect(told.results.map(({ answer }) => answer)).toEqual(old.changes.map(() => 'applied'))
  // After the update the same changes go out once more.
  const again = await phone.sync(old.changes)
  expect(again.results.map(({ answer }) => answer)).toEqual(old.changes.map(() => 'duplicate'))
  expect(again.changes).toHaveLength(new Set(old.changes.map(({ record }) => record)).size)
  noteFigure(context, old.changes.length, '0 of its changes lost')
})

test('[P78] a phone that is too old hands in everything before it asks for an update', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  for (let place = 0; place < 120; place += 1) await phone.save({ place: `Nhà ${place}` })
  Object.assign(ladder, { oldestRead: 2 })
  expect(await phone.sync()).toMatchObject({ at: 'too-old', sent: 120, toSend: 0, lastProblem: { code: 'too-old' } })
  expect(phone.network.sent).toBe(2)
  Object.assign(ladder, today)
  expect(await phone.sync()).toMatchObject({ at: 'idle' })
  expect((await listSessions(phone.store)).every(({ state }) => state === 'sent')).toBe(true)
})

test('[P79] what an older build wrote is read as today’s: rows, histories, and changes that come late', async () => {
  const server = await serverFixture()
  const [old, late] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1)]
  const id = server.newId()
  await old.push(old.set('session', id, session()))
  await server.database.write((sql) => sql.run("UPDATE record SET data = json_set(data, '$.drive', 'Ngày 30/7')"))
  renamed()
  expect((await old.sync()).changes).toMatchObject([{ model: 2, data: { campaign: 'Ngày 30/7' } }])
  const change = { ...old.set('session', id, { drive: 'Tháng hành động' }), model: 1, base: { epoch: old.epoch, version: 1 } }
  expect(await old.push(change)).toMatchObject({ answer: 'applied', version: 2 })
  const [row] = (await late.sync()).changes
  expect(row).toMatchObject({ version: 2, data: { campaign: 'Tháng hành động' } })
  expect(row?.data).not.toHaveProperty('drive')
})

test('[P79] an update reads what lies on the phone anew, what it has not sent too, and alters no change', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const { id } = await phone.save({ place: 'Chợ' })
  await phone.sync()
  await phone.save({ id, place: 'Đình' })
  await phone.store.records.update(id, { 'data.drive': 'Ngày 30/7', 'server.row.data.drive': 'Ngày 30/7' } as object)
  const before = await phone.store.outbox.toArray()
  renamed()
  const updated = await phone.restart()
  expect(await updated.get(id)).toMatchObject({ state: 'waiting', readOnly: false, data: { place: 'Đình', campaign: 'Ngày 30/7' } })
  expect(await updated.store.outbox.toArray()).toEqual(before)
})

test('[F56] [P79] what a newer build wrote is shown and not edited, and its unknown fields survive this one', async (context) => {
  const server = await serverFixture()
  const [phone, other] = [await fieldPhone(server, 'collaborator', aLuoi1), await server.enrol('official', aLuoi1)]
  const { id } = await phone.save({ place: 'Chợ' })
  await phone.sync()
  await server.database.write((sql) => sql.run("UPDATE record SET data = json_set(data, '$.weather', 'mưa'), version = 2, seq = 2"))
  await server.database.write((sql) => sql.run('UPDATE feed SET seq = 2'))
  await server.database.write((sql) => sql.run('DELETE FROM digest'))
  await server.database.write((sql) => sql.run('UPDATE feed SET digest_form = 0'))
  await phone.sync()
  await phone.save({ id, place: 'Đình' })
  await phone.sync()
  expect((await other.sync()).changes).toMatchObject([{ data: { place: 'Đình', weather: 'mưa' } }])
  await phone.store.records.update(id, { model: 9 })
  expect(await phone.get(id)).toMatchObject({ readOnly: true, data: { place: 'Đình' } })
  expect(await phone.trySave({ ...session({ place: 'Bến đò' }), id })).toMatchObject({ ok: false, problem: [{ code: 'too-old' }] })
  noteFigure(context, 1, '0 unknown fields dropped')
})

test('[P79] a build from before the handbook keeps its entries unharmed and shows none; the update shows them', async () => {
  const { phone, server } = await village()
  const id = server.epoch // any id
  const row = { id, kind: 'handbook-entry', version: 1, removed: false, author: id, authorName: 'Hội LHPN', createdAt: EVENING, changedAt: EVENING, marks: [] }
  const { 'handbook-entry': known } = kinds
  delete kinds['handbook-entry']
  try {
    server.tell({ ...row, model: 1, data: handbookEntry() })
    expect(await phone.sync()).toMatchObject({ at: 'idle' })
    expect(await phone.get(id)).toBeUndefined()
    expect(await phone.store.records.get(id)).toMatchObject({ kind: 'handbook-entry', data: handbookEntry() })
  } finally {
    kinds['handbook-entry'] = known
  }
  const updated = await phone.restart()
  expect(await listRecords(updated.store, 'handbook-entry')).toMatchObject([{ id, readOnly: false, data: handbookEntry() }])
})
