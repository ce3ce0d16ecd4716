// Several documents say who lives in one commune in one year: all stay in sight, and the office says which one counts.

import { screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { getRecord } from '../../src/client/store/read.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { baseline } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

async function withSources(role: 'province' | 'official'): Promise<Seat & { police: string }> {
  const seat = await seatOf({ role })
  const police = await seat.tell('baseline', 'công an', baseline({ unit: aLuoi1, source: 'Công an xã', people: { total: 1200 } }), { changedAt: 1 })
  await seat.tell('baseline', 'niên giám', baseline({ unit: aLuoi1, source: 'Niên giám', people: { total: 1000 } }))
  await seat.tell('baseline', 'nơi khác', baseline({ unit: aLuoi2, source: 'Niên giám', people: { total: 900 } }))
  seat.open('/baselines')
  await heading('Dân số nền')
  return { ...seat, police }
}

const badgeOf = (source: string) =>
  within(screen.getByText(new RegExp(`người · ${source}$`), { selector: 'p' }).closest('li') as HTMLElement).queryByText(/dùng|tính$/, {
    selector: 'span.badge',
  })

test('sources far apart are told of; the office chooses one, takes that back, and ends a choice', async () => {
  const office = await withSources('province')
  await screen.findByText('1 nơi có các nguồn lệch nhau trên 10 %. Hãy xem lại và chọn một nguồn để tính.')
  await screen.findByText(/^2 nguồn · Tổng số dân: từ 1\.000 đến 1\.200/)
  expect(badgeOf('Niên giám')?.textContent).toBe('Đang dùng')
  await tap('Dùng số này để tính Công an xã')
  await screen.findByText('Đã chọn để tính: Công an xã.')
  await screen.findByText('Đã chọn để tính')
  expect(badgeOf('Công an xã')?.textContent).toBe('Đã chọn để tính')
  expect((await getRecord(office.phone.store, office.police))?.data).toMatchObject({ chosen: 1 })
  await tap('Hoàn tác')
  await screen.findByText('Chưa ai chọn: dùng nguồn sửa gần đây nhất.')
  expect((await getRecord(office.phone.store, office.police))?.data).not.toHaveProperty('chosen')
  await tap('Dùng số này để tính Công an xã')
  await tap('Bỏ chọn')
  await screen.findByText('Đã bỏ chọn.')
  await screen.findByText('Chưa ai chọn: dùng nguồn sửa gần đây nhất.')
})

test('the form of one of them shows the others of its year, and a commune’s official only looks', async () => {
  const office = await withSources('province')
  office.open(`/baseline/${office.police}/edit`)
  await heading('Sửa dân số nền')
  await screen.findByText('Các nguồn của năm 2026')
  await tap('Dùng số này để tính Công an xã')
  await screen.findByText('Đã chọn để tính')
  const official = await withSources('official')
  await screen.findByText('1 nơi có các nguồn lệch nhau trên 10 %. Hội cấp tỉnh chọn một nguồn để tính.')
  expect(shown()).not.toContain('Dùng số này để tính')
  expect((await getRecord(official.phone.store, official.police))?.data).not.toHaveProperty('chosen')
})
