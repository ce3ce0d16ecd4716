import { describe, expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { loadUnitBook } from '../../src/client/store/units.ts'
import { changeVillages, undoVillageChange, type VillageChange } from '../../src/client/store/village-change.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { baseline, session, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const WHY = 'Từ 01/01/2027 Thôn 1 và Thôn 2 thành Thôn Đoàn Kết.'

async function communeOf(names: readonly string[]) {
  const server = await serverFixture()
  const official = await fieldPhone(server, 'official', aLuoi1)
  const ids: string[] = []
  for (const name of names) ids.push((await official.save({ kind: 'unit', ...village({ name: `Thôn ${name}` }) })).id)
  await official.sync()
  return { server, official, ids }
}

const change = async (phone: FieldPhone, asked: VillageChange) => changeVillages(phone.store, phone.environment, await unitsOn(phone), asked, WHY)
const merger = (villages: readonly string[]): VillageChange => ({ act: 'merge', villages, from: '2027-01-01', becomes: [{ name: 'Đoàn Kết', type: 'thon' }] })
const named = async ({ store }: FieldPhone) => new Map((await listRecords(store, 'unit')).map(({ id, data }) => [data.name, { id, ...data }]))

describe('villages that become one', () => {
  test('are ended and linked in one act, with its sentence as the reason, and the office and a colleague hold the same', async () => {
    const { server, official, ids } = await communeOf(['1', '2', '3'])
    // Another official entered one of them.
    const colleague = await fieldPhone(server, 'official', aLuoi1)
    await colleague.sync()
    expect(await change(colleague, merger(ids.slice(0, 2)))).toMatchObject({ ok: true })
    await colleague.sync()
    await official.sync()
    for (const phone of [official, colleague]) {
      const all = await named(phone)
      const made = all.get('Đoàn Kết')
      expect(made).toMatchObject({ validFrom: '2027-01-01', parent: aLuoi1, formerName: 'Thôn 1, Thôn 2' })
      const ended = { validTo: '2026-12-31', successors: [{ unit: made?.id, whole: true }] }
      expect([all.get('Thôn 1'), all.get('Thôn 2'), all.get('Thôn 3')?.validTo]).toMatchObject([ended, ended, undefined])
    }
    const reasons = await server.database.read((sql) => sql.all('SELECT reason FROM change WHERE reason IS NOT NULL'))
    expect(reasons.map(({ reason }) => reason)).toEqual([WHY, WHY, WHY])
  })

  test('where one of them can not be changed nothing is kept, not even the new one', async () => {
    const { official, ids } = await communeOf(['1'])
    expect(await change(official, merger([...ids, 'nowhere']))).toMatchObject({ ok: false, problem: { problems: [{ code: 'no-record' }] } })
    expect(await change(official, { ...merger(ids), from: '2025-07-01' })).toMatchObject({ ok: false, problem: { problems: [{ code: 'dates-crossed' }] } })
    expect([...(await named(official)).keys()]).toEqual(['Thôn 1'])
    expect((await official.store.outbox.toArray()).filter(({ state }) => state === 'waiting')).toEqual([])
  })

  test('are taken back as a whole, before it was sent and after', async () => {
    for (const isSent of [false, true]) {
      const { official, ids } = await communeOf(['1', '2'])
      const done = await change(official, merger(ids))
      if (!done.ok) return expect.unreachable()
      if (isSent) await official.sync()
      expect(await undoVillageChange(official.store, official.environment, await unitsOn(official), done.value, 'Nhầm')).toMatchObject({ ok: true })
      await official.sync()
      const all = await named(official)
      expect([...all.keys()].sort()).toEqual(['Thôn 1', 'Thôn 2'])
      expect([...all.values()].map(({ validTo, successors }) => [validTo, successors])).toEqual([
        [undefined, undefined],
        [undefined, undefined],
      ])
      expect((await official.store.outbox.toArray()).filter(({ state }) => state === 'rejected')).toEqual([])
    }
  })
})

test('[P39] a session of a phone that has not heard of the change is taken, and can be mended once it has heard', async () => {
  const { server, official, ids } = await communeOf(['1', '2'])
  const her = await fieldPhone(server, 'collaborator', aLuoi1)
  await her.sync()
  await change(official, { ...merger(ids), from: '2026-11-01' })
  await official.sync()
  const late = session({ unit: ids[0], date: '2026-11-20' })
  await her.save(late)
  await her.sync()
  expect((await her.store.outbox.toArray()).filter(({ state }) => state === 'rejected')).toEqual([])
  expect(await her.trySave(session({ unit: ids[0], date: '2026-11-20' }))).toMatchObject({ ok: false, problem: [{ code: 'ended-unit', path: ['unit'] }] })
  const [held] = await listRecords(her.store, 'session')
  expect((await her.trySave({ ...late, id: held?.id ?? '', place: 'Chợ' })).ok).toBe(true)
})

test('[P68] a session is asked to be in a village of its day only where the phone knows better', async () => {
  const { official, ids } = await communeOf(['1', '2'])
  await change(official, { ...merger(ids), from: '2026-11-15' })
  expect(await official.trySave(session({ unit: ids[0], date: '2026-11-15' }))).toMatchObject({ ok: false, problem: [{ code: 'ended-unit' }] })
  expect((await official.trySave(session({ unit: ids[0], date: '2026-11-14' }))).ok).toBe(true)
})

test('a village goes by its old name until the day of its new one, and by both it is found', async () => {
  const { official, ids } = await communeOf(['1'])
  await change(official, { act: 'rename', villages: ids, from: '2027-01-01', becomes: [{ name: 'Thôn Mới', type: 'thon' }] })
  const on = async (today: string) => (await loadUnitBook(official.store, today)).lookup(ids[0] ?? '')
  expect(await on('2026-12-31')).toMatchObject({ name: 'Thôn 1', formerNames: ['Thôn Mới'] })
  expect(await on('2027-01-01')).toMatchObject({ name: 'Thôn Mới', formerNames: ['Thôn 1'] })
})

test('two offices choose another source each while neither has a network: both count with one and the same after', async () => {
  const server = await serverFixture()
  const [one, other] = [await fieldPhone(server, 'province', hue), await fieldPhone(server, 'province', hue)]
  const sources = [baseline({ unit: aLuoi2, source: 'Công an' }), baseline({ unit: aLuoi2, source: 'Niên giám', people: { total: 1200 } })]
  const ids: string[] = []
  for (const fields of sources) ids.push((await one.save({ kind: 'baseline', ...fields })).id)
  for (const phone of [one, other]) await phone.sync()
  await one.save({ kind: 'baseline', id: ids[0] ?? '', ...sources[0], chosen: 1 })
  await other.save({ kind: 'baseline', id: ids[1] ?? '', ...sources[1], chosen: 1 })
  for (const phone of [one, other, one]) await phone.sync()
  const held = async ({ store }: FieldPhone) => (await listRecords(store, 'baseline')).map(({ id, data, conflicts }) => [id, data.chosen, conflicts]).sort()
  expect(await held(one)).toEqual(ids.map((id) => [id, 1, []]).sort())
  expect(await held(other)).toEqual(await held(one))
})
