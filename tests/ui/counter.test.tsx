import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listDrafts } from '../../src/client/store/draft.ts'
import { heading, inField, seatOf, tap, type } from '../fixture/screen.tsx'

async function counterOpen(path = '/session/new') {
  const her = await seatOf()
  her.open(path)
  await heading('Ghi buổi')
  await tap('Đếm khi mọi người vào')
  await screen.findByRole('dialog', { name: 'Đếm người' })
  return her
}

/** In the counter; the form behind it has buttons of the same names. */
async function touch(name: string) {
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name }))
}

test('people are counted by touching halves, the last touch is taken back, and the numbers stand in the form', async () => {
  await counterOpen()
  for (const now of [0, 1, 2]) await touch(`Thêm một Nữ, hiện ${now}`)
  await touch('Thêm một Nam, hiện 0')
  await within(screen.getByRole('dialog')).findByText('4 người')
  await touch('Bớt lại một Nam')
  await touch('Bớt lại một Nữ')
  await touch('Đếm xong')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect([await inField('Nữ'), await inField('Nam')]).toEqual(['2', '0'])
})

test('every touch is in the draft at once: killed in the middle of counting, nothing counted is lost', async () => {
  const her = await counterOpen()
  await touch('Thêm một Nữ, hiện 0')
  await touch('Thêm một Nam, hiện 0')
  await touch('Thêm một Nam, hiện 1')
  await within(screen.getByRole('dialog')).findByText('3 người')
  await waitFor(async () => expect(await listDrafts(her.phone.store)).toMatchObject([{ value: { fields: { counts: { female: 1, male: 2, total: 3 } } } }]))
  her.open('/session/new?counting=')
  await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Thêm một Nam, hiện 2' })
  await touch('Đếm xong')
  await heading('Ghi buổi')
  expect(window.location.search).toBe('')
})

test('counting goes on from what was typed', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await type('Nữ', '17')
  await tap('Đếm khi mọi người vào')
  await touch('Thêm một Nữ, hiện 17')
  await within(screen.getByRole('dialog')).findByRole('button', { name: 'Thêm một Nữ, hiện 18' })
})

test('the phone’s back button closes the counter and leaves the form', async () => {
  await counterOpen()
  window.history.back()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await heading('Ghi buổi')
})
