import { expect, test } from 'vitest'
import { removeRecord } from '../../src/client/store/save.ts'
import { listSessionsByMonth } from '../../src/client/store/sessions-by-month.ts'
import { unitsOn } from '../fixture/field-phone.ts'
import { village } from '../fixture/village.ts'

test('every session is read once, over months and years without any', async () => {
  const { phone } = await village()
  const dates = ['2025-08-31', '2025-09-01', '2025-09-30', '2025-09-30', '2026-02-28', '2026-11-01', '2026-11-20']
  for (const date of dates) await phone.save({ date })
  const gone = await phone.save({ date: '2026-05-05' })
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), gone.id)
  const found = await listSessionsByMonth(phone.store)
  expect(found.map(({ data }) => data.date).sort()).toEqual(dates)
  expect(new Set(found.map(({ id }) => id)).size).toBe(dates.length)
})

test('a phone without sessions has none', async () => {
  const { phone } = await village()
  expect(await listSessionsByMonth(phone.store)).toEqual([])
})
