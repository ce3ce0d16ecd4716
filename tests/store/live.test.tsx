import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import { render, screen, waitFor } from '@testing-library/preact'
import { Dexie } from 'dexie'
import { forceCloseDatabase } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import type { Store } from '../../src/client/store/database.ts'
import { onUnsent, queryAnewOnReopen, useLive } from '../../src/client/store/live.ts'
import { listSessions } from '../../src/client/store/read.ts'
import type { Ground } from '../fixture/phone.ts'
import { village } from '../fixture/village.ts'

let made = 0
const ground = (): Ground => {
  made += 1
  return { name: `lan-toa-live-${made}`, opening: { timer: () => () => undefined } }
}

const from = signal('2026-01-01')

function Places({ store }: { store: Store }) {
  const sessions = useLive(() => listSessions(store, { from: from.value }), [from.value])
  return <p>{sessions === undefined ? 'chưa biết' : `có: ${sessions.map(({ data }) => data.place).join(', ')}`}</p>
}

test('a screen shows a save at once, and keeps what it showed while a new question is asked', async () => {
  const { phone } = await village({ ground: ground() })
  await phone.save({ place: 'Sân đình' })
  const seen: (string | null)[] = []
  const { container } = render(<Places store={phone.store} />)
  new MutationObserver(() => seen.push(container.textContent)).observe(container, { subtree: true, childList: true, characterData: true })
  expect(screen.getByText('chưa biết')).toBeTruthy()
  await waitFor(() => screen.getByText('có: Sân đình'))
  await phone.save({ place: 'Chợ', date: '2026-11-10' })
  await waitFor(() => screen.getByText('có: Sân đình, Chợ'))
  from.value = '2026-11-15'
  await waitFor(() => screen.getByText('có: Sân đình'))
  expect(seen).not.toContain('chưa biết')
})

test('a query that broke with the connection is asked anew when that is there again', async () => {
  const { phone } = await village({ ground: ground() })
  queryAnewOnReopen(phone.store)
  await phone.save({ place: 'Sân đình' })
  from.value = '2026-01-01'
  vi.spyOn(phone.store.records, 'where').mockImplementationOnce(() => {
    throw new Dexie.DatabaseClosedError()
  })
  render(<Places store={phone.store} />)
  await waitFor(() => expect(phone.store.records.where).toHaveBeenCalledOnce())
  screen.getByText('chưa biết')
  forceCloseDatabase(phone.store.backendDB() as never) // Its types ask for the class, not for one of it.
  await waitFor(() => screen.getByText('có: Sân đình'))
})

test('the engine is told when there is more to send, not when there is less', async () => {
  const { phone } = await village({ ground: ground() })
  let told = 0
  const stop = onUnsent(
    phone.store,
    () => (told += 1),
    (error) => phone.errors.push(error),
  )
  await phone.save()
  await waitFor(() => expect(told).toBe(1))
  await phone.sync()
  await phone.save()
  await waitFor(() => expect(told).toBe(2))
  stop()
  expect(phone.errors).toEqual([])
})
