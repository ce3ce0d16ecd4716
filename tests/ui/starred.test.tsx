import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { removeRecord } from '../../src/client/store/save.ts'
import { listStarred, setStarred } from '../../src/client/store/starred.ts'
import { heading, seatOf, tap } from '../fixture/screen.tsx'

test('a starred session begins others like it from the home screen', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây'), form: 'rally' })
  her.open(`/session/${id}`)
  await heading('Thôn Tây')
  await tap('Dùng làm mẫu')
  await screen.findByRole('button', { name: 'Đang là mẫu', pressed: true })
  her.open('/')
  await screen.findByText('Mẫu hay dùng')
  await tap(/^Mít tinh\s*Thôn Tây$/, 'link')
  await heading('Ghi buổi')
  expect(window.location.search).toBe(`?like=${id}`)
})

test('a star is taken back, and a removed session is no template', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây') })
  const { id: other } = await her.phone.save({ unit: her.village('Đông') })
  for (const one of [id, other]) await setStarred(her.phone.store, one, true)
  expect((await listStarred(her.phone.store)).map((one) => one.id)).toEqual([other, id])
  her.open(`/session/${id}`)
  await tap('Đang là mẫu')
  await screen.findByRole('button', { name: 'Dùng làm mẫu' })
  const { store, environment } = her.phone
  await removeRecord(store, environment, her.app.units.value.lookup, other)
  await waitFor(async () => expect(await listStarred(her.phone.store)).toEqual([]))
})
