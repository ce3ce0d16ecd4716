// Earlier sessions out of a file: reached from the list, columns named and remembered, each wrong line said and left out by hand
// only, doubles pointed out, kept as a whole and taken back.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { choose } from '../fixture/choose-file.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { session, someBody } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

const sessionsOf = async (seat: Seat) => (await listSessions(seat.phone.store)).map(({ data }) => data).sort((a, b) => (a.date < b.date ? -1 : 1))

async function atSessions(seat?: Seat): Promise<Seat> {
  const official = seat ?? (await seatOf({ role: 'official', villages: ['Đông', 'Tây'] }))
  official.open('/sessions')
  await tap('Nhập từ tệp Excel hoặc CSV', 'link')
  await heading('Nhập các buổi trước đây từ tệp')
  return official
}

const select = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(label), { target: { value } })
}

const head = 'Ngày,Thôn,Số người tham dự,Nữ,Hình thức,Nội dung,Cách đếm'
const good = ['15/3/2026,Thôn Đông,40,25,Mít tinh,Thủ đoạn,Đếm được', '16/3/2026,tay,1.200,,Tập huấn,Đường dây nóng,Ước lượng']

const preview = () => within(screen.getByRole('heading', { name: 'Xem trước' }).closest('section') as HTMLElement)
const rowOf = (line: number): HTMLElement => {
  const row = preview()
    .getAllByRole('listitem')
    .find((item) => item.parentElement?.className === 'rows' && item.textContent?.includes(`Dòng ${line}`))
  if (!row) throw new Error(`Line ${line} is not shown`)
  return row
}

test('a list of sessions is shown as it will be recorded, kept as a whole, and taken back as a whole', async () => {
  const official = await atSessions()
  await choose('buoi.csv', [head, ...good].join('\n'))
  await screen.findByText('2 dòng sẽ được nhập')
  const first = within(screen.getByRole('heading', { name: 'Những buổi đầu tiên sẽ ghi như sau' }).closest('section') as HTMLElement)
  await first.findByText('15/03/2026')
  expect(first.getByText('1.200')).toBeDefined()
  expect(await sessionsOf(official)).toEqual([])
  await tap('Nhập 2 dòng')
  await heading('Buổi')
  expect(await sessionsOf(official)).toMatchObject([
    { date: '2026-03-15', unit: official.village('Đông'), counts: { total: 40, female: 25, male: 15, method: 'counted' }, sessionKind: 'community' },
    { date: '2026-03-16', unit: official.village('Tây'), counts: { total: 1200, method: 'estimated' }, form: 'training', topics: ['hotlines'] },
  ])
  await tap('Hoàn tác')
  await screen.findByText('Đã hoàn tác: bỏ 2 bản ghi vừa nhập.')
  expect(await sessionsOf(official)).toEqual([])
})

test('an import of which a session was changed since is not taken back, and it says why', async () => {
  const official = await atSessions()
  await choose('buoi.csv', [head, ...good].join('\n'))
  await tap('Nhập 2 dòng')
  await heading('Buổi')
  const [first] = await listSessions(official.phone.store)
  await official.phone.save({ ...first?.data, id: first?.id ?? '', place: 'Chợ' })
  official.open('/import/session')
  await tap('Hoàn tác lần nhập này')
  await screen.findByText(/có bản ghi đã được sửa sau khi nhập/)
  expect(await sessionsOf(official)).toHaveLength(2)
})

test('wrong lines are told with their cell and keep all out, until they are left out by hand; they leave as a file', async () => {
  const official = await atSessions()
  const wrong = ['Quý I/2026,Đông,40,,Mít tinh,Thủ đoạn,Đếm được', '17/3/2026,Thôn Lạ,khoảng 50,,Mít tinh,Thủ đoạn,Đếm được']
  await choose('buoi.csv', [head, good[0], ...wrong, good[1]].join('\n'))
  await screen.findByText('2 dòng cần sửa')
  expect(rowOf(3).textContent).toContain('Ngày: “Quý I/2026” Đây là tháng, quý hoặc năm. Hãy ghi đủ ngày, tháng, năm.')
  expect(rowOf(4).textContent).toContain('“khoảng 50” Hãy ghi một số nguyên')
  expect(rowOf(4).textContent).toContain('Không tìm thấy nơi nào tên “Thôn Lạ”.')
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  await tap('Bỏ qua dòng này: Dòng 3')
  await screen.findByText('1 dòng cần sửa')
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  await tap('Bỏ qua 1 dòng có lỗi')
  await screen.findByText('2 dòng để lại, không nhập')
  await tap('Lưu 2 dòng để lại ra tệp CSV')
  await waitFor(() => expect(official.files.map(({ name }) => name)).toEqual(['cac-dong-de-lai.csv']))
  const [headings, ...rows] = (official.files[0]?.content ?? '').trim().split('\r\n')
  expect(headings).toContain('Ngày,Thôn,Số người tham dự,Nữ,Hình thức,Nội dung,Cách đếm,Dòng,Vì sao để lại')
  expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
    ['Quý I/2026', 'Đông', '40'],
    ['17/3/2026', 'Thôn Lạ', 'khoảng 50'],
  ])
  await tap('Vẫn nhập: Dòng 3')
  expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull()
  await tap('Bỏ qua dòng này: Dòng 3')
  await tap('Nhập 2 dòng')
  await heading('Buổi')
  expect((await sessionsOf(official)).map(({ date }) => date)).toEqual(['2026-03-15', '2026-03-16'])
})

test('what may be there twice is pointed out and stays in, unless it is left out', async () => {
  const official = await seatOf({ role: 'official', villages: ['Đông', 'Tây'] })
  const held = session({ date: '2026-03-16', unit: official.village('Tây'), form: 'training', counts: { total: 1190, method: 'counted' } })
  await official.tell('session', 'đã có', held)
  await atSessions(official)
  await choose('buoi.csv', [head, ...good, '15/3/2026,Đông,41,,Mít tinh,Thủ đoạn,Đếm được'].join('\n'))
  await screen.findByText('2 dòng có thể trùng')
  expect(rowOf(3).textContent).toContain('Có thể trùng một buổi đã có trên máy này.')
  expect(within(rowOf(3)).getByRole('link', { name: 'Xem buổi đó' }).getAttribute('href')).toMatch(/^\/session\//)
  expect(rowOf(4).textContent).toContain('Có thể trùng dòng 2 của tệp')
  expect(await screen.findByRole('button', { name: 'Nhập 3 dòng' })).toBeDefined()
  await tap('Bỏ qua dòng này: Dòng 4')
  expect(await screen.findByRole('button', { name: 'Nhập 2 dòng' })).toBeDefined()
  await tap('Bỏ qua 1 dòng có thể trùng')
  await tap('Nhập 1 dòng')
  await heading('Buổi')
  expect(await sessionsOf(official)).toHaveLength(2)
})

test('columns named by hand are remembered for files with the same headings, and it says so', async () => {
  const official = await atSessions()
  const table = ['Mốc,Chỗ,Đông bao nhiêu', '15/3/2026,Đông,40'].join('\n')
  await choose('a.csv', table)
  await screen.findByText(/^Chưa biết cột nào là: Ngày, /)
  await select('Ngày', '0')
  await select('Thôn', '1')
  await select('Tổng số người', '2')
  expect(shown()).toContain('Chưa biết cột nào là: Hình thức, Nội dung, Cách đếm.')
  const once = within(screen.getByRole('heading', { name: 'Dùng cho các dòng mà tệp không ghi' }).closest('section') as HTMLElement)
  const tell = (label: string, value: string) => fireEvent.change(once.getByLabelText(label), { target: { value } })
  tell('Hình thức', 'rally')
  tell('Nội dung', 'tricks')
  tell('Cách đếm', 'estimated')
  await screen.findByText('1 dòng sẽ được nhập')
  official.open('/import/session')
  await choose('b.csv', ['Mốc,Chỗ,Đông bao nhiêu', '16/3/2026,Tây,50'].join('\n'))
  await screen.findByText('Đã dùng lại cách chọn cột lần trước cho tệp có cùng tên cột.')
  expect(((await screen.findByLabelText('Ngày')) as HTMLSelectElement).value).toBe('0')
  await choose('c.csv', ['Mốc,Chỗ,Ít bao nhiêu', '16/3/2026,Tây,50'].join('\n'))
  await screen.findByText(/^Chưa biết cột nào là: Ngày, /)
  expect(shown()).not.toContain('Đã dùng lại cách chọn cột')
})

test('what lies in a locked period is counted, asks for a reason, and becomes an adjustment', async () => {
  const official = await seatOf({ role: 'official', villages: ['Đông', 'Tây'] })
  const period = { from: '2026-03-01', to: '2026-03-15' }
  await official.tell('submission', 'kỳ', { unit: aLuoi1, organisation: someBody, period, state: 'locked', asOf: '2026-03-20', figures: { sessions: 1 } })
  await atSessions(official)
  await choose('buoi.csv', [head, ...good].join('\n'))
  await screen.findByText(/^1 dòng thuộc kỳ đã chốt/)
  await tap('Nhập 2 dòng')
  expect(await sessionsOf(official)).toEqual([])
  fireEvent.input(await screen.findByLabelText(/lý do/i), { target: { value: 'Sổ cũ mới tìm thấy' } })
  await tap('Nhập 2 dòng')
  await heading('Buổi')
  expect(await sessionsOf(official)).toHaveLength(2)
})

test('a province’s office tells the commune once; villages are looked for in it', async () => {
  const office = await seatOf({ role: 'province', villages: ['Đông'] })
  await office.tell('unit', 'Đông hai', { name: 'Đông', type: 'thon', parent: aLuoi2, validFrom: '2025-07-01' })
  await atSessions(office)
  await choose('buoi.csv', [head, good[0]].join('\n'))
  await screen.findByText('1 dòng cần sửa')
  expect(rowOf(2).textContent).toContain('Có nhiều nơi tên “Thôn Đông”.')
  const once = within(screen.getByRole('heading', { name: 'Dùng cho các dòng mà tệp không ghi' }).closest('section') as HTMLElement)
  fireEvent.change(once.getByLabelText('Xã'), { target: { value: aLuoi1 } })
  await tap('Nhập 1 dòng')
  await heading('Buổi')
  expect(await sessionsOf(office)).toMatchObject([{ unit: office.village('Đông') }])
})

test('a file that is none says what to do', async () => {
  await atSessions()
  await choose('trong.csv', ' ')
  await screen.findByText('Tệp không có dòng nào.')
  await choose('dai.csv', 'a\n'.repeat(5016))
  await screen.findByText('Tệp có quá 5.000 dòng. Hãy chia thành nhiều tệp.')
  await choose('lon.csv', 'a'.repeat(20_000_000))
  await screen.findByText('Tệp quá lớn. Hãy chia thành nhiều tệp dưới 5 MB, bỏ bớt hình và trang không cần.')
})

test('a collaborator is not led there, and is told where she comes by an address', async () => {
  const her = await seatOf()
  her.open('/sessions')
  await heading('Buổi')
  expect(screen.queryByRole('link', { name: 'Nhập từ tệp Excel hoặc CSV' })).toBeNull()
  her.open('/import/session')
  await heading('Nhập từ tệp Excel hoặc CSV')
  expect(shown()).not.toContain('Chọn tệp')
})
