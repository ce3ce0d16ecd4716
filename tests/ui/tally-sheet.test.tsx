// The sheet that is printed to count on paper: in the order of the screen, with her villages, and with no room for a name.

import { screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

async function sheetOf(options: Parameters<typeof seatOf>[0] = {}, prepare: (seat: Seat) => void = () => undefined): Promise<Seat> {
  const seat = await seatOf(options)
  prepare(seat)
  seat.open('/tally-sheet')
  await heading('Phiếu đếm')
  return seat
}

const sheet = (): HTMLElement => screen.getByRole('table')
const sessions = (): Element[] => [...sheet().querySelectorAll('.sheet-session')]
const ticks = (): string[] => [...(sessions()[0]?.querySelectorAll('.sheet-tick') ?? [])].map(({ textContent }) => textContent ?? '')

test('it asks what the screen asks, in its order, and counts by gates of five', async () => {
  await sheetOf()
  const labels = [...(sessions()[0]?.querySelectorAll('b') ?? [])].map(({ textContent }) => textContent)
  expect(labels).toEqual([
    'Buổi 1',
    'Thôn',
    'Hình thức',
    'Nội dung',
    'Nữ',
    'Nam',
    'Dưới 14 tuổi',
    '14–15 tuổi',
    '16–60 tuổi',
    'Trên 60 tuổi',
    'Người dân tộc thiểu số',
    'Nữ dân tộc thiểu số',
    'Mới dự lần đầu',
  ])
  expect(sheet().textContent).toContain('Ngày')
  expect(sheet().textContent).toContain('Nơi tổ chức')
  expect(ticks()).toEqual(expect.arrayContaining(['Mít tinh', 'Loa truyền thanh', 'Thủ đoạn', 'Đường dây nóng']))
  const strokes = sessions()[0]?.querySelector('.sheet-strokes')?.getAttribute('d') ?? ''
  expect(strokes.match(/M/g)).toHaveLength(12 * 5)
})

test('there is no room for the name of anybody who came', async () => {
  await sheetOf()
  expect(sheet().textContent).toContain('Không ghi tên người dự')
  expect(sheet().textContent).not.toMatch(/họ tên|danh sách|ký tên|người nói/i)
})

test('the commune stands in the heading that every page repeats, with as many sessions as asked for', async () => {
  await sheetOf()
  expect(sheet().querySelector('thead')?.textContent).toContain('Xã A Lưới 1')
  expect(sessions()).toHaveLength(2)
  await tap('10 buổi')
  expect(sessions()).toHaveLength(10)
  expect(sessions()[9]?.textContent).toContain('Buổi 10')
})

test('her villages are printed where she has said which, else those of a small commune, else a line', async () => {
  await sheetOf({}, (seat) => (seat.app.preferences.myVillages.value = [seat.village('Tây')]))
  expect(ticks()).toContain('Thôn Tây')
  expect(ticks()).not.toContain('Thôn Đông')
  await sheetOf()
  expect(ticks()).toEqual(expect.arrayContaining(['Thôn Đông', 'Thôn Tây', 'Thôn Bãi']))
  await sheetOf({ villages: Array.from({ length: 11 }, (_, place) => `Số ${place + 1}`) })
  expect(ticks().filter((name) => name.startsWith('Thôn Số'))).toEqual([])
  expect(sheet().textContent).toContain('Thôn')
})

test('practice says so on paper', async () => {
  await sheetOf({ practice: true })
  expect(sheet().textContent).toContain('Diễn tập – không phải số liệu thật')
  await sheetOf()
  expect(shown()).not.toContain('Diễn tập')
})

test('it is printed with one tap, and found from the plans and from More', async () => {
  const printed = vi.fn()
  vi.stubGlobal('print', printed)
  const seat = await sheetOf()
  await tap('In phiếu')
  expect(printed).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
  for (const path of ['/plans', '/more']) {
    seat.open(path)
    expect((await screen.findByRole('link', { name: 'Phiếu đếm để in' })).getAttribute('href')).toBe('/tally-sheet')
  }
})

test('a province office has no commune, and its sheet none in the heading', async () => {
  await sheetOf({ role: 'province' })
  expect(sheet().querySelector('thead')?.textContent).toContain('Phiếu đếm buổi truyền thông')
  expect(sheet().textContent).not.toContain('·')
})
