// Lịch sử: what happened to a record, in words, with a network and without one.

import { screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { PastChange } from '../../src/protocol/history.ts'
import { idNamed } from '../fixture/id-named.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const MINUTE = 60_000

const her = { by: idNamed('collaborator'), name: 'Cán bộ xã' }
const official = { by: idNamed('official'), name: 'Cán bộ Mai' }

/** Every step that is shown, each as one text. */
const steps = async (): Promise<string[]> => {
  await screen.findByText('Ghi mới')
  return screen
    .getAllByRole('listitem')
    .filter((one) => one.closest('.past'))
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' '))
}

/** A session of the commune with that history at the office. */
async function sessionWith(seat: Seat, past: Omit<PastChange, 'version'>[]): Promise<string> {
  const id = await seat.tell('session', 'buổi', session({ unit: seat.village('Tây') }), { author: 'collaborator', authorName: her.name })
  seat.server.past.set(
    id,
    past.map((one, place) => ({ version: place + 1, ...one })),
  )
  return id
}

const made = (seat: Seat): Omit<PastChange, 'version'> => ({
  ...her,
  at: EVENING - 9 * MINUTE,
  did: 'made',
  set: session({ unit: seat.village('Tây'), place: 'Sân đình' }),
})

test('from the session one gets to what happened to it: who, when, what and why, each field with what it was', async () => {
  const seat = await seatOf()
  const id = await sessionWith(seat, [
    made(seat),
    {
      ...official,
      at: EVENING - 5 * MINUTE,
      did: 'edited',
      reason: 'Đếm lại theo ảnh',
      set: { counts: { total: 42, female: 27, male: 15, method: 'counted' } },
    },
    { ...her, at: EVENING - 2 * MINUTE, did: 'edited', set: { place: null, note: 'Đông vui' } },
  ])
  seat.open(`/session/${id}`)
  await tap('Lịch sử', 'link')
  await heading('Lịch sử')
  expect(await steps()).toEqual([
    expect.stringMatching(/^Ghi mới · Cán bộ xã \(anh\/chị\)20:51.*Nơi tổ chứcSân đình/),
    'Sửa · Cán bộ Mai20:55Lý do: Đếm lại theo ảnhTổng số người40 → thành 42Nữ25 → thành 27',
    'Sửa · Cán bộ xã (anh/chị)20:58Nơi tổ chứcSân đình → thành để trốngGhi chúđể trống → thành Đông vui',
  ])
})

test('a removal, a return and a decision are told as what they are; a removal that an edit outlived says so', async () => {
  const seat = await seatOf()
  const id = await sessionWith(seat, [
    made(seat),
    { ...official, at: EVENING, did: 'removed', reason: 'Ghi trùng', set: {} },
    { ...her, at: EVENING, did: 'restored', set: {} },
    { ...official, at: EVENING, did: 'removed', set: {} },
    { ...her, at: EVENING, did: 'edited', set: { place: 'Chợ' } },
    { ...her, at: EVENING, did: 'resolved', set: { place: 'Chợ' } },
  ])
  seat.open(`/history/${id}`)
  const [, removed, restored, outlived, , resolved] = await steps()
  expect(removed).toBe('Xoá · Cán bộ Mai21:00Lý do: Ghi trùng')
  expect(restored).toBe('Khôi phục · Cán bộ xã (anh/chị)21:00')
  expect(outlived).toBe('Xoá · Cán bộ Mai21:00Mục này vẫn được giữ vì có người khác đang sửa.')
  expect(resolved).toBe('Chọn bản đúng · Cán bộ xã (anh/chị)21:00Giữ nguyên bản đang có.')
})

test('what this phone has not sent yet stands on top, over what the office knows', async () => {
  const seat = await seatOf()
  const id = await sessionWith(seat, [made(seat)])
  seat.phone.network.isOnline = false
  await seat.phone.save({ id, place: 'Trường tiểu học' })
  seat.phone.network.isOnline = true
  seat.open(`/history/${id}`)
  const unsent = (await screen.findByRole('heading', { name: 'Chưa gửi từ máy này' })).closest('section')
  if (!unsent) throw new Error('What is unsent has no card')
  await screen.findByText('Ghi mới')
  expect(unsent.textContent?.replace(/\s+/g, ' ')).toContain('21:00 · Trên máyNơi tổ chứcSân đình → thành Trường tiểu học')
})

test('without a network it says so, shows what this phone knows, and asks again on a tap', async () => {
  const seat = await seatOf()
  const { id } = await seat.phone.save({ unit: seat.village('Tây'), place: 'Sân đình' })
  await seat.phone.sync()
  seat.server.past.set(id, [{ version: 1, ...made(seat) }])
  seat.phone.network.isOnline = false
  await seat.phone.save({ id, place: 'Chợ' })
  seat.open(`/history/${id}`)
  await screen.findByRole('heading', { name: 'Chưa xem được lịch sử đầy đủ' })
  expect(shown()).toContain('cần có mạng mới xem được. Ở đây chỉ có những gì ghi trên máy này.')
  const known = (await screen.findByRole('heading', { name: 'Máy này đã ghi' })).closest('section')
  expect(known?.textContent).toContain('Ghi mới')
  expect(shown()).toContain('Sân đình → thành Chợ')
  seat.phone.network.isOnline = true
  await tap('Thử lại')
  await screen.findByText(/Cán bộ xã/)
  expect(screen.queryByRole('heading', { name: 'Chưa xem được lịch sử đầy đủ' })).toBeNull()
})

test('a record that the office has not seen yet says so, with what waits here', async () => {
  const seat = await seatOf()
  const { id } = await seat.phone.save({ unit: seat.village('Tây') })
  seat.open(`/history/${id}`)
  await screen.findByText('Nơi nhận chưa có mục này.')
  await screen.findByRole('heading', { name: 'Chưa gửi từ máy này' })
})

test('a record that is not on this phone says so; in English no raw key stands there', async () => {
  const seat = await seatOf()
  seat.open(`/history/${idNamed('nowhere')}`)
  await heading('Không tìm thấy')
  const id = await sessionWith(seat, [made(seat), { ...official, at: EVENING, did: 'edited', set: { form: 'film' } }])
  seat.app.preferences.language.value = 'en'
  seat.open(`/history/${id}`)
  await heading('History')
  await screen.findByText('Made')
  expect(shown()).not.toMatch(/\b(history|did|decide)\.[a-z-]+/)
})
