import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listDrafts } from '../../src/client/store/draft.ts'
import { heading, inField, seatOf, tap, type } from '../fixture/screen.tsx'

async function counterOpen(path = '/session/new', practice = false) {
  const her = await seatOf({ practice })
  her.open(path)
  await heading('Ghi buổi')
  await tap('Đếm khi mọi người vào')
  await screen.findByRole('dialog', { name: 'Đếm người' })
  return her
}

/** In the counter, not in the form behind it. */
async function touch(name: string) {
  fireEvent.click(await within(await screen.findByRole('dialog')).findByRole('button', { name }))
}

test('people are counted by touching halves, the last touch is taken back, and the numbers stand in the form', async () => {
  await counterOpen('/session/new', true)
  within(screen.getByRole('dialog')).getByText('Diễn tập · không phải số liệu thật')
  for (const now of [0, 1, 2]) await touch(`Nữ ${now} Chạm để thêm một`)
  await touch('Nam 0 Chạm để thêm một')
  await within(screen.getByRole('dialog')).findByText('4 người')
  await touch('Bớt lại một Nam')
  await touch('Bớt lại một Nữ')
  await touch('Đếm xong')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect([await inField('Nữ'), await inField('Nam')]).toEqual(['2', '0'])
})

test('every touch is in the draft at once: killed in the middle of counting, nothing counted is lost', async () => {
  const her = await counterOpen()
  await touch('Nữ 0 Chạm để thêm một')
  await touch('Nam 0 Chạm để thêm một')
  await touch('Nam 1 Chạm để thêm một')
  await within(screen.getByRole('dialog')).findByText('3 người')
  await waitFor(async () => expect(await listDrafts(her.phone.store)).toMatchObject([{ value: { fields: { counts: { female: 1, male: 2, total: 3 } } } }]))
  her.open('/session/new?counting=')
  await within(await screen.findByRole('dialog')).findByRole('button', { name: 'Nam 2 Chạm để thêm một' })
  await touch('Đếm xong')
  await heading('Ghi buổi')
  expect(window.location.search).toBe('')
})

test('counting goes on from what was typed', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await type('Nữ', '1199')
  await tap('Đếm khi mọi người vào')
  await touch('Nữ 1.199 Chạm để thêm một')
  await within(screen.getByRole('dialog')).findByRole('button', { name: 'Nữ 1.200 Chạm để thêm một' })
  within(screen.getByRole('dialog')).getByText('1.200 người')
})

test('the phone’s back button closes the counter and leaves the form', async () => {
  await counterOpen()
  window.history.back()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await heading('Ghi buổi')
})
