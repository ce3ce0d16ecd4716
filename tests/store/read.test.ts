import { expect, test } from 'vitest'
import { dropDraft, listDrafts, putDraft } from '../../src/client/store/draft.ts'
import { getOutbox, latestSession, listSessions, storedCounts } from '../../src/client/store/read.ts'
import { removeRecord } from '../../src/client/store/save.ts'
import { loadUnitBook, saveUnits } from '../../src/client/store/units.ts'
import { unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { village } from '../fixture/village.ts'

const officialVillage = async () => {
  const { phone, server } = await village()
  const identity = (await phone.store.meta.get('identity'))?.value as { scope: { roles: { role: string }[] } }
  for (const role of identity.scope.roles) role.role = 'official'
  await phone.store.meta.put({ key: 'identity', value: identity })
  return { phone, server }
}

test('sessions are listed newest date first, within dates and of one unit where asked', async () => {
  const { phone } = await officialVillage()
  const { id: thon } = await phone.save({ kind: 'unit', name: 'Thôn 1', type: 'thon', parent: aLuoi1, validFrom: '2025-07-01' })
  for (const date of ['2026-11-03', '2026-11-20', '2026-10-30']) await phone.save({ date })
  await phone.save({ date: '2026-11-10', unit: thon })
  const dates = async (filter?: Parameters<typeof listSessions>[1]) => (await listSessions(phone.store, filter)).map(({ data }) => data.date)
  expect(await dates()).toEqual(['2026-11-20', '2026-11-10', '2026-11-03', '2026-10-30'])
  expect(await dates({ from: '2026-11-03', to: '2026-11-10' })).toEqual(['2026-11-10', '2026-11-03'])
  expect(await dates({ unit: thon })).toEqual(['2026-11-10'])
})

test('the latest session is the one made last, not the one removed since', async () => {
  const { phone } = await village()
  const account = (await phone.save({ place: 'Sân đình', date: '2026-11-20' })).author
  phone.clock.now += 1_000
  const { id } = await phone.save({ place: 'Chợ', date: '2026-11-01' })
  expect((await latestSession(phone.store, account))?.data.place).toBe('Chợ')
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), id)
  expect((await latestSession(phone.store, account))?.data.place).toBe('Sân đình')
  expect(await latestSession(phone.store, 'nobody')).toBeUndefined()
})

test('the outbox counts changes on their way, records that need a look, and records that are not all sent', async () => {
  const { phone, server } = await village()
  await phone.save({ place: 'Sân đình' })
  server.refuse = () => [{ code: 'ended-unit', path: ['unit'] }]
  await phone.sync()
  const other = await phone.save({ place: 'Chợ' })
  await phone.save({ id: other.id, place: 'Bến đò' })
  expect(await getOutbox(phone.store)).toEqual({ waiting: 2, attention: 1, unsentRecords: 2 })
  expect(await storedCounts(phone.store)).toEqual({ sessions: 2, others: 0, unsent: 2, drafts: 0 })
})

test('drafts are listed newest first and go when they are dropped', async () => {
  const { phone } = await village()
  await putDraft(phone.store, 'session:new', { place: 'S' }, 1)
  await putDraft(phone.store, 'session:new', { place: 'Sân' }, 3)
  await putDraft(phone.store, 'site:new', {}, 2)
  expect((await listDrafts(phone.store)).map(({ key, value }) => [key, value])).toEqual([
    ['session:new', { place: 'Sân' }],
    ['site:new', {}],
  ])
  await dropDraft(phone.store, 'session:new')
  expect(await listDrafts(phone.store)).toHaveLength(1)
})

test('villages stand with the official units, in the order of Vietnamese, and only while they last', async () => {
  const { phone } = await officialVillage()
  const made = []
  for (const name of ['Thôn 10', 'Đồi', 'Thôn 2', 'Bản Chài'])
    made.push(await phone.save({ kind: 'unit', name, type: 'thon', parent: aLuoi1, validFrom: '2025-07-01' }))
  await phone.save({ kind: 'unit', name: 'Xóm cũ', type: 'thon', parent: aLuoi1, validFrom: '2025-07-01', validTo: '2026-06-30' })
  const [ten] = made
  if (!ten) throw new Error('Villages were made')
  const names = async (onDate?: string) => (await loadUnitBook(phone.store)).villagesOf(aLuoi1, onDate).map(({ name }) => name)
  expect(await names('2026-11-20')).toEqual(['Bản Chài', 'Đồi', 'Thôn 2', 'Thôn 10'])
  expect(await names()).toContain('Xóm cũ')
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), ten.id)
  expect(await names('2026-11-20')).toEqual(['Bản Chài', 'Đồi', 'Thôn 2'])
  expect((await unitsOn(phone))(ten.id)).toMatchObject({ name: 'Thôn 10', level: 'village' })
})

test('newer official units take the place of older ones of the same id', async () => {
  const { phone } = await village()
  const before = (await loadUnitBook(phone.store)).communes.length
  await saveUnits(phone.store, [{ id: aLuoi1, level: 'commune', type: 'phuong', name: 'A Lưới 1', validFrom: '2025-07-01' }])
  const book = await loadUnitBook(phone.store)
  expect([book.communes.length, book.lookup(aLuoi1)?.type]).toEqual([before, 'phuong'])
})
