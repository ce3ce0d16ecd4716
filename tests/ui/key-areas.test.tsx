// Địa bàn trọng điểm: the office names several communes by one decision, and ends one by its last day.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { saveUnits } from '../../src/client/store/units.ts'
import { UNITS_SINCE } from '../../src/model/unit.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const SAVE = 'Lưu trên máy này'

const keyAreas = async ({ phone }: Seat) => (await listRecords(phone.store, 'key-area')).map(({ data }) => data)

test('several communes become key areas by one decision, all of them in one act', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/key-area/new')
  await heading('Thêm địa bàn trọng điểm')
  await tap('Xã A Lưới 1')
  await tap('Xã A Lưới 2')
  await screen.findByText('Đã chọn 2 xã.')
  await type('Văn bản xác định', 'Quyết định số 12/QĐ-UBND')
  await tap(SAVE)
  await heading('Địa bàn trọng điểm')
  expect(await keyAreas(office)).toEqual(
    expect.arrayContaining([aLuoi1, aLuoi2].map((unit) => ({ unit, from: '2026-11-21', decision: 'Quyết định số 12/QĐ-UBND' }))),
  )
  expect(await office.phone.store.outbox.count()).toBe(2)
  const holding = (await screen.findByRole('heading', { name: 'Đang là trọng điểm' })).closest('section') ?? document.body
  expect(within(holding).getAllByRole('link')).toHaveLength(2)
})

test('of several communes none is kept where one is no commune any more', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/key-area/new')
  await tap('Xã A Lưới 1')
  await tap('Xã A Lưới 2')
  await type('Văn bản xác định', 'Danh sách')
  await office.phone.store.units.delete(aLuoi2)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Xã A Lưới 2' })).toBeNull())
  await tap(SAVE)
  within(await screen.findByRole('alert')).getByText('Xã: Không có đơn vị này trong danh sách.')
  expect(await keyAreas(office)).toEqual([])
})

test('a commune that is key on that day already says since when, and can’t be chosen twice', async () => {
  const office = await seatOf({ role: 'province' })
  await office.tell('key-area', 'trọng điểm', { unit: aLuoi1, from: '2026-01-01', decision: 'Danh sách 2026' })
  office.open('/key-area/new')
  await screen.findByText('Xã A Lưới 1: đã là trọng điểm từ 01/01/2026')
  expect(screen.queryByRole('button', { name: 'Xã A Lưới 1' })).toBeNull()
  fireEvent.change(await screen.findByLabelText('Từ ngày'), { target: { value: '2025-06-01' } })
  await screen.findByRole('button', { name: 'Xã A Lưới 1' })
})

test('ended, it stands under what was, with its days; nothing of it is lost', async () => {
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('key-area', 'trọng điểm', { unit: aLuoi1, from: '2026-01-01', decision: 'Danh sách 2026' })
  await office.tell('key-area', 'cũ', { unit: aLuoi2, from: '2025-08-01', to: '2026-06-30', decision: 'Danh sách 2025' })
  await office.tell('key-area', 'mới', { unit: aLuoi2, from: '2027-01-01', decision: 'Danh sách 2027' })
  office.open('/key-areas')
  await waitFor(() =>
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Đang là trọng điểm',
      'Sắp là trọng điểm',
      'Đã thôi trọng điểm',
    ]),
  )
  await tap(/^Xã A Lưới 1/, 'link')
  await tap('Hôm nay là ngày cuối')
  await tap(SAVE)
  await heading('Địa bàn trọng điểm')
  await screen.findByRole('link', { name: /^Xã A Lưới 1 ?từ 01\/01\/2026 đến 21\/11\/2026 · Danh sách 2026/ })
  expect(await office.phone.get(id)).toMatchObject({ removed: false, data: { from: '2026-01-01', to: '2026-11-21' } })
})

test('among many communes one is found without marks, and what was chosen stays in sight', async () => {
  const office = await seatOf({ role: 'province' })
  const more = ['Hương An', 'Phú Bài', 'Khe Tre', 'Nam Đông', 'Lộc An', 'Vinh Lộc', 'Hưng Lộc'].map((name, place) => ({
    id: `2100${place}@${UNITS_SINCE}`,
    code: `2100${place}`,
    level: 'commune' as const,
    type: 'xa' as const,
    name,
    parent: hue,
    validFrom: UNITS_SINCE,
  }))
  await saveUnits(office.phone.store, [...land, ...more])
  office.open('/key-area/new')
  await tap('Xã A Lưới 1')
  await type('Tìm thôn, xã', 'huong')
  await tap('Xã Hương An')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Xã Phú Bài' })).toBeNull())
  await screen.findByRole('button', { name: 'Xã A Lưới 1', pressed: true })
  expect(shown()).toContain('Đã chọn 2 xã.')
})
