import { expect, test } from 'vitest'
import { listDrafts, putDraft } from '../../src/client/store/draft.ts'
import { getOutbox, listSessions } from '../../src/client/store/read.ts'
import { dropRejected, removeRecord, restoreRecord } from '../../src/client/store/save.ts'
import { loadUnitBook } from '../../src/client/store/units.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { village } from '../fixture/village.ts'

test('a session saved without signal is shown at once and waits to be sent', async () => {
  const { phone } = await village()
  phone.network.isOnline = false
  const { id } = await phone.save({ place: 'Nhà văn hoá thôn' })
  expect(await phone.get(id)).toMatchObject({
    state: 'waiting',
    version: null,
    mine: true,
    authorName: 'Cộng tác viên xã A Lưới 1',
    data: { place: 'Nhà văn hoá thôn' },
  })
  expect(await getOutbox(phone.store)).toEqual({ waiting: 1, attention: 0, unsentRecords: 1 })
})

test('[P61] changes are numbered without gaps, each naming the one before, over restarts too', async () => {
  const { phone } = await village()
  const { id } = await phone.save()
  await Promise.all(['Sân đình', 'Trường tiểu học', 'Chợ'].map((place) => phone.save({ place })))
  const again = await phone.restart()
  await again.save({ id, place: 'Nhà văn hoá thôn' })
  const changes = (await again.store.outbox.toArray()).map(({ change }) => change).sort((a, b) => a.n - b.n)
  expect(changes.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
  expect(changes.map(({ prev }) => prev)).toEqual([null, ...changes.slice(0, -1).map((change) => change.id)])
})

test('[P25] an edit holds only the fields that it touched, and what was emptied is taken away', async () => {
  const { phone } = await village()
  const { id } = await phone.save({ place: 'Sân đình', campaign: 'Ngày 30/7' })
  await phone.trySave({ ...session({ place: 'Chợ' }), id })
  const edit = (await phone.store.outbox.where('record').equals(id).sortBy('n')).at(-1)?.change
  expect(edit).toMatchObject({ n: 2, base: null, set: { place: 'Chợ', campaign: null } })
  expect((await phone.get(id))?.data).not.toHaveProperty('campaign')
})

test('[P80] an edit says what its author saw when it began, whatever came since; without that, what this phone knows now', async () => {
  const { phone } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.trySave({ ...session({ place: 'Chợ' }), id }, undefined, { seen: null })
  await phone.sync()
  const { version } = (await phone.get(id)) ?? {}
  expect(version).toBeGreaterThan(1)
  await phone.trySave({ ...session({ place: 'Trường' }), id }, undefined, { seen: 1 })
  await phone.trySave({ ...session({ place: 'Bến' }), id }, undefined, { seen: 900 })
  await phone.trySave({ ...session({ place: 'Bãi' }), id })
  await phone.trySave({ ...session({ place: 'Cầu' }), id }, undefined, { seen: null })
  const changes = (await phone.store.outbox.where('record').equals(id).sortBy('n')).map(({ change }) => change)
  expect(changes.map(({ base }) => base?.version ?? null)).toEqual([null, null, 1, version, version, null])
})

test('a draft is gone in the moment in which its record is there, refused it stays, and another window’s stays too', async () => {
  const { phone } = await village()
  const keep = (key: string, newId: string) => putDraft(phone.store, key, { newId }, 0)
  await keep('session:new', 'a')
  await keep('session:new~1', 'b')
  const draft = { key: 'session:new', newId: 'a' }
  const drafts = async () => (await listDrafts(phone.store)).map(({ key }) => key).sort()
  expect((await phone.trySave(session({ form: undefined }), undefined, { draft })).ok).toBe(false)
  expect(await drafts()).toEqual(['session:new', 'session:new~1'])
  expect((await phone.trySave(session(), undefined, { draft: { key: 'session:new~1', newId: 'a' } })).ok).toBe(true)
  expect(await drafts()).toEqual(['session:new', 'session:new~1'])
  expect((await phone.trySave(session(), undefined, { draft })).ok).toBe(true)
  expect(await drafts()).toEqual(['session:new~1'])
})

test('saving without a difference makes no change', async () => {
  const { phone } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  expect((await phone.save({ id })).id).toBe(id)
  expect(await getOutbox(phone.store)).toMatchObject({ waiting: 1 })
})

test('what the server would refuse is refused beside its field, and nothing is written', async () => {
  const { phone } = await village()
  const wrong = await phone.trySave(session({ form: undefined, counts: { total: 20, female: 30, male: 1, method: 'counted' } }))
  expect(wrong).toMatchObject({ ok: false, problem: [{ code: 'required', path: ['form'] }] })
  expect(await phone.trySave(session({ unit: aLuoi2 }))).toMatchObject({ ok: false, problem: [{ code: 'out-of-scope' }] })
  expect(await phone.trySave(session({ colour: 'red' }))).toMatchObject({ ok: false, problem: [{ code: 'unknown-field', path: ['colour'] }] })
  expect(await phone.store.outbox.count()).toBe(0)
})

test('a collaborator publishes no trusted address', async () => {
  const { phone } = await village()
  const place = {
    kind: 'site' as const,
    name: 'Địa chỉ 1',
    type: 'trusted-address',
    depth: 'neither',
    unit: aLuoi1,
    organisation: session()['organisation'],
    statuses: [{ status: 'active', from: '2026-01-01' }],
  }
  expect(await phone.trySave({ ...place, published: true })).toMatchObject({ ok: false, problem: [{ code: 'not-allowed', path: ['published'] }] })
  expect((await phone.trySave(place)).ok).toBe(true)
})

test('[P68] a day to come is refused only by a phone whose clock agrees with the server', async () => {
  const { phone } = await village()
  expect(await phone.trySave(session({ date: '2026-11-22' }))).toMatchObject({ ok: false, problem: [{ code: 'future-date', path: ['date'] }] })
  const { phone: slow } = await village({ now: Date.UTC(2016, 0, 1) })
  expect((await slow.trySave(session({ date: '2026-11-21' }))).ok).toBe(true)
})

test('a removed session is kept, can be restored, and refuses edits meanwhile', async () => {
  const { phone } = await village()
  const units = (await loadUnitBook(phone.store)).lookup
  const { id } = await phone.save()
  expect(await removeRecord(phone.store, phone.environment, units, id)).toMatchObject({ ok: true, value: { removed: true } })
  expect(await listSessions(phone.store)).toEqual([])
  expect(await phone.trySave({ ...session({ place: 'Chợ' }), id })).toMatchObject({ ok: false, problem: [{ code: 'record-removed' }] })
  expect(await restoreRecord(phone.store, phone.environment, units, id)).toMatchObject({ ok: true, value: { removed: false } })
  expect(await listSessions(phone.store)).toHaveLength(1)
  expect((await phone.store.outbox.toArray()).map(({ change }) => change.n).sort()).toEqual([1, 2, 3])
})

test('[P66] a refused session stays in sight with its problems until it is mended', async () => {
  const { phone, server } = await village()
  server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ state: 'attention', problems: [{ code: 'ended-unit' }], data: { place: 'Sân đình' } })
  expect(await getOutbox(phone.store)).toEqual({ waiting: 0, attention: 1, unsentRecords: 1 })
  await phone.save({ id, place: 'Chợ' })
  expect(await phone.get(id)).toMatchObject({ state: 'waiting', problems: [] })
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 1, data: { place: 'Chợ', form: 'direct-talk' } })
  expect((await phone.store.outbox.where('record').equals(id).sortBy('n')).map(({ state }) => state)).toEqual(['mended', 'done'])
})

test('[P66] mending an edit of a known session sends what differs from the server, on its newest version', async () => {
  const { phone, server } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.sync()
  server.edit(id, { place: 'Trường tiểu học', campaign: 'Ngày 30/7' })
  server.refuse = ({ n }) => (n === 2 ? [{ code: 'not-valid', path: ['place'] }] : undefined)
  await phone.save({ id, place: 'Chợ' })
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ state: 'attention', problems: [{ code: 'not-valid' }], data: { place: 'Chợ', campaign: 'Ngày 30/7' } })
  await phone.save({ id })
  const mended = (await phone.store.outbox.where('record').equals(id).sortBy('n')).at(-1)?.change
  expect(mended).toMatchObject({ base: { version: 2 }, set: { place: 'Chợ' } })
  expect(Object.keys(mended && 'set' in mended ? mended.set : {})).toEqual(['place'])
})

test('mending says everything that an edit on its way says, for that may be refused for the same reason', async () => {
  const { phone, server } = await village()
  server.refuse = ({ n }) => (n < 3 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  const { id } = await phone.save()
  phone.network.onTheWay = async () => {
    phone.network.onTheWay = async () => undefined
    await phone.save({ id, place: 'Chợ' })
    phone.network.next = 'request lost'
  }
  await phone.sync()
  expect((await phone.store.outbox.orderBy('[device+n]').toArray()).map(({ state }) => state)).toEqual(['rejected', 'waiting'])
  await phone.save({ id, campaign: 'Ngày 30/7' })
  await phone.sync()
  expect(server.rows.get(id)?.data).toEqual(session({ place: 'Chợ', campaign: 'Ngày 30/7' }))
  expect(await phone.get(id)).toMatchObject({ state: 'sent', problems: [] })
  expect(server.requests.flatMap(({ changes }) => changes.map(({ n }) => n))).toEqual([1, 2, 3])
})

test('a refused edit does not cover what was accepted after it', async () => {
  const { phone, server } = await village()
  const { id } = await phone.save()
  await phone.sync()
  server.refuse = ({ n }) => (n === 2 ? [{ code: 'not-valid', path: ['place'] }] : undefined)
  await phone.save({ id, place: 'Sân đình', campaign: 'A' })
  await phone.save({ id, place: 'Chợ' })
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ state: 'attention', data: { place: 'Chợ', campaign: 'A' } })
})

test("[P66] taking the server's version drops what it refused, and keeps it in the outbox", async () => {
  const { phone, server } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.sync()
  server.refuse = () => [{ code: 'not-valid', path: ['place'] }]
  await phone.save({ id, place: 'Chợ' })
  const unborn = await phone.save({ place: 'Bến đò' })
  await phone.sync()
  expect(await dropRejected(phone.store, id)).toMatchObject({ ok: true, value: { state: 'sent', data: { place: 'Sân đình' } } })
  expect(await dropRejected(phone.store, unborn.id)).toEqual({ ok: true, value: undefined })
  expect(await phone.get(unborn.id)).toBeUndefined()
  const dropped = await phone.store.outbox.where('record').equals(unborn.id).toArray()
  expect(dropped).toMatchObject([{ state: 'dropped', change: { set: { place: 'Bến đò' } } }])
  expect(await getOutbox(phone.store)).toEqual({ waiting: 0, attention: 0, unsentRecords: 0 })
})

test('removing a session that the server never took also gives up the edit of it that is on its way', async () => {
  const { phone, server } = await village()
  server.refuse = () => [{ code: 'ended-unit', path: ['unit'] }]
  const { id } = await phone.save()
  phone.network.onTheWay = async () => {
    phone.network.onTheWay = async () => undefined
    await phone.save({ id, place: 'Chợ' })
    phone.network.next = 'request lost'
  }
  await phone.sync()
  const units = (await loadUnitBook(phone.store)).lookup
  expect(await removeRecord(phone.store, phone.environment, units, id)).toEqual({ ok: true, value: undefined })
  await phone.sync()
  expect(await getOutbox(phone.store)).toEqual({ waiting: 0, attention: 0, unsentRecords: 0 })
  expect((await phone.store.outbox.toArray()).map(({ state }) => state)).toEqual(['dropped', 'dropped'])
})

test('a removal that was refused leaves the session in sight', async () => {
  const { phone, server } = await village()
  const units = (await loadUnitBook(phone.store)).lookup
  const { id } = await phone.save()
  await phone.sync()
  server.refuse = () => [{ code: 'not-allowed', path: [] }]
  await removeRecord(phone.store, phone.environment, units, id)
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ removed: false, state: 'attention', problems: [{ code: 'not-allowed' }] })
})
