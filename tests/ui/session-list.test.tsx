import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { session } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const rows = (): string[] => screen.queryAllByRole('link', { name: /người/ }).map(({ textContent }) => textContent?.split(/T\d|CN/)[0] ?? '')

async function commune(): Promise<Seat> {
  const her = await seatOf()
  await her.tell('session', 'a', session({ unit: her.village('Đông'), date: '2026-11-20', place: 'Nhà văn hoá 11' }))
  await her.tell('session', 'b', session({ unit: her.village('Tây'), date: '2026-11-03', form: 'film', counts: { total: 1200, method: 'counted' } }))
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
  ['3/11', 'Thôn Tây'],
  ['09/10/2026', 'Thôn Bãi'],
  ['11', 'Thôn Đông'],
  ['1.200', 'Thôn Tây'],
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
  await tap('Bỏ mục này')
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
  await screen.findByText(/Mục này do Cộng tác viên khác ghi/)
  await tap('Xoá')
  await screen.findByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
  expect((await official.phone.get(id))?.removed).toBe(false)
  await type('Lý do', 'Ghi trùng')
  await tap('Xoá')
  await heading('Buổi')
  const [sent] = await official.phone.store.outbox.toArray()
  expect(sent?.change).toMatchObject({ record: id, remove: true, reason: 'Ghi trùng' })
})

test('a session deleted long ago is found by the filter "Đã xoá", and opens', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open(`/session/${id}`)
  await tap('Xoá')
  await heading('Buổi')
  await tap('Đóng')
  her.open('/sessions')
  await screen.findByText('0 buổi')
  await tap('Lọc')
  await tap('Đã xoá')
  await waitFor(() => expect(rows()).toEqual(['Thôn Tây']))
  await tap(/Thôn Tây/, 'link')
  await heading('Thôn Tây')
})

test('filters are counted on their button, said in words and in the address, and cleared with one tap', async () => {
  const her = await commune()
  her.open('/sessions')
  await screen.findByText('3 buổi')
  await tap('Lọc')
  await tap('Tháng này')
  await tap('Chiếu phim')
  await tap('Xem 1 buổi')
  expect(rows()).toEqual(['Thôn Tây'])
  await screen.findByText('Tháng này (từ 01/11/2026 đến 30/11/2026) · Chiếu phim')
  expect(window.location.search).toBe('?period=month&form=film')
  await screen.findByRole('button', { name: 'Lọc (2)' })
  await tap('Bỏ lọc')
  await screen.findByText('3 buổi')
  expect(window.location.search).toBe('')
  expect(document.activeElement?.textContent).toBe('Lọc')
})

test.each([
  ['period=last-month', ['Thôn Bãi']],
  ['period=quarter', ['Thôn Đông', 'Thôn Tây', 'Thôn Bãi']],
  ['period=dates&from=2026-10-09&to=2026-11-03', ['Thôn Tây', 'Thôn Bãi']],
  ['period=dates&from=2026-11-04', ['Thôn Đông']],
  ['form=film&period=year', ['Thôn Tây']],
  ['q=hoa&state=sent', ['Thôn Đông']],
  ['mine=yes', []],
  ['state=attention', []],
  ['state=nonsense&period=always', ['Thôn Đông', 'Thôn Tây', 'Thôn Bãi']],
])('the address %s shows %s', async (search, expected) => {
  const her = await commune()
  her.open(`/sessions?${search}`)
  await screen.findByText(`${expected.length} buổi`)
  expect(rows()).toEqual(expected)
})

test('one village is chosen by tapping it, and tapping it again shows all', async () => {
  const her = await commune()
  her.open('/sessions')
  await tap('Lọc')
  await tap('Thôn Bãi')
  await screen.findByText('1 buổi')
  expect(window.location.search).toBe(`?village=${her.village('Bãi')}`)
  await tap('Thôn Bãi')
  await screen.findByText('3 buổi')
})

test('filters stay on while she looks at something else, and the words she searched for do not', async () => {
  const her = await commune()
  her.open('/sessions?period=last-month')
  await screen.findByText('1 buổi')
  await tap('Lọc (1)')
  await tap('Chỉ mình')
  await tap('Mọi người')
  await type(/^Tìm theo thôn/, 'bai')
  fireEvent.change(await screen.findByLabelText(/^Tìm theo thôn/))
  expect(window.location.search).toBe('?period=last-month&q=bai')
  await tap('Mô hình', 'link')
  await heading('Mô hình')
  await tap('Buổi', 'link')
  await screen.findByRole('button', { name: 'Lọc (1)' })
  expect(await inField(/^Tìm theo thôn/)).toBe('')
  expect(window.location.search).toBe('?period=last-month')
})

test('the arrow of a session leads back to the same list, with the words searched for', async () => {
  const her = await commune()
  her.open('/sessions')
  await type(/^Tìm theo thôn/, 'tay')
  fireEvent.change(await screen.findByLabelText(/^Tìm theo thôn/))
  await tap(/Thôn Tây/, 'link')
  await heading('Thôn Tây')
  await tap('Quay lại', 'link')
  await screen.findByText('1 buổi')
  expect(await inField(/^Tìm theo thôn/)).toBe('tay')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Thôn Tây'))
})

test('what waits on the phone is told from what is on its way', async () => {
  const her = await commune()
  await her.phone.save({ unit: her.village('Tây') })
  her.open('/sessions?state=waiting')
  await screen.findByText('1 buổi')
  her.phone.network.onTheWay = async () => {
    await screen.findByText('0 buổi')
    await tap('Lọc (1)')
    await tap('Đang gửi')
    await screen.findByText('1 buổi')
    expect(shown()).toContain('người Đang gửi')
  }
  await her.phone.sync()
  await screen.findByText('0 buổi')
})

test('a form that was begun stands above the list as a draft, and goes on where it was left', async () => {
  const her = await commune()
  her.open('/session/new')
  await tap('Thôn Bãi')
  await screen.findByText(/^Nháp, tự lưu/)
  her.open('/sessions?state=draft')
  await screen.findByRole('heading', { name: 'Đang ghi dở' })
  expect(rows()).toEqual([])
  await tap(/Thôn Bãi.*Nháp/, 'link')
  await heading('Ghi buổi')
})

test('filters that nothing fits say so', async () => {
  const her = await commune()
  her.open('/sessions?mine=yes')
  await screen.findByText('Không có buổi nào khớp bộ lọc này.')
})
