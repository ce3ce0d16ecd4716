import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

/** Two who wrote one session down, and one at which nobody was. */
async function doubtful(): Promise<Seat> {
  const seat = await seatOf({ role: 'official' })
  const unit = seat.village('Đông')
  await seat.tell('session', 'một', session({ unit, date: '2026-11-10' }))
  await seat.tell('session', 'hai', session({ unit, date: '2026-11-10' }))
  await seat.tell('session', 'không', session({ unit: seat.village('Tây'), date: '2026-11-12', counts: { total: 0, method: 'counted' } }))
  return seat
}

test('each finding says why and leads to its sessions', async () => {
  const seat = await doubtful()
  seat.open('/quality')
  await heading('Cần xem lại')
  await screen.findByRole('heading', { name: '2 chỗ cần xem lại' })
  expect(shown()).toContain('Buổi này ghi 0 người dự.')
  expect(shown()).toContain('Có thể là một buổi ghi hai lần: cùng ngày, cùng nơi, 40 và 40 người.')
  await tap('Mở buổi này', 'link')
  await heading(/Tây/)
})

test('what was found right is hidden for good on this phone, and comes back by undo', async () => {
  const seat = await doubtful()
  seat.open('/quality')
  await tap(/Đã xem, đúng rồi.*Tây/)
  await screen.findByRole('heading', { name: '1 chỗ cần xem lại' })
  expect(shown()).toContain('1 chỗ đã xem và đúng.')
  seat.open('/quality')
  await screen.findByRole('heading', { name: '1 chỗ cần xem lại' })
  await tap(/Đã xem, đúng rồi.*Đông/)
  await screen.findByText('Không thấy chỗ nào cần xem lại.')
  await tap('Hoàn tác')
  await screen.findByRole('heading', { name: '1 chỗ cần xem lại' })
})

test('a finding is gone once its record is mended', async () => {
  const seat = await doubtful()
  seat.open('/quality')
  await screen.findByRole('heading', { name: '2 chỗ cần xem lại' })
  await seat.tell('session', 'không', session({ unit: seat.village('Tây'), date: '2026-11-12' }))
  await waitFor(() => expect(shown()).not.toContain('Buổi này ghi 0 người dự.'))
})

test('the office of a province is not told that all is well where its phone holds no sessions of the communes', async () => {
  const seat = await seatOf({ role: 'province' })
  seat.open('/quality')
  await screen.findByText(/^Máy này chưa biết các xã có chỗ nào cần xem lại/)
  await screen.findByText(/^Danh sách này tính trên máy này/)
  expect(shown()).not.toContain('Không thấy chỗ nào cần xem lại.')
})

test('with nothing recorded there is nothing to look at', async () => {
  const seat = await seatOf({ role: 'official' })
  seat.open('/quality')
  await screen.findByText('Không thấy chỗ nào cần xem lại.')
})
