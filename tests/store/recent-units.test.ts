import { expect, test } from 'vitest'
import { recentUnits } from '../../src/client/store/recent-units.ts'
import { removeRecord } from '../../src/client/store/save.ts'
import { unitsOn } from '../fixture/field-phone.ts'
import { idNamed } from '../fixture/id-named.ts'
import { village } from '../fixture/village.ts'

/** Sessions of hers as they lie there, newest last; only what the question asks for differs. */
async function herPhone(units: readonly string[]) {
  const { phone } = await village()
  const { id, author } = await phone.save()
  const one = await phone.store.records.get(id)
  if (!one) throw new Error('A session was saved')
  const rows = units.map((unit, place) => ({ ...one, id: idNamed(`buổi ${place}`), unit, createdAt: one.createdAt + 1 + place }))
  await phone.store.records.bulkPut(rows)
  return { phone, author, unit: one.unit ?? '' }
}

test('where she was last is told newest first, each place once', async () => {
  const { phone, author, unit } = await herPhone(['Đông', 'Tây', 'Đông', 'Bãi', 'Bãi'])
  expect(await recentUnits(phone.store, author, 4)).toEqual(['Bãi', 'Đông', 'Tây', unit])
  expect(await recentUnits(phone.store, author, 2)).toEqual(['Bãi', 'Đông'])
  expect(await recentUnits(phone.store, 'somebody else', 4)).toEqual([])
})

test('a session that she took back is no place where she was', async () => {
  const { phone, author, unit } = await herPhone([])
  const [{ id } = { id: '' }] = await phone.store.records.toArray()
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), id)
  expect([unit, await recentUnits(phone.store, author, 4)]).toEqual([unit, []])
})

test('a few sessions are read for it, however many lie there and however seldom she was elsewhere', async () => {
  const { phone, author } = await herPhone(['Tây', ...Array.from({ length: 500 }, () => 'Đông')])
  let read = 0
  phone.store.records.hook('reading', (record) => {
    read += 1
    return record
  })
  expect(await recentUnits(phone.store, author, 4)).toEqual(['Đông'])
  expect(read).toBeLessThanOrEqual(41)
})
