// Địa bàn: who had no session for long, the message to them, every unit with its figures, and one unit by itself.
// A commune of four villages on 21 November 2026: Đông had sessions on 20 November and 5 October, Tây one on 1 July (143 days ago),
// Bãi one on 24 August (89 days ago), Núi never had one.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hoaVang, hue } from '../fixture/land.ts'
import { practiceSeat } from '../fixture/practice-seat.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ')

async function fourVillages(practice = false): Promise<Seat> {
  const her = await seatOf({ role: 'official', villages: ['Đông', 'Tây', 'Bãi', 'Núi'], practice })
  const held = (name: string, date: string, total: number) =>
    her.tell('session', `${name} ${date}`, session({ unit: her.village(name), date, counts: { total, method: 'counted' } }))
  await held('Đông', '2026-11-20', 30)
  await held('Đông', '2026-10-05', 40)
  await held('Tây', '2026-07-01', 20)
  await held('Bãi', '2026-08-24', 25)
  return her
}

const quietRows = async (): Promise<HTMLElement[]> => {
  await screen.findByText(/chưa có buổi nào trong 90 ngày\./)
  return screen.getAllByRole('listitem')
}

test('who never had one comes first, then the longest; eighty-nine days are not ninety', async () => {
  const her = await fourVillages()
  her.open('/area')
  const rows = (await quietRows()).map(textOf)
  expect(shown()).toContain('2/4 thôn chưa có buổi nào trong 90 ngày.')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain('Thôn NúiChưa có số liệu (không phải bằng 0)')
  expect(rows[1]).toContain('Thôn Tây143 ngày chưa có buổi nào (gần nhất 01/07/2026)')
})

test('from opening the app three taps send a polite message, which may be changed first', async () => {
  const her = await fourVillages()
  her.open('/')
  await tap('Địa bàn', 'link')
  await tap(/^Soạn lời nhắn Thôn Tây/)
  const box = await screen.findByLabelText('Lời nhắn cho Thôn Tây')
  await tap('Chép lời nhắn')
  await waitFor(() => expect(her.copied).toHaveLength(1))
  expect(her.copied[0]).toMatch(/^Chào anh\/chị\.\nTheo số liệu đến 21:00, Thôn Tây chưa có buổi .* trong 90 ngày qua \(buổi gần nhất: 01\/07\/2026\)\./)
  expect(her.copied[0]).toContain('Cảm ơn anh/chị.')
  fireEvent.input(box, { target: { value: 'Chị Tây ơi' } })
  await tap('Chép lời nhắn')
  await waitFor(() => expect(her.copied[1]).toBe('Chị Tây ơi'))
})

test('beside a village that is missing stands whom to call there, one tap away; that nobody is written down is said', async () => {
  const her = await fourVillages()
  const head = { name: 'Trưởng thôn', duty: 'Chi hội trưởng', organisation: idNamed('hoi') }
  await her.tell('person', 'ở Tây', { ...head, unit: her.village('Tây'), phone: '+84 54 000.1234' })
  her.open('/area')
  const [never, long] = (await quietRows()) as [HTMLElement, HTMLElement]
  expect(textOf(never)).toContain('Chưa ghi ai phụ trách nơi này.')
  await within(long).findByText('Trưởng thôn, Chi hội trưởng')
  expect(within(long).getByRole('link', { name: 'Gọi +84 54 000.1234' }).getAttribute('href')).toBe('tel:+84540001234')
  await her.tell('person', 'ở Núi', { ...head, unit: her.village('Núi') })
  await within(never).findByText('Chưa ghi số điện thoại.')
  await tap('Thôn Tây', 'link')
  await heading('Thôn Tây')
  await screen.findByRole('link', { name: 'Gọi +84 54 000.1234' })
})

test('a message of a practice province says so', async () => {
  const her = await fourVillages(true)
  her.open('/area')
  await tap(/^Soạn lời nhắn Thôn Núi/)
  await tap('Chép lời nhắn')
  await waitFor(() => expect(her.copied[0]).toMatch(/^Diễn tập – không phải số liệu thật\n/))
  expect(her.copied[0]).toContain('Thôn Núi chưa có buổi truyền thông phòng, chống mua bán người nào được ghi.')
})

test('every village stands in a table that is put in order by a tap, and what nobody recorded is a dash', async () => {
  const her = await fourVillages()
  her.open('/area')
  await tap('Tất cả')
  const table = await screen.findByRole('table', { name: 'Từng đơn vị trong kỳ' })
  const rows = () => within(table).getAllByRole('row').slice(1).map(textOf)
  expect(rows()).toEqual(['Thôn Bãi––24/08/2026', 'Thôn Đông27020/11/2026', 'Thôn Núi–––', 'Thôn Tây––01/07/2026'])
  await tap(/^Gần nhất/)
  expect(rows().map((row) => row.slice(0, 8))).toEqual(['Thôn Núi', 'Thôn Tây', 'Thôn Bãi', 'Thôn Đôn'])
  await tap(/^Gần nhất/)
  expect(rows()[0]).toContain('Thôn Đông')
  expect(
    within(table)
      .getByRole('columnheader', { name: /^Gần nhất/ })
      .getAttribute('aria-sort'),
  ).toBe('descending')
  expect(screen.getByRole('region', { name: 'Từng đơn vị trong kỳ' }).tabIndex).toBe(0)
})

test('a village by itself: its months, the same as a table, who came, and the sessions behind it', async () => {
  const her = await fourVillages()
  her.open(`/area/${her.village('Đông')}`)
  await heading('Thôn Đông')
  await screen.findByText('Buổi gần nhất: 20/11/2026.')
  await screen.findByText('12 tháng qua: 2 buổi, 70 lượt người; 10 tháng chưa ghi buổi nào.')
  const chart = screen.getByRole('img', { name: /^12 tháng qua/ })
  expect(chart.querySelectorAll('.columns-value')).toHaveLength(2)
  expect(chart.querySelectorAll('rect[fill="url(#unknown)"]')).toHaveLength(10)
  await tap('Xem bảng số')
  const rows = within(screen.getByRole('table', { name: 'Số buổi từng tháng' }))
    .getAllByRole('row')
    .map(textOf)
  expect(rows.slice(-2)).toEqual(['tháng 10/2026 (từ 01/10/2026 đến 31/10/2026)140', 'tháng 11/2026 (từ 01/11/2026 đến 30/11/2026), chưa hết kỳ130'])
  expect(rows[1]).toMatch(/^tháng 12\/2025 .*––$/)
  fireEvent.click(await screen.findByText('Xem 2 buổi của kỳ này'))
  await waitFor(() => expect(screen.getAllByRole('link', { name: /người/ })).toHaveLength(2))
  await tap('Ghi', 'link')
  await heading('Ghi buổi')
})

test('what lies elsewhere or nowhere is not shown', async () => {
  const her = await fourVillages()
  for (const id of [hoaVang, aLuoi2, 'nowhere']) {
    her.open(`/area/${id}`)
    await screen.findByText('Nơi chưa biết')
  }
})

test('a commune without villages is told what to do', async () => {
  const her = await seatOf({ role: 'official', villages: [] })
  for (const path of ['/area', '/area?list=all', '/']) {
    her.open(path)
    await screen.findByText('Xã chưa có danh sách thôn. Hãy thêm các thôn của xã.')
  }
  expect(shown()).not.toMatch(/0 ?\/ ?0|NaN/)
  await tap('Thêm thôn', 'link')
  await heading('Danh sách thôn')
})

test('a province sees its communes, those with villages that are missing, and opens one', { timeout: 60_000 }, async () => {
  const { seat, records } = await practiceSeat('province', [])
  seat.open('/area')
  await tap(/^Soạn lời nhắn Xã A Lưới 1/)
  await tap('Chép lời nhắn')
  const last = new Map<unknown, string>()
  for (const { kind, data } of records) {
    const date = String(data['date'])
    if (kind === 'session' && date > (last.get(data['unit']) ?? '')) last.set(data['unit'], date)
  }
  const villages = records.filter(
    ({ kind, data }) => kind === 'unit' && data['parent'] === aLuoi1 && data['validTo'] === undefined && String(data['validFrom']) <= '2026-11-21',
  )
  // 21 November less ninety days.
  const quiet = villages.filter(({ id }) => (last.get(id) ?? '') <= '2026-08-23')
  expect(quiet.length).toBeGreaterThan(0)
  await waitFor(() => expect(seat.copied[0]).toContain(`Xã A Lưới 1 còn ${quiet.length}/${villages.length} thôn chưa có buổi`))

  seat.open(`/area/${hue}`)
  await heading('Thành phố Huế')
  seat.open('/area?list=all')
  const table = await screen.findByRole('table', { name: 'Từng đơn vị trong kỳ' })
  expect(within(table).getAllByRole('row')).toHaveLength(3)
  const row = textOf(within(table).getAllByRole('row')[1] as Element)
  const covered = villages.filter(({ id }) =>
    records.some(({ kind, data }) => kind === 'session' && data['unit'] === id && String(data['date']) >= '2026-10-01'),
  )
  expect(row).toContain(`Xã A Lưới 1${covered.length}/${villages.length}`)
  fireEvent.click(within(table).getByRole('link', { name: 'Xã A Lưới 1' }))
  await heading('Xã A Lưới 1')
  await screen.findByRole('table', { name: 'Từng đơn vị trong kỳ' })
})

test('an office counts a village’s months by the sums it was told', async () => {
  const her = await seatOf({ role: 'province', villages: ['Đông'] })
  await her.phone.store.meta.put({ key: 'reads-summaries', value: true })
  const cell = { unit: her.village('Đông'), organisation: '', date: '2026-11-01', values: { sessions: 3, attendance: 90 } }
  await her.phone.store.summaries.put(cell)
  her.open(`/area/${her.village('Đông')}`)
  await screen.findByText(/^12 tháng qua: 3 buổi, 90 lượt người/)
})

test('a village made of two has what both had; one that was split off is not compared with before, and nothing is lost', async () => {
  const her = await seatOf({ role: 'official', villages: [] })
  const village = (name: string, more: Fields) => her.tell('unit', `thôn ${name}`, { name, type: 'thon', parent: aLuoi1, validFrom: '2025-07-01', ...more })
  const into = (...names: string[]) => names.map((name) => ({ unit: idNamed(`thôn ${name}`), whole: names.length === 1 }))
  await village('Một', { validTo: '2026-10-31', successors: into('Chung') })
  await village('Hai', { validTo: '2026-10-31', successors: into('Chung') })
  await village('Chung', { validFrom: '2026-11-01' })
  await village('Ba', { validTo: '2026-10-31', successors: into('Ba A', 'Ba B') })
  for (const part of ['Ba A', 'Ba B']) await village(part, { validFrom: '2026-11-01' })
  for (const [name, date, total] of [
    ['Một', '2026-10-05', 10],
    ['Hai', '2026-10-06', 20],
    ['Chung', '2026-11-10', 30],
    ['Ba', '2026-10-07', 40],
    ['Ba A', '2026-11-11', 50],
  ] as const) {
    await her.tell('session', `buổi ${name}`, session({ unit: idNamed(`thôn ${name}`), date, counts: { total, method: 'counted' } }))
  }
  her.open('/area?list=all')
  const table = await screen.findByRole('table')
  const rows = within(table).getAllByRole('row').slice(1).map(textOf)
  expect(rows).toEqual(['Thôn Ba A15011/11/2026', 'Thôn Ba B–––', 'Thôn Chung36010/11/2026'])
  await screen.findByText('Thôn Chung: gồm cả Thôn Hai, Thôn Một, đã nhập vào.')
  await screen.findByText('Thôn Ba A: tách ra từ Thôn Ba ngày 01/11/2026; số trước đó không so sánh được.')
  await screen.findByText('Thôn Ba: 1 buổi trước khi thôn không còn (01/11/2026).')
  her.open(`/area/${idNamed('thôn Chung')}`)
  await screen.findByText(/^Từ 01\/11\/2026 gồm Thôn Hai, Thôn Một\./)
  await screen.findByText('12 tháng qua: 3 buổi, 60 lượt người; 10 tháng chưa ghi buổi nào.')
  await screen.findByText('Xem 3 buổi của kỳ này')
  her.open(`/area/${idNamed('thôn Ba A')}`)
  await screen.findByText(/Tách ra từ Thôn Ba ngày 01\/11\/2026/)
  await screen.findByText('Các tháng trước 01/11/2026 không so sánh được: thôn tách ra từ Thôn Ba.')
  await tap('Xem bảng số')
  expect(within(screen.getByRole('table', { name: 'Số buổi từng tháng' })).getAllByText('Không so sánh được')).toHaveLength(22)
  her.open(`/area/${idNamed('thôn Ba')}`)
  await screen.findByText(/Không còn từ 01\/11\/2026: tách thành Thôn Ba A, Thôn Ba B\./)
  expect(screen.queryByRole('link', { name: 'Ghi' })).toBeNull()
})
