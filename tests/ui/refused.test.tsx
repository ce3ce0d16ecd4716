// What the phone refuses to save, each in its own words: everything entered stays in the form, nothing goes to the outbox.

import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { putDraft } from '../../src/client/store/draft.ts'
import { getOutbox, listRecords, listSessions } from '../../src/client/store/read.ts'
import { aLuoi2 } from '../fixture/land.ts'
import { session, site } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

/** A whole form, but for what the test makes wrong. */
async function fillIn(her: Seat): Promise<void> {
  her.open('/session/new')
  await tap('Thôn Tây')
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('Nữ', '17')
  await type('Nam', '6')
}

async function isRefused(her: Seat, sentence: string, kind: 'session' | 'site' = 'session'): Promise<void> {
  await tap('Lưu trên máy này')
  // A phone that can write no more says so in an alert of its own.
  const summary = await waitFor(() => {
    const found = screen.getAllByRole('alert').find(({ textContent }) => textContent?.includes(sentence))
    if (!found) throw new Error(`Nothing says: ${sentence}`)
    return found
  })
  await waitFor(() => expect(document.activeElement).toBe(summary))
  expect(await listRecords(her.phone.store, kind)).toEqual([])
  expect(await getOutbox(her.phone.store)).toEqual({ waiting: 0, attention: 0, unsentRecords: 0 })
}

test('a date that has not come yet', async () => {
  const her = await seatOf()
  await fillIn(her)
  await tap('Ngày khác…')
  fireEvent.change(await screen.findByLabelText('Ngày'), { target: { value: '2026-11-22' } })
  await isRefused(her, 'Ngày không được sau hôm nay.')
  expect(await inField('Nữ')).toBe('17')
  expect(await inField('Ngày')).toBe('2026-11-22')
  fireEvent.change(await screen.findByLabelText('Ngày'), { target: { value: '2026-11-20' } })
  await waitFor(() => expect(screen.queryByText(/Ngày không được sau hôm nay/)).toBeNull())
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
})

test('ages that do not make the total, said at once and again when she saves', async () => {
  const her = await seatOf()
  await fillIn(her)
  await type('Dưới 14 tuổi', '4')
  await type('14–15 tuổi', '22')
  await screen.findByText('Thừa 3 người so với tổng')
  await isRefused(her, 'Cộng các nhóm tuổi được 26, tổng là 23. Lệch 3 người.')
  expect([await inField('Nữ'), await inField('Nam'), await inField(/^Dưới 14 tuổi/), await inField('14–15 tuổi')]).toEqual(['17', '6', '4', '22'])
})

test('a part bigger than its whole, led to by the summary', async () => {
  const her = await seatOf()
  await fillIn(her)
  await type('Người dân tộc thiểu số', '30')
  await isRefused(her, 'Phần này là 30, lớn hơn số chung 23.')
  fireEvent.click(screen.getByRole('link', { name: /Người dân tộc thiểu số: Phần này/ }))
  expect(document.activeElement).toBe(await screen.findByLabelText(/^Người dân tộc thiểu số/))
})

test('a form with nothing in it, every gap by its name', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await isRefused(her, 'Thôn: Hãy chọn thôn.')
  const lines = screen.getAllByRole('link', { name: /Hãy (chọn thôn|điền mục này)/ }).map(({ textContent }) => textContent)
  expect(lines).toEqual(['Thôn: Hãy chọn thôn.', 'Hình thức: Hãy điền mục này.', 'Nội dung: Hãy điền mục này.', 'Số người: Hãy điền mục này.'])
  expect(shown()).toContain('Cần sửa 4 chỗ')
})

test('the address and the village of a trusted address that is to be published no more', async () => {
  const official = await seatOf({ role: 'official' })
  const address = { type: 'trusted-address', published: true, address: 'Số 5', unit: official.village('Tây'), name: 'Nhà bà Tư' }
  const { id } = await official.phone.save({ kind: 'site', ...site(address) })
  official.open(`/site/${id}/edit`)
  await tap('Không')
  await screen.findByRole('heading', { name: 'Nơi phải giữ kín' })
  await tap('Lưu trên máy này')
  const summary = await screen.findByRole('alert')
  expect(summary.textContent).toContain('Nơi này phải giữ kín: không được ghi địa chỉ.')
  expect(summary.textContent).toContain('Nơi này phải giữ kín: chỉ ghi đến xã, không ghi thôn.')
  expect([await inField('Tên mô hình'), await inField(/^Địa chỉ/)]).toEqual(['Nhà bà Tư', 'Số 5'])
  expect((await official.phone.get(id))?.data).toMatchObject(address)
  await type(/^Địa chỉ/, '')
  await tap('Xã A Lưới 1')
  await tap('Lưu trên máy này')
  await heading('Nhà bà Tư')
  expect((await official.phone.get(id))?.data).not.toHaveProperty('address')
})

test('a place that is not in the list', async () => {
  const her = await seatOf()
  await putDraft(her.phone.store, 'session:new', { fields: session({ unit: '01900000-0000-7000-8000-00000000dead', place: 'Chợ' }), reason: '' }, 0)
  her.open('/session/new')
  await isRefused(her, 'Thôn: Không có đơn vị này trong danh sách.')
  expect(await inField('Nữ')).toBe('25')
})

test("a session in another commune's village", async () => {
  const her = await seatOf()
  await putDraft(her.phone.store, 'session:new', { fields: session({ unit: aLuoi2 }), reason: '' }, 0)
  her.open('/session/new')
  await isRefused(her, 'Nơi này không thuộc, hoặc không còn thuộc, phần việc của anh/chị.')
  expect(await inField('Nữ')).toBe('25')
})

test("an official's edit of another's session without a reason; with one it is saved, and the reason goes along", async () => {
  const official = await seatOf({ role: 'official' })
  const id = await official.tell('session', 'buổi', session({ unit: official.village('Tây') }))
  official.open(`/session/${id}`)
  await tap('Sửa', 'link')
  await heading('Sửa buổi')
  await type('Nữ', '27')
  await tap('Lưu trên máy này')
  expect((await screen.findByRole('alert')).textContent).toContain('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
  expect(await inField('Nữ')).toBe('27')
  expect(await getOutbox(official.phone.store)).toMatchObject({ waiting: 0 })
  await type(/^Lý do/, 'Đếm lại theo ảnh')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  const [sent] = await official.phone.store.outbox.toArray()
  expect(sent?.change).toMatchObject({ record: id, reason: 'Đếm lại theo ảnh', set: { counts: { total: 42, female: 27, male: 15 } } })
})

test("a collaborator is not offered to edit another's session, nor can she by its address", async () => {
  const her = await seatOf()
  const id = await her.tell('session', 'buổi', session({ unit: her.village('Tây') }))
  her.open(`/session/${id}`)
  await screen.findByText(/Cộng tác viên khác ghi lúc 21:00/)
  expect(screen.queryByRole('link', { name: 'Sửa' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Xoá' })).toBeNull()
  her.open(`/session/${id}/edit`)
  await type('Nữ', '27')
  await tap('Lưu trên máy này')
  expect((await screen.findByRole('alert')).textContent).toContain('Anh/chị không có quyền làm việc này với bản ghi này.')
  expect(await getOutbox(her.phone.store)).toMatchObject({ waiting: 0 })
})

test('a phone whose storage failed: nothing is called saved, not even the draft, and the form stays', async () => {
  const her = await seatOf()
  await fillIn(her)
  await screen.findByText('Nháp, tự lưu lúc 21:00')
  her.phone.store.breaker.trip(new Error('QuotaExceededError'))
  her.phone.clock.now += 60_000
  await type('Nam', '7')
  await isRefused(her, 'Chưa lưu được: máy sắp đầy hoặc bộ nhớ lỗi.')
  expect([await inField('Nữ'), await inField('Nam')]).toEqual(['17', '7'])
  expect(shown()).toContain('Nháp, tự lưu lúc 21:00')
  expect(await listSessions(her.phone.store)).toEqual([])
})

test('what the office refused stays whole on the phone with its reason, and is mended and sent', async () => {
  const her = await seatOf()
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  await her.phone.save({ unit: her.village('Tây'), place: 'Chợ' })
  await her.phone.sync()
  her.open('/')
  await tap('1 cần xem', 'link')
  await screen.findByText('Thôn: Thôn này không còn hoặc chưa có vào ngày đó.')
  await tap(/Thôn Tây/, 'link')
  await screen.findByRole('heading', { name: 'Chưa gửi được mục này' })
  expect(shown()).toContain('Thôn: Thôn này không còn hoặc chưa có vào ngày đó.')
  expect(shown()).toContain('Chợ')
  await tap('Sửa rồi gửi lại', 'link')
  await heading('Sửa buổi')
  await tap('Đổi Ở đâu, khi nào')
  await tap('Thôn Đông')
  await tap('Lưu trên máy này')
  await heading('Thôn Đông')
  await her.phone.sync()
  await screen.findByText('Đã gửi')
})

test('a model site with no type', async () => {
  const her = await seatOf()
  await putDraft(her.phone.store, 'site:new', { fields: { ...site(), type: undefined }, reason: '' }, 0)
  her.open('/site/new')
  await isRefused(her, 'Loại mô hình: Hãy điền mục này.', 'site')
})

test('where somebody else was first, what the office now holds stands beside what she had entered', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây'), place: 'Nhà chị hội trưởng' })
  await her.phone.sync()
  await her.phone.save({ id, place: 'Trường tiểu học' })
  her.server.edit(id, { place: 'Nhà văn hoá thôn' })
  her.server.refuse = () => [{ code: 'not-valid', path: ['place'] }]
  await her.phone.sync()
  her.open(`/session/${id}`)
  await screen.findByText('Bản đang có ở nơi nhận ghi:')
  expect(shown()).toContain('Nhà văn hoá thôn')
  expect(shown()).toContain('Trường tiểu học')
})
