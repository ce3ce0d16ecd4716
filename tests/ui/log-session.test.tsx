import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const outboxOf = ({ phone }: Seat) => phone.store.outbox.toArray()

test('a collaborator logs a session: women and men make the total, the rest is filled in, and it is on her phone', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await heading('Ghi buổi')
  await tap('Thôn Tây')
  await tap('Gặp gỡ, nói chuyện trực tiếp')
  await tap('Thủ đoạn')
  await type('Nữ', '17')
  await type('Nam', '6')
  await screen.findByText('23 người')
  await type('Dưới 14 tuổi', '4')
  await type('14–15 tuổi', '16')
  await screen.findByText('Còn thiếu 3 người')
  await tap('Phần còn lại: 3 · 16–60 tuổi')
  await screen.findByText('Đủ 23 người')
  expect(await inField('16–60 tuổi')).toBe('3')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(screen.getByRole('status').textContent).toBe('Đã lưu trên máy này.')
  await screen.findByText('Trên máy')

  const [saved] = await listSessions(her.phone.store)
  const data = {
    unit: her.village('Tây'),
    date: '2026-11-21',
    form: 'direct-talk',
    topics: ['tricks'],
    counts: { total: 23, female: 17, male: 6, under14: 4, from14to15: 16, from16to60: 3, method: 'counted' },
  }
  expect(saved).toMatchObject({ state: 'waiting', mine: true, data })
  expect(await outboxOf(her)).toMatchObject([{ record: saved?.id, state: 'waiting', change: { n: 1, base: null, set: data } }])
})

test('plus and minus count, say their number to a screen reader, and never go below nobody', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await tap('Thêm một Nữ, hiện chưa nhập')
  await tap('Thêm một Nữ, hiện 1')
  await tap('Bớt một Nữ, hiện 2')
  await tap('Bớt một Nữ, hiện 1')
  await tap('Bớt một Nữ, hiện 0')
  expect(await inField('Nữ')).toBe('0')
  await screen.findByText('0 người')
})

test('a number taken away is not entered, which is not zero', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await type('Nữ', '17')
  await screen.findByText('17 người')
  await type('Nữ', '')
  await waitFor(() => expect(screen.queryByText('17 người')).toBeNull())
  await tap('Thêm một Nữ, hiện chưa nhập')
})

test('who knows only the total enters only the total', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await tap('Thôn Tây')
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('Nữ', '17')
  await tap('Chỉ biết tổng số')
  await type('Tổng số người', '120')
  await tap('Ước lượng')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect((await listSessions(her.phone.store))[0]?.data.counts).toEqual({ total: 120, method: 'estimated' })
})

test('"like last time" keeps the place, the form and the topics, and asks only who came', async () => {
  const her = await seatOf()
  const before = await her.phone.save({
    unit: her.village('Bãi'),
    place: 'Nhà văn hoá',
    form: 'film',
    topics: ['hotlines'],
    languages: ['mong', 'pa-co'],
    note: 'Trời mưa',
    date: '2026-11-02',
  })
  her.open('/')
  await tap(/Giống buổi trước/, 'link')
  await heading('Ghi buổi')
  await screen.findByText('Thôn Bãi · Hôm nay, T7 21/11')
  expect(shown()).toMatch(/Chiếu phim ?Đường dây nóng/)
  await screen.findByText('Nhà văn hoá · Cộng đồng · Mông, Pa Cô')
  await type('Nữ', '9')
  await tap('Lưu trên máy này')
  await heading('Thôn Bãi')
  const again = (await listSessions(her.phone.store)).find(({ id }) => id !== before.id)
  expect(again?.data).toMatchObject({ date: '2026-11-21', place: 'Nhà văn hoá', counts: { total: 9, female: 9 } })
  expect(again?.data.note).toBeUndefined()
})

test('the languages of her area are offered first: those of its sessions, then those of its province', async () => {
  const her = await seatOf()
  await her.phone.save({ unit: her.village('Bãi'), languages: ['mong', 'pa-co'] })
  her.open('/session/new')
  fireEvent.click(await screen.findByText('Thêm chi tiết'))
  document.querySelector('details')?.dispatchEvent(new Event('toggle'))
  const offered = await screen.findByRole('group', { name: /^Tiếng/ })
  const names = within(offered)
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
  expect(names).toEqual(['Mông', 'Pa Cô', 'Tà Ôi', 'Cơ Tu', 'Bru-Vân Kiều', 'Kinh', 'Tày', 'Thêm 10…'])
})

test('what was sent says so, after one tap on "send now"', async () => {
  const her = await seatOf()
  await her.phone.save({ unit: her.village('Tây') })
  her.open('/')
  await tap('1 trên máy', 'link')
  await heading('Hộp gửi')
  await screen.findByText('1 mục chưa gửi, vẫn còn nguyên trên máy này.')
  await tap('Gửi ngay')
  await screen.findByRole('heading', { name: 'Đã gửi hết' })
  await screen.findByText('Lần gửi được gần nhất: 21:00')
  expect(await outboxOf(her)).toMatchObject([{ state: 'done' }])
})

test('without a network the screen says that work goes on, and keeps what is unsent in sight', async () => {
  const her = await seatOf()
  await her.phone.save({ unit: her.village('Tây') })
  her.phone.network.isOnline = false
  her.open('/')
  await screen.findByText(/Không có mạng\. Vẫn ghi được\./)
  her.open('/sending')
  await tap('Gửi ngay')
  await heading('Hộp gửi')
  await screen.findByText('Không có mạng. Vẫn ghi được.')
  await screen.findByRole('heading', { name: 'Còn trên máy này' })
})
