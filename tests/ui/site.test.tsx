import { fireEvent, screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { site } from '../fixture/sample.ts'
import { heading, seatOf, shown, tap, type } from '../fixture/screen.tsx'

test('a collaborator adds a club, and later pauses it from a day on', async () => {
  const her = await seatOf()
  her.open('/sites')
  await screen.findByText('Chưa có mô hình nào')
  await tap('Thêm mô hình', 'link')
  await heading('Thêm mô hình')
  await tap('CLB phòng, chống mua bán người')
  await type('Tên mô hình', 'CLB thôn Tây')
  await tap('Chuyên sâu')
  await tap('Thôn Tây')
  await type('Số thành viên', '20')
  await type('Trong đó nữ', '18')
  fireEvent.change(await screen.findByLabelText('Từ ngày'), { target: { value: '2026-03-01' } })
  await tap('Lưu trên máy này')
  await heading('CLB thôn Tây')
  await screen.findByRole('heading', { name: 'Đang hoạt động' })

  await tap('Sửa, đổi trạng thái', 'link')
  await heading('Sửa mô hình')
  await tap('Đổi trạng thái')
  await tap('Tạm dừng')
  fireEvent.change(await screen.findByLabelText('Từ ngày'), { target: { value: '2026-11-15' } })
  await tap('Lưu trên máy này')
  await screen.findByRole('heading', { name: 'Tạm dừng' })
  await screen.findByText('Tạm dừng từ 15/11/2026')
  await screen.findByText('Đang hoạt động từ 01/03/2026')
  her.open('/sites')
  await screen.findByText(/CLB phòng, chống mua bán người · Thôn Tây · /)
})

test('the status that holds today is the one shown, whatever comes later', async () => {
  const her = await seatOf()
  const statuses = [
    { status: 'active', from: '2026-01-10' },
    { status: 'closed', from: '2026-12-31' },
  ]
  const id = await her.tell('site', 'clb', site({ statuses }))
  await her.tell('site', 'clb khác', site({ name: 'Tổ truyền thông', statuses: [{ status: 'paused', from: '2026-02-01' }] }))
  her.open('/sites')
  await screen.findByText(/Đang hoạt động$/)
  await tap('Tạm dừng (1)')
  expect(screen.queryByText('Câu lạc bộ phòng ngừa')).toBeNull()
  await screen.findByText('Tổ truyền thông')
  her.open(`/site/${id}`)
  await screen.findByRole('heading', { name: 'Đang hoạt động' })
  await screen.findByText('Đã kết thúc từ 31/12/2026')
})

test('a place that shelters people is marked wherever it stands, and is known by its commune only', async () => {
  const her = await seatOf()
  const id = await her.tell('site', 'nhà', site({ name: 'Ngôi nhà bình yên', type: 'peace-house' }))
  her.open('/sites')
  await screen.findByText(/Nơi phải giữ kín/)
  her.open(`/site/${id}`)
  await screen.findByText(/chỉ ghi xã, không ghi thôn, địa chỉ, vị trí hay ảnh/)
  expect(shown()).not.toContain('Địa chỉ')
})

test('a trusted address is confidential until the office publishes that one; a collaborator is not asked', async () => {
  const official = await seatOf({ role: 'official' })
  official.open('/site/new')
  await tap('Địa chỉ tin cậy')
  await screen.findByRole('heading', { name: 'Nơi phải giữ kín' })
  expect(screen.queryByLabelText(/^Địa chỉ/)).toBeNull()
  await tap('Có')
  await type(/^Địa chỉ/, 'Trạm y tế xã')
  expect(screen.queryByRole('heading', { name: 'Nơi phải giữ kín' })).toBeNull()
  await type('Tên mô hình', 'Địa chỉ tin cậy Trạm y tế')
  await tap('Không phải hai loại này')
  await tap('Thôn Tây')
  await tap('Lưu trên máy này')
  await heading('Địa chỉ tin cậy Trạm y tế')
  expect((await listRecords(official.phone.store, 'site'))[0]?.data).toMatchObject({ published: true, address: 'Trạm y tế xã' })

  const her = await seatOf()
  her.open('/site/new')
  await tap('Địa chỉ tin cậy')
  await screen.findByRole('heading', { name: 'Nơi phải giữ kín' })
  expect(screen.queryByText(/Được công bố địa chỉ/)).toBeNull()
})
