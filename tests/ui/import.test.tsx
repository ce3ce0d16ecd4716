// A file becomes records: chosen, seen line by line, kept as a whole or not at all, taken back as a whole.

import { fireEvent, screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { choose } from '../fixture/choose-file.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const villagesOf = async (seat: Seat): Promise<string[]> => (await listRecords(seat.phone.store, 'unit')).map(({ data }) => data.name).sort()
const baselinesOf = (seat: Seat) => listRecords(seat.phone.store, 'baseline')

async function atVillages(): Promise<Seat> {
  const official = await seatOf({ role: 'official', villages: ['Đông'] })
  official.open('/villages')
  await tap('Nhập từ tệp Excel hoặc CSV', 'link')
  await heading('Nhập danh sách thôn từ tệp')
  return official
}

test('a list of villages is seen line by line, kept as a whole, and taken back as a whole', async () => {
  const official = await atVillages()
  await choose('thon.csv', 'TT,Tên thôn\n1,Thôn Tây\n2,Thôn Đông\n3,Tổ dân phố 4')
  await screen.findByText('2 dòng sẽ được nhập')
  await screen.findByText('1 dòng đã có, để nguyên')
  expect(await villagesOf(official)).toEqual(['Đông'])
  await tap('Nhập 2 dòng')
  await heading('Danh sách thôn')
  expect(await villagesOf(official)).toEqual(['4', 'Tây', 'Đông'])
  await tap('Hoàn tác')
  await screen.findByText('Đã hoàn tác: bỏ 2 bản ghi vừa nhập.')
  expect(await villagesOf(official)).toEqual(['Đông'])
})

test('a village of a name that the commune has is kept when she says that it is another; under a lock with a reason', async () => {
  const official = await atVillages()
  const names = async () => (await listRecords(official.phone.store, 'unit')).map(({ data }) => `${data.type} ${data.name}`).sort()
  await choose('thon.csv', 'Tên thôn\nBản Đông')
  await screen.findByText('Xã đã có Thôn Đông.', { exact: false })
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const locked = { unit: aLuoi1, organisation: idNamed('hoi'), period, state: 'locked', asOf: '2026-10-05', figures: {} }
  await official.tell('submission', 'quý 3', locked)
  await choose('thon.csv', 'Tên thôn\nBản Đông')
  await tap('Đúng là thôn khác, trùng tên')
  await screen.findByText(/^1 dòng thuộc kỳ đã chốt/)
  await type(/^Lý do/, 'Ghi sót')
  await tap('Nhập 1 dòng')
  await heading('Danh sách thôn')
  expect(await names()).toEqual(['ban Đông', 'thon Đông'])
  official.open('/village/new')
  await type('Tên thôn', ' thôn  ĐÔNG ')
  await tap('Lưu trên máy này')
  await within(await screen.findByRole('alert')).findByText(/Xã đã có (Thôn|Bản) Đông\./)
  await tap('Đây là thôn khác, trùng tên')
  await tap('Lưu trên máy này')
  await heading('Danh sách thôn')
  expect(await names()).toHaveLength(3)
})

test('later, too, an import is undone as a whole, also after it was sent; and it says that it was', async () => {
  const official = await atVillages()
  await choose('thon.csv', 'Tên thôn\nThôn Tây\nThôn Bãi')
  await tap('Nhập 2 dòng')
  await heading('Danh sách thôn')
  await official.phone.sync()
  official.open('/import/unit')
  await screen.findByText(/^thon\.csv: 2 bản ghi/)
  await tap('Hoàn tác lần nhập này')
  await screen.findByText('đã hoàn tác')
  expect(await villagesOf(official)).toEqual(['Đông'])
  expect(screen.queryByRole('button', { name: 'Hoàn tác lần nhập này' })).toBeNull()
})

test('with one wrong line nothing is imported, and it says which and why; mended, the file is chosen again', async () => {
  const official = await atVillages()
  await choose('thon.csv', 'Tên thôn,Có từ ngày\nThôn Tây,01/07/2025\nThôn Bãi,31/02/2026')
  await screen.findByText('1 dòng cần sửa')
  const first = within(screen.getByRole('heading', { name: 'Xem trước' }).closest('section') as HTMLElement).getAllByRole('listitem')
  expect(first.map((row) => row.textContent).find((text) => text?.includes('Thôn Bãi'))).toContain('Dòng 3 · Có từ')
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  await choose('thon.csv', 'Tên thôn,Có từ ngày\nThôn Tây,01/07/2025\nThôn Bãi,28/02/2026')
  await tap('Nhập 2 dòng')
  await heading('Danh sách thôn')
  expect(await villagesOf(official)).toEqual(['Bãi', 'Tây', 'Đông'])
})

test('a column that is not known by its heading is named by hand', async () => {
  const official = await atVillages()
  await choose('thon.csv', 'A,B\n1,Thôn Tây\n2,Thôn Bãi')
  await screen.findByText('Chưa biết cột nào là: Tên thôn. Hãy chọn cột.')
  fireEvent.change(await screen.findByLabelText('Tên thôn'), { target: { value: '1' } })
  await screen.findByText('2 dòng sẽ được nhập')
  await tap('Dòng 1 của tệp là tên cột')
  await screen.findByText('3 dòng sẽ được nhập')
  expect(await villagesOf(official)).toEqual(['Đông'])
})

test('a file that is none says what to do', async () => {
  await atVillages()
  await choose('thon.xls', '\u00d0')
  await choose('trong.csv', ' ')
  await screen.findByText('Tệp không có dòng nào.')
})

test('baselines: source and year told once, a commune that is not known keeps all of them out', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/import/baseline')
  await choose('dan-so.csv', 'Xã,Dân số\nA Lưới 1,5200\nXã Lạ,10')
  fireEvent.input(await screen.findByLabelText('Năm'), { target: { value: '26' } })
  fireEvent.blur(screen.getByLabelText('Năm'))
  await screen.findByText('Hãy ghi năm đủ bốn chữ số, ví dụ 2025.')
  fireEvent.input(screen.getByLabelText('Năm'), { target: { value: '2025' } })
  fireEvent.input(await screen.findByLabelText('Nguồn'), { target: { value: 'Niên giám thống kê' } })
  await screen.findByText('1 dòng cần sửa')
  expect(shown()).toContain('Không tìm thấy nơi nào tên “Xã Lạ”.')
  await choose('dan-so.csv', 'Xã,Dân số\nA Lưới 1,5200\nA Lưới 2,6100\nTổng cộng,11300')
  await tap('Nhập 2 dòng')
  await heading('Dân số nền')
  expect((await baselinesOf(office)).map(({ data }) => [data.people.total, data.year, data.source]).sort()).toEqual([
    [5200, 2025, 'Niên giám thống kê'],
    [6100, 2025, 'Niên giám thống kê'],
  ])
})

test('a number that is hardly so is shown before it counts, and counts when the person says that it is right', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/import/baseline')
  await choose('dan-so.csv', 'Xã,Thôn,Dân số,Nữ 14-60,Năm,Nguồn\nA Lưới 1,Đông,99999,40000,2025,Niên giám\nA Lưới 1,Tây,410,130,2025,Niên giám')
  await screen.findByText('1 dòng có số khác thường')
  expect(shown()).toContain('Năm: 2025 · Nguồn: Niên giám · Tổng số dân: 410')
  expect(shown()).toContain('99.999 người: hiếm nơi nào đông như vậy.')
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  await tap('Đã so lại, các số này đúng')
  await tap('Nhập 2 dòng')
  await heading('Dân số nền')
  expect(await baselinesOf(office)).toHaveLength(2)
})

test('who may not make such records is not led there, and is told where she comes by an address', async () => {
  const her = await seatOf()
  her.open('/villages')
  await heading('Danh sách thôn')
  expect(screen.queryByRole('link', { name: 'Nhập từ tệp Excel hoặc CSV' })).toBeNull()
  her.open('/import/unit')
  await heading('Nhập từ tệp Excel hoặc CSV')
  expect(shown()).not.toContain('Chọn tệp')
  const office = await seatOf({ role: 'province' })
  office.open(`/import/${hue}`)
  await heading('Nhập từ tệp Excel hoặc CSV')
})
