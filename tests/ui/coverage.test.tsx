// A commune of three villages in quarter 4 of 2026, counted by hand:
//   Đông: 5 October, 40 people (10 for the first time); 20 November, 30 people, nobody asked
//   Tây:  21 November, 23 people, still on the phone
//   Bãi:  refused by the office, so it counts for nothing
// Together 2 of 3 villages, 3 sessions, 93 people, 10 for the first time as asked at one session.

import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { aLuoi1 } from '../fixture/land.ts'
import { baseline, session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

async function smallCommune(): Promise<Seat> {
  const her = await seatOf()
  const dong = her.village('Đông')
  await her.tell('session', 'a', session({ unit: dong, date: '2026-10-05', counts: { total: 40, firstTime: 10, firstTime14to60: 6, method: 'counted' } }))
  await her.tell('session', 'b', session({ unit: dong, date: '2026-11-20', counts: { total: 30, method: 'counted' } }))
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'not-valid', path: [] }] : undefined)
  await her.phone.save({ unit: her.village('Bãi'), date: '2026-11-19', counts: { total: 500, method: 'counted' } })
  await her.phone.sync()
  await her.phone.save({ unit: her.village('Tây'), date: '2026-11-21', counts: { total: 23, method: 'counted' } })
  return her
}

const card = async (name: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('heading', { name })).closest('section')
  if (!found) throw new Error(`${name} stands in no card`)
  return found
}

const textOf = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ')

test('villages: two of three, in counts and not in per cent, and who is still missing', async () => {
  const her = await smallCommune()
  her.open('/coverage')
  await heading('Xã A Lưới 1')
  const villages = textOf(await card('Thôn đã có buổi truyền thông'))
  expect(villages).toContain('2 / 3 thôn')
  expect(villages).toContain('Còn 1 thôn chưa có buổi nào.')
  expect(villages).not.toContain('%')
  expect(screen.getByRole('img', { name: '2/3 thôn' })).toBeTruthy()
  const missing = await card('Ai còn thiếu')
  expect(within(missing).getAllByRole('listitem').length).toBe(1)
  expect(textOf(missing)).toContain('Thôn BãiChưa có số liệu (không phải bằng 0)')
})

test('people: what was counted, what was asked, and what stands behind it', async () => {
  const her = await smallCommune()
  her.open('/coverage')
  const people = textOf(await card('Người dự'))
  expect(people).toMatch(/Số buổi ?3/)
  expect(people).toMatch(/Lượt người: một người có thể được đếm nhiều lần\. ?93/)
  expect(people).toMatch(/Có hỏi ở 1\/3 buổi\. ?10/)
  expect(people).toContain('Chưa đủ số liệu. Chưa có dân số 14–60 tuổi của xã.')
  await screen.findByText('Xem 3 buổi của kỳ này')
})

test('a share of people has its numerator, its denominator and its source', async () => {
  const her = await smallCommune()
  await her.tell('baseline', 'nền', baseline({ unit: aLuoi1, year: 2025, people: { total: 1400, from14to60: 800 }, source: 'Niên giám 2025' }))
  her.open('/coverage')
  await screen.findByText('6 / 800 (0,8 %)')
  expect(textOf(await card('Người dự'))).toContain('Dân số: Niên giám 2025, năm 2025.')
})

test('sessions on this phone are in the figures and said; refused ones are out and said', async () => {
  const her = await smallCommune()
  her.open('/coverage')
  await waitFor(() => expect(shown()).toContain('Số liệu nhận về lúc 21:00. Có tính cả 1 buổi trên máy này chưa gửi. Chưa tính 1 buổi cần xem lại.'))
})

test('a period in which nothing was recorded has no data, which is not zero, and nothing of other periods is said', async () => {
  const her = await smallCommune()
  her.open('/coverage')
  await screen.findByText('quý 4/2026')
  await tap('Kỳ trước')
  await screen.findByText('quý 3/2026')
  await screen.findByText('Chưa có số liệu trong kỳ này (không phải bằng 0).')
  const villages = await card('Thôn đã có buổi truyền thông')
  expect(textOf(villages)).toContain('Chưa có số liệu (không phải bằng 0)')
  expect(textOf(villages)).not.toMatch(/\b0 ?\/ ?3/)
  expect(textOf(await card('Ai còn thiếu'))).toContain('Thôn Đônggần nhất 20/11/2026')
  expect(shown()).not.toContain('Lượt người dự')
  expect(shown()).not.toContain('chưa gửi.')
  expect(shown()).not.toContain('cần xem lại')
})

test('ten villages or more have a percentage; the list says since when it stands', async () => {
  const names = Array.from({ length: 12 }, (_, index) => String(index + 1))
  const her = await seatOf({ villages: names })
  await her.tell('session', 'a', session({ unit: her.village('2') }))
  her.open('/coverage')
  expect(textOf(await card('Thôn đã có buổi truyền thông'))).toContain('1 / 12 thôn (8,3 %)')
  const missing = await card('Ai còn thiếu')
  expect(within(missing).getAllByRole('listitem')[0]?.textContent).toContain('Thôn 1')
  expect(within(missing).getAllByRole('listitem')[1]?.textContent).toContain('Thôn 3')
})

test('a commune without villages is told what to do, not zero of zero', async () => {
  const her = await seatOf({ villages: [] })
  her.open('/coverage')
  await screen.findByText('Xã chưa có danh sách thôn. Hãy nhờ cán bộ xã thêm.')
  expect(screen.queryByRole('link', { name: 'Thêm thôn' })).toBeNull()
  expect(shown()).not.toContain('0 / 0')
  expect(shown()).not.toContain('NaN')
})

test('a missing village leads to logging a session there', async () => {
  const her = await smallCommune()
  her.open('/coverage')
  await tap('Ghi', 'link')
  await heading('Ghi buổi')
  await screen.findByText(/^Thôn Bãi · Hôm nay/)
})

test('periods can be cut from the 15th to the 14th, and their dates are always written out', async () => {
  const her = await smallCommune()
  her.app.preferences.periodRule.value = '15-14'
  her.open('/coverage')
  await screen.findByText('từ 15/09/2026 đến 14/12/2026')
})
