import { expect, test } from 'vitest'
import { browserTimer } from '../../src/client/environment.ts'
import { listSessions } from '../../src/client/store/read.ts'
import { village } from '../fixture/village.ts'

test('ten thousand sessions are listed in the time it takes to read them, give or take', async () => {
  const { phone } = await village({ ground: { name: 'lan-toa-many', opening: { timer: browserTimer } } })
  const { id } = await phone.save()
  const one = await phone.store.records.get(id)
  if (!one) throw new Error('A session was saved')
  const dateOf = (place: number) => new Date(Date.UTC(2025, 0, 1 + (place % 690))).toISOString().slice(0, 10)
  await phone.store.records.bulkPut(
    Array.from({ length: 10_000 }, (_, place) => ({ ...one, id: `${place}`, date: dateOf(place), data: { ...one.data, date: dateOf(place) } })),
  )
  const took = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  await phone.store.records.toArray()
  const bare = await took(() => phone.store.records.toArray())
  const listed = await took(() => listSessions(phone.store))
  expect(await listSessions(phone.store)).toHaveLength(10_001)
  expect(listed).toBeLessThan(bare * 4 + 200)
  const month = await took(() => listSessions(phone.store, { from: '2026-10-01', to: '2026-10-31' }))
  expect(month).toBeLessThan(listed)
})
