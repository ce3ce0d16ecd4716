// A commune's official says that villages were renamed, merged, split or ended: read in a sentence first, kept as one act, taken
// back as a whole.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const SAVE = 'Lưu trên máy này'

const official = (): Promise<Seat> => seatOf({ role: 'official', villages: ['1', '2', '3'] })

const villagesOf = async ({ phone }: Seat) => (await listRecords(phone.store, 'unit')).map(({ data }) => data).sort((a, b) => (a.name < b.name ? -1 : 1))

async function open(seat: Seat, village: string, act: string): Promise<void> {
  seat.open('/villages')
  fireEvent.click(await screen.findByText(`Thôn ${village}`))
  await heading('Sửa thôn')
  await tap(act, 'link')
  await heading(act)
}

async function from(label: string, date: string): Promise<void> {
  fireEvent.change(within(await screen.findByRole('group', { name: new RegExp(`^${label}`) })).getByLabelText('Từ ngày'), { target: { value: date } })
}

test('two villages become one: a sentence says so before, the list says so after, and it is undone as a whole', async () => {
  const seat = await official()
  await open(seat, '1', 'Nhập thôn')
  await tap('Thôn 2')
  await type('Tên mới', 'Đoàn Kết')
  await from('Từ ngày', '2027-01-01')
  await screen.findByText('Từ 01/01/2027 Thôn 1 và Thôn 2 thành Thôn Đoàn Kết.')
  expect(shown()).toContain('Ngày cuối của Thôn 1 và Thôn 2: 31/12/2026.')
  await tap(SAVE)
  await heading('Danh sách thôn')
  await screen.findByText('Đã lưu thay đổi của thôn.')
  await screen.findByText('từ 01/01/2027 · tên cũ: 1, 2')
  expect(screen.getAllByText('từ 01/07/2025 đến 31/12/2026 · nhập vào Thôn Đoàn Kết')).toHaveLength(2)
  const [one, two, , made] = await villagesOf(seat)
  expect([one?.validTo, two?.validTo, made?.validFrom]).toEqual(['2026-12-31', '2026-12-31', '2027-01-01'])
  await tap('Hoàn tác')
  await screen.findByText('Đã hoàn tác thay đổi của thôn.')
  const back = await villagesOf(seat)
  expect(back.map(({ name, validTo, successors }) => [name, validTo, successors])).toEqual(['1', '2', '3'].map((name) => [name, undefined, undefined]))
})

test('nothing is kept before all is told, and it says what is missing', async () => {
  const seat = await official()
  await open(seat, '1', 'Nhập thôn')
  await tap(SAVE)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Hãy chọn ít nhất một thôn nữa.')
  expect(alert.textContent).toContain('Hãy điền tên thôn.')
  expect(alert.textContent).toContain('Hãy chọn ngày.')
  await waitFor(() => expect(document.activeElement).toBe(alert))
  await from('Từ ngày', '2025-07-01')
  await screen.findAllByText('Thôn 1: ngày sớm nhất có thể chọn là 02/07/2025.')
  await type('Tên mới', 'thôn 3')
  await screen.findAllByText('Xã đã có thôn tên này.')
  expect((await villagesOf(seat)).map(({ name }) => name)).toEqual(['1', '2', '3'])
})

test('a village is split into three; its list says what it became', async () => {
  const seat = await official()
  await open(seat, '3', 'Tách thôn')
  await tap('Thêm một thôn mới')
  for (const [place, name] of ['3A', '3B', '3C'].entries()) await type(`Tên thôn mới thứ ${place + 1}`, name)
  await from('Từ ngày', '2026-11-01')
  await screen.findByText('Từ 01/11/2026 Thôn 3 tách thành Thôn 3A, Thôn 3B và Thôn 3C.')
  await tap(SAVE)
  await heading('Danh sách thôn')
  await heading('Danh sách thôn')
  const ended = (await screen.findByRole('heading', { level: 2, name: 'Thôn không còn' })).closest('section') as HTMLElement
  await within(ended).findByText('từ 01/07/2025 đến 31/10/2026 · tách thành Thôn 3A, Thôn 3B, Thôn 3C')
})

test('a renamed village is found by its old name, goes by the old one until the day, and is the same village', async () => {
  const seat = await official()
  await open(seat, '2', 'Đổi tên')
  await type('Tên mới', 'Hoà Bình')
  await from('Từ ngày', '2026-12-01')
  await screen.findByText('Từ 01/12/2026 Thôn 2 có tên mới là Thôn Hoà Bình.')
  await tap(SAVE)
  await heading('Danh sách thôn')
  await screen.findByText('đang có · từ 01/12/2026 có tên Thôn Hoà Bình')
  await open(seat, '1', 'Đổi tên')
  await type('Tên mới', 'Bản Mới')
  await from('Từ ngày', '2026-11-01')
  await tap(SAVE)
  await screen.findByText('đang có · tên cũ: 1 (đến 31/10/2026)')
  expect((await villagesOf(seat)).map(({ name }) => name)).toEqual(['3', 'Bản Mới', 'Hoà Bình'])
  expect(seat.app.units.value.lookup(seat.village('2'))?.name).toBe('2')
})

test('a village that is no more, and the way back from a mistake later on', async () => {
  const seat = await official()
  await seat.tell('session', 'muộn', session({ unit: seat.village('1'), date: '2026-11-20' }))
  await open(seat, '1', 'Thôn không còn')
  await from('Không còn từ ngày', '2026-11-15')
  await screen.findByText('Từ 15/11/2026 không còn Thôn 1.')
  await screen.findByText(/Có 1 buổi đã ghi ở thôn cũ từ 15\/11\/2026/)
  await tap(SAVE)
  await screen.findByText('từ 01/07/2025 đến 14/11/2026')
  seat.open(`/village/${seat.village('1')}/edit`)
  await tap('Ghi nhầm: thôn vẫn còn', 'link')
  await screen.findByText(/^Thôn 1 vẫn còn/)
  await tap(SAVE)
  await heading('Danh sách thôn')
  await waitFor(async () => expect((await villagesOf(seat)).every(({ validTo }) => validTo === undefined)).toBe(true))
})

test('who may not change villages is told so', async () => {
  const her = await seatOf({ villages: ['1'] })
  her.open(`/village/${her.village('1')}/change/end`)
  await heading('Thôn có thay đổi')
  expect(screen.queryByRole('button', { name: SAVE })).toBeNull()
})

test('a session of a day is logged in a village of that day', async () => {
  const seat = await official()
  await seat.tell('unit', 'cũ', {
    name: 'Cũ',
    type: 'thon',
    parent: seat.app.units.value.lookup(seat.village('1'))?.parent,
    validFrom: '2025-07-01',
    validTo: '2026-11-19',
  })
  seat.open('/session/new')
  await heading('Ghi buổi')
  expect(screen.queryByRole('button', { name: 'Thôn Cũ' })).toBeNull()
  await tap('Ngày khác…')
  fireEvent.change(screen.getByLabelText('Ngày', { selector: 'input' }), { target: { value: '2026-11-18' } })
  await screen.findByRole('button', { name: 'Thôn Cũ' })
})
