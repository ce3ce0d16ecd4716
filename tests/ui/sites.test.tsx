import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listDrafts } from '../../src/client/store/draft.ts'
import { listRecords } from '../../src/client/store/read.ts'
import { monthsSince } from '../../src/client/ui/site-contact.ts'
import type { Fields } from '../../src/model/record.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { site, someBody } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const names = (): string[] => [...document.querySelectorAll('.site-row .row-main')].map(({ textContent }) => textContent ?? '')

const visit = (siteId: string, date: string): Fields => ({ site: siteId, unit: aLuoi1, date, visitKind: 'visit', organisation: someBody })

/** Today is 21/11/2026. */
async function commune(): Promise<Seat> {
  const her = await seatOf()
  const club = await her.tell('site', 'clb', site({ name: 'Câu lạc bộ thôn Đông', unit: her.village('Đông'), members: { total: 20 } }))
  await her.tell('site-visit', 'thăm cũ', visit(club, '2026-03-02'))
  await her.tell('site-visit', 'thăm', visit(club, '2026-06-30'))
  const team = await her.tell('site', 'tổ', site({ name: 'Tổ truyền thông', type: 'communication-team' }))
  await her.tell('site-visit', 'sinh hoạt', visit(team, '2026-11-02'))
  await her.tell('site', 'nghỉ', site({ name: 'Câu lạc bộ cũ', statuses: [{ status: 'closed', from: '2026-01-01' }] }))
  await her.tell('site', 'mới', site({ name: 'Câu lạc bộ mới', statuses: [{ status: 'active', from: '2026-11-01' }] }))
  return her
}

test('each site says when somebody was last there, and since how many months nobody was', async () => {
  const her = await commune()
  her.open('/sites')
  await screen.findByText('Gần nhất 30/06/2026 · chưa thăm 4 tháng')
  await screen.findByText('Gần nhất 02/11/2026')
  await screen.findByText('Chưa ghi lần thăm, sinh hoạt nào')
  await screen.findByText(/^CLB phòng, chống mua bán người · Thôn Đông · 20 thành viên · Đang hoạt động/)
  const closed = screen.getByRole('link', { name: 'Câu lạc bộ cũ' }).closest('li')
  expect(closed?.textContent).not.toContain('Ghi lần thăm')
  expect(closed?.textContent).not.toContain('Chưa ghi')
})

test('those that nobody visited for long are found with one tap', async () => {
  const her = await commune()
  her.open('/sites')
  await tap('Chưa thăm 3 tháng trở lên (1)')
  await waitFor(() => expect(names()).toEqual(['Câu lạc bộ thôn Đông']))
  await tap('Đã kết thúc (1)')
  await waitFor(() => expect(names()).toEqual(['Câu lạc bộ cũ']))
})

test('many sites are found without marks', async () => {
  const her = await commune()
  for (let one = 1; one <= 9; one++) await her.tell('site', `nhóm ${one}`, site({ name: `Nhóm ${one}`, type: 'livelihood-help' }))
  her.open('/sites')
  await type('Tìm', 'to truyen thong')
  await waitFor(() => expect(names()).toEqual(['Tổ truyền thông']))
  await type('Tìm', 'sinh ke')
  await waitFor(() => expect(names()).toHaveLength(9))
  await type('Tìm', 'khong co')
  await screen.findByText('Không thấy mô hình nào như vậy.')
})

test('a visit is recorded from the list in three taps', async () => {
  const her = await commune()
  her.open('/sites')
  await tap('Ghi lần thăm Câu lạc bộ thôn Đông', 'link')
  await heading('Ghi lần thăm, sinh hoạt')
  await tap('Thăm')
  await tap('Lưu trên máy này')
  await heading('Câu lạc bộ thôn Đông')
  her.open('/sites')
  await screen.findByText('Gần nhất 21/11/2026')
})

test('an empty list says what a model site is and what to do', async () => {
  const her = await seatOf()
  her.open('/sites')
  await screen.findByText(/^Mô hình là câu lạc bộ/)
  await screen.findByText(/^Thêm một lần, sau đó ghi mỗi lần sinh hoạt/)
})

test('choosing a house of peace says at once what is not asked any more and why, and what was typed of the place is gone', async () => {
  const her = await seatOf()
  her.open('/site/new')
  await screen.findByText('Chọn cho đúng: lưu rồi thì không đổi loại được nữa.')
  await type(/^Địa chỉ/, 'Số 5, đầu thôn')
  await tap('Thôn Tây')
  await tap('Ngôi nhà bình yên')
  await screen.findByText('Chỉ ghi xã. Không ghi thôn, địa chỉ, vị trí.')
  await screen.findByText('Không chụp, không gửi ảnh của nơi này.')
  await screen.findByText(/^Vì sao: người lánh ở đây/)
  await waitFor(() => expect(screen.queryByLabelText(/^Địa chỉ/)).toBeNull())
  await waitFor(async () => expect(JSON.stringify(await listDrafts(her.phone.store))).not.toContain('đầu thôn'))
  expect(shown()).not.toContain('Thôn Tây')
  await type('Tên mô hình', 'Ngôi nhà bình yên A Lưới')
  await tap('Không phải hai loại này')
  await tap('Lưu trên máy này')
  await heading('Ngôi nhà bình yên A Lưới')
  const [saved] = await listRecords(her.phone.store, 'site')
  expect(saved?.data).toMatchObject({ type: 'peace-house', unit: aLuoi1 })
  expect(saved?.data).not.toHaveProperty('address')
})

test('the type of a site that was saved is shown and can not be changed', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ kind: 'site', ...site() })
  her.open(`/site/${id}/edit`)
  await screen.findByText(/Loại mô hình chọn lúc thêm, không đổi được/)
  await screen.findByText('CLB phòng, chống mua bán người')
  expect(screen.queryByRole('button', { name: 'Ngôi nhà bình yên' })).toBeNull()
})

test('months are counted whole', () => {
  expect([monthsSince('2026-06-30', '2026-07-29'), monthsSince('2026-06-30', '2026-07-30'), monthsSince('2026-01-31', '2026-02-28')]).toEqual([0, 1, 1])
  expect(monthsSince('2026-12-01', '2026-11-21')).toBe(0)
})
