import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { type SessionList, watchSessions } from '../../src/client/store/session-list.ts'
import type { Ground, Phone } from '../fixture/phone.ts'
import { village } from '../fixture/village.ts'

/** Live queries tell each other by the browser's own database. */
let made = 0
const ground = (): Ground => {
  made += 1
  return { name: `lan-toa-list-${made}`, opening: { timer: () => () => undefined } }
}

/** Follows the list; `next` waits until it is whole and shows what is asked for. */
function followed({ store, errors }: Phone) {
  let last: SessionList | undefined
  let wake = () => {}
  const stop = watchSessions(
    store,
    (list) => {
      last = list
      wake()
    },
    (error) => errors.push(error),
  )
  const places = () => last?.sessions.map(({ data }) => data.place)
  return {
    stop,
    last: () => last,
    async until(expected: string[]) {
      while (!last?.isWhole || JSON.stringify(places()) !== JSON.stringify(expected)) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

test('sessions of any years are listed newest first, whatever lies between them', async () => {
  const { phone } = await village({ ground: ground() })
  for (const [place, date] of [
    ['Chợ', '2025-08-01'],
    ['Sân đình', '2026-11-03'],
    ['Trường', '2026-11-20'],
  ] as const)
    await phone.save({ place, date })
  const list = followed(phone)
  await list.until(['Trường', 'Sân đình', 'Chợ'])
  list.stop()
})

test('what comes later is found wherever it belongs: before, between and after all there is', async () => {
  const { phone } = await village({ ground: ground() })
  await phone.save({ place: 'giữa', date: '2025-12-01' })
  await phone.save({ place: 'sau', date: '2026-05-01' })
  const list = followed(phone)
  await list.until(['sau', 'giữa'])
  await phone.save({ place: 'trước', date: '2025-07-02' })
  await list.until(['sau', 'giữa', 'trước'])
  await phone.save({ place: 'ở giữa', date: '2026-03-03' })
  await list.until(['sau', 'ở giữa', 'giữa', 'trước'])
  await phone.save({ place: 'mới', date: '2026-11-21' })
  await list.until(['mới', 'sau', 'ở giữa', 'giữa', 'trước'])
  list.stop()
})

test('an empty phone has a whole list, and the first session comes into it', async () => {
  const { phone } = await village({ ground: ground() })
  const list = followed(phone)
  await list.until([])
  await phone.save({ place: 'Chợ' })
  await list.until(['Chợ'])
  list.stop()
})

test('a change reads its own month again and leaves every other session the object it was', async () => {
  const { phone } = await village({ ground: ground() })
  const old = await phone.save({ place: 'Chợ', date: '2026-09-01' })
  const { id } = await phone.save({ place: 'Sân đình', date: '2026-11-03' })
  const list = followed(phone)
  await list.until(['Sân đình', 'Chợ'])
  const before = list.last()?.sessions.at(-1)
  expect(before?.id).toBe(old.id)
  await phone.save({ id, place: 'Trường' })
  await list.until(['Trường', 'Chợ'])
  expect(list.last()?.sessions.at(-1)).toBe(before)
  list.stop()
})

test('a session that moves to another month leaves the one it was in', async () => {
  const { phone } = await village({ ground: ground() })
  const { id } = await phone.save({ place: 'Chợ', date: '2026-11-03' })
  await phone.save({ place: 'Sân đình', date: '2026-10-03' })
  const list = followed(phone)
  await list.until(['Chợ', 'Sân đình'])
  await phone.save({ id, date: '2026-09-03' })
  await list.until(['Sân đình', 'Chợ'])
  list.stop()
})
