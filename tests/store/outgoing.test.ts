import { expect, test } from 'vitest'
import { listOutgoing, listOwnChanges, listSentLately } from '../../src/client/store/outgoing.ts'
import { getIdentity, getOutbox, listHeld } from '../../src/client/store/read.ts'
import { removeRecord, resolveConflict } from '../../src/client/store/save.ts'
import { listUndecided } from '../../src/client/store/undecided.ts'
import type { Conflict } from '../../src/model/merge.ts'
import { unitsOn } from '../fixture/field-phone.ts'
import { idNamed } from '../fixture/id-named.ts'
import type { OfficeServer } from '../fixture/office-server.ts'
import type { Phone } from '../fixture/phone.ts'
import { session } from '../fixture/sample.ts'
import { EVENING, village } from '../fixture/village.ts'

const HOUR = 3_600_000

const idsOf = (shown: readonly { id: string }[]) => shown.map(({ id }) => id)

/** The office tells that another has given a session another place. */
async function tellConflict({ phone, server }: { phone: Phone; server: OfficeServer }, author: string, more: object = {}): Promise<string> {
  const conflict: Conflict = { change: idNamed('sửa'), account: idNamed('người khác'), name: 'Người khác', at: EVENING, fields: { place: 'Chợ' } }
  const id = idNamed(`buổi của ${author}`)
  const who = { author, authorName: 'Một người', createdAt: EVENING, changedAt: EVENING }
  server.tell({ id, kind: 'session', version: 3, removed: false, ...who, marks: ['conflict'], conflicts: [conflict], model: 1, data: session(), ...more })
  await phone.sync()
  return id
}

const own = async ({ store }: Phone): Promise<string> => (await getIdentity(store))?.account ?? ''

test('what is to be mended, what is held and what waits stand apart, each record once', async () => {
  const { phone, server } = await village()
  const [refused, held] = [await phone.save({ place: 'Sân đình' }), await phone.save({ place: 'Chợ' })]
  server.refuse = ({ record }) => (record === refused.id ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  server.hold = ({ record }) => (record === held.id ? idNamed('thôn') : undefined)
  await phone.sync()
  const undecided = await tellConflict({ phone, server }, await own(phone))
  const waiting = await phone.save({ place: 'Bến đò' })
  await phone.save({ id: waiting.id, place: 'Trường' })
  const { toMend, ...others } = await listOutgoing(phone.store)
  expect(idsOf(toMend).sort()).toEqual([refused.id, undecided].sort())
  expect(idsOf(others.waiting)).toEqual([waiting.id])
  expect(others.held).toMatchObject([{ record: held.id, since: EVENING, isLate: false, waitsFor: idNamed('thôn'), shown: { id: held.id } }])
})

test('[P83] what the office still holds after 72 hours is put before the person, not before', async () => {
  const { phone, server } = await village()
  const { id } = await phone.save({ place: 'Chợ' })
  server.hold = () => idNamed('thôn')
  await phone.sync()
  phone.clock.now += 72 * HOUR - 1
  await phone.sync()
  expect(await listHeld(phone.store)).toEqual([{ record: id, since: EVENING, isLate: false, waitsFor: idNamed('thôn') }])
  expect(await getOutbox(phone.store)).toMatchObject({ attention: 0 })
  phone.clock.now += 1
  expect(await phone.sync()).toMatchObject({ at: 'attention' })
  expect(await listHeld(phone.store)).toEqual([{ record: id, since: EVENING, isLate: true, waitsFor: idNamed('thôn') }])
  expect(await getOutbox(phone.store)).toMatchObject({ attention: 1 })
  server.hold = () => undefined
  expect(await phone.sync()).toMatchObject({ at: 'idle' })
  expect(await getOutbox(phone.store)).toEqual({ waiting: 0, attention: 0, unsentRecords: 0 })
})

test('what two have said differently needs her who may decide it, and nobody else', async () => {
  const { phone, server } = await village()
  await tellConflict({ phone, server }, idNamed('một người nữa'))
  expect(await getOutbox(phone.store)).toMatchObject({ attention: 0 })
  expect(phone.engine.get().at).toBe('idle')
  const id = await tellConflict({ phone, server }, await own(phone))
  expect(idsOf(await listUndecided(phone.store))).toEqual([id])
  expect(await getOutbox(phone.store)).toMatchObject({ attention: 1 })
  expect((await resolveConflict(phone.store, phone.environment, await unitsOn(phone), id, { place: 'Chợ' })).ok).toBe(true)
  expect(await getOutbox(phone.store)).toMatchObject({ attention: 0, waiting: 1 })
})

test('what was removed, and what a newer build wrote, is nothing to decide now', async () => {
  const { phone, server } = await village()
  await tellConflict({ phone, server }, await own(phone), { removed: true })
  expect(await listUndecided(phone.store)).toEqual([])
  await tellConflict({ phone, server }, await own(phone), { version: 4, model: 99 })
  expect(await listUndecided(phone.store)).toEqual([])
})

test('sent lately: each record once, by its newest answer, and no more than asked for', async () => {
  const { phone } = await village()
  const first = await phone.save({ place: 'Sân đình' })
  const second = await phone.save({ place: 'Chợ' })
  await phone.sync()
  phone.clock.now += HOUR
  await phone.save({ id: first.id, place: 'Trường' })
  await phone.sync()
  phone.clock.now += HOUR
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), second.id)
  await phone.sync()
  await phone.save({ place: 'Bến đò' })
  const sent = await listSentLately(phone.store, 20)
  expect(sent.map(({ record, did, at }) => [record, did, at])).toEqual([
    [second.id, 'removed', EVENING + 2 * HOUR],
    [first.id, 'edited', EVENING + HOUR],
  ])
  expect(sent[0]?.shown).toMatchObject({ removed: true })
  expect(await listSentLately(phone.store, 1)).toHaveLength(1)
})

test('what was made here of a record stands in order, with where it is; what was replaced is not told', async () => {
  const { phone, server } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.sync()
  server.refuse = ({ n }) => (n === 2 ? [{ code: 'not-valid', path: ['place'] }] : undefined)
  await phone.save({ id, place: 'Chợ' })
  await phone.sync()
  expect((await listOwnChanges(phone.store, id)).map(({ did, stands }) => [did, stands])).toEqual([
    ['made', 'sent'],
    ['edited', 'refused'],
  ])
  await phone.save({ id, place: 'Trường' })
  expect((await listOwnChanges(phone.store, id)).map(({ did, stands, set }) => [did, stands, set['place']])).toEqual([
    ['made', 'sent', 'Sân đình'],
    ['edited', 'unsent', 'Trường'],
  ])
})
