import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const rows = (): string[] => screen.queryAllByRole('link', { name: /người/ }).map(({ textContent }) => textContent?.split(/T\d|CN/)[0] ?? '')

async function commune(): Promise<Seat> {
  const her = await seatOf()
  await her.tell('session', 'a', session({ unit: her.village('Đông'), date: '2026-11-20', place: 'Nhà văn hoá' }))
  await her.tell('session', 'b', session({ unit: her.village('Tây'), date: '2026-11-03', form: 'film' }))
  await her.tell('session', 'c', session({ unit: her.village('Bãi'), date: '2026-10-09', topics: ['hotlines'] }))
  return her
}

test('sessions stand newest first under their months', async () => {
  const her = await commune()
  her.open('/sessions')
  await screen.findByText('3 buổi')
  expect(rows()).toEqual(['Thôn Đông', 'Thôn Tây', 'Thôn Bãi'])
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Tháng 11/2026', 'Tháng 10/2026'])
})

test.each([
  ['thon dong', 'Thôn Đông'],
  ['NHA VAN HOA', 'Thôn Đông'],
  ['chieu phim', 'Thôn Tây'],
  ['duong day', 'Thôn Bãi'],
])('typing "%s" without marks finds %s', async (query, found) => {
  const her = await commune()
  her.open('/sessions')
  await screen.findByText('3 buổi')
  await type(/^Tìm theo thôn/, query)
  await screen.findByText('1 buổi')
  expect(rows()).toEqual([found])
})

test('a search that finds nothing says so in the words that were typed', async () => {
  const her = await commune()
  her.open('/sessions')
  await type(/^Tìm theo thôn/, 'thôn Xa')
  await screen.findByText('Không thấy buổi nào khớp “thôn Xa”.')
})

test('an empty list says what will stand there and where to begin', async () => {
  const her = await seatOf()
  her.open('/sessions')
  await screen.findByText('Chưa có buổi nào')
  await tap('Ghi buổi', 'link')
  await heading('Ghi buổi')
})

test('a deleted session is gone at once and back with one tap', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Xoá')
  await heading('Buổi')
  await screen.findByText('Đã xoá.')
  await screen.findByText('0 buổi')
  await tap('Hoàn tác')
  await screen.findByText('1 buổi')
  expect((await her.phone.get(id))?.removed).toBe(false)
  await her.phone.sync()
  expect(her.server.rows.get(id)?.removed).toBe(false)
})

test('so is one that the office never took', async () => {
  const her = await seatOf()
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  const { id } = await her.phone.save({ unit: her.village('Tây'), place: 'Chợ' })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Xoá')
  await screen.findByText('0 buổi')
  await tap('Hoàn tác')
  await screen.findByText('1 buổi')
  expect((await her.phone.get(id))?.data).toMatchObject({ place: 'Chợ' })
})

test('giving up a refused session can be undone', async () => {
  const her = await seatOf()
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  const { id } = await her.phone.save({ unit: her.village('Tây'), place: 'Chợ' })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Bỏ bản ghi này')
  await heading('Không tìm thấy')
  await tap('Hoàn tác')
  await heading('Thôn Tây')
  expect((await listSessions(her.phone.store))[0]).toMatchObject({ id, data: { place: 'Chợ' } })
})

test("taking the office's version of a refused edit can be undone", async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây'), place: 'Sân đình' })
  await her.phone.sync()
  her.server.refuse = ({ n }) => (n === 2 ? [{ code: 'not-valid', path: ['place'] }] : undefined)
  await her.phone.save({ id, place: 'Chợ' })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Bỏ chỗ vừa sửa, lấy bản đã gửi')
  await waitFor(() => expect(shown()).toContain('Sân đình'))
  await tap('Hoàn tác')
  await waitFor(() => expect(shown()).toContain('Chợ'))
})

test("an official deletes another's session only with a reason", async () => {
  const official = await seatOf({ role: 'official' })
  const id = await official.tell('session', 'buổi', session({ unit: official.village('Tây') }))
  official.open(`/session/${id}`)
  await tap('Xoá')
  await screen.findByText(/Bản ghi này do Cộng tác viên khác ghi/)
  await tap('Xoá')
  await screen.findByText('Bản ghi này do người khác ghi. Hãy cho biết lý do.')
  expect((await official.phone.get(id))?.removed).toBe(false)
  await type('Lý do', 'Ghi trùng')
  await tap('Xoá')
  await heading('Buổi')
  const [sent] = await official.phone.store.outbox.toArray()
  expect(sent?.change).toMatchObject({ record: id, remove: true, reason: 'Ghi trùng' })
})

test('a session deleted long ago is found under "Đã xoá", and opens', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Xoá')
  await heading('Buổi')
  await tap('Đóng')
  her.open('/sessions')
  const removed = await screen.findByText('Đã xoá (1)')
  removed.click()
  await waitFor(() => expect(screen.getAllByRole('link', { name: /Thôn Tây/ })).toHaveLength(1))
})
