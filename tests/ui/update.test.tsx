// A new version is taken when it is wanted, and never over what is being entered, here or in another tab.

import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { dropDraft, listDrafts, putDraft } from '../../src/client/store/draft.ts'
import { heading, seatOf, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const MINUTE = 60_000

async function withNewVersion() {
  const her = await seatOf()
  const taken: string[] = []
  her.app.update.value = () => taken.push(window.location.pathname)
  return { her, taken, store: her.phone.store }
}

test('with nothing being entered, a tap takes it at once; without a tap nothing happens', async () => {
  const { her, taken } = await withNewVersion()
  her.open('/')
  await screen.findByText('Có bản mới. Cập nhật khi ghi xong.')
  expect(taken).toEqual([])
  await tap('Cập nhật')
  await waitFor(() => expect(taken).toEqual(['/']))
})

test('while something is being entered in any tab, the tap is kept until that is saved or dropped', async () => {
  const { her, taken, store } = await withNewVersion()
  await putDraft(store, 'session:new', { fields: {} }, EVENING - MINUTE)
  her.open('/')
  await tap('Cập nhật')
  await screen.findByText('Sẽ cập nhật khi phần đang ghi được lưu hoặc bỏ.')
  her.open('/session/new')
  await heading('Ghi buổi')
  her.open('/more')
  await screen.findByText('Sẽ cập nhật khi phần đang ghi được lưu hoặc bỏ.')
  expect(taken).toEqual([])
  await dropDraft(store, 'session:new')
  await waitFor(() => expect(taken).toEqual(['/more']))
})

test('a form is never loaded anew under her hands, though the tap was before it', async () => {
  const { her, taken, store } = await withNewVersion()
  await putDraft(store, 'site:new', { fields: {} }, EVENING - MINUTE)
  her.open('/')
  await tap('Cập nhật')
  her.open('/session/new')
  await heading('Ghi buổi')
  await dropDraft(store, 'site:new')
  await tap('Thôn Tây')
  await waitFor(async () => expect(await listDrafts(store)).toHaveLength(1))
  expect(taken).toEqual([])
  await dropDraft(store, 'session:new')
  her.open('/')
  await waitFor(() => expect(taken).toEqual(['/']))
})

test('a draft that nobody has touched for a quarter of an hour holds no version back', async () => {
  const { her, taken, store } = await withNewVersion()
  await putDraft(store, 'session:new', { fields: {} }, EVENING - 16 * MINUTE)
  her.open('/')
  await tap('Cập nhật')
  await waitFor(() => expect(taken).toEqual(['/']))
})
