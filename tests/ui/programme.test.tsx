// An adopted plan on the screens: what it counts is entered and called by its own words, and what it asks for is told plainly.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { loadPack } from '../../src/programme/packs.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const SAVE = 'Lưu trên máy này'
const union = idNamed('hoi')

/** A plan with one measure that only it counts, and one that the app has its own words for. */
const plan = (more: Fields = {}): Fields => ({
  unit: hue,
  name: 'Kế hoạch mẫu',
  from: '2026-01-01',
  adoptedOn: '2026-01-05',
  pack: {
    measures: [
      { code: 'handbooks-given', name: { vi: 'Sổ tay đã cấp cho hộ', en: 'Handbooks given to households' } },
      { code: 'pledges-signed', name: { vi: 'Hộ ký cam kết', en: 'Households that signed a pledge' } },
      { code: 'hỏng' },
    ],
  },
  ...more,
})

const offered = async (): Promise<string[]> => {
  const group = await screen.findByRole('group', { name: /Nội dung đếm/ })
  return within(group)
    .getAllByRole('button')
    .map(({ textContent }) => textContent ?? '')
}

test('a commune official enters what the plan counts and sees its name, never its code', async () => {
  const her = await seatOf({ role: 'official' })
  await her.tell('programme', 'kế hoạch', plan())
  her.open('/tallies')
  await tap('Ghi số liệu đếm', 'link')
  await heading('Ghi số liệu đếm')
  expect((await offered()).slice(0, 3)).toEqual(['Sổ tay đã cấp cho hộ', 'Hộ ký cam kết', 'Tờ rơi'])
  await tap(/^Thêm \d/)
  expect(await offered()).not.toContain('Bản cam kết đã ký')
  await tap('Sổ tay đã cấp cho hộ')
  await type('Số lượng', '120')
  await tap(SAVE)
  await screen.findByRole('link', { name: /^Sổ tay đã cấp cho hộ: 120/ })
  expect((await listRecords(her.phone.store, 'tally')).map(({ data }) => data)).toMatchObject([{ measure: 'handbooks-given', value: 120, unit: aLuoi1 }])
  expect(shown()).not.toContain('handbooks-given')

  her.app.preferences.language.value = 'en'
  her.open('/tallies')
  await tap(/^Handbooks given to households: 120/, 'link')
  await screen.findByRole('button', { name: 'Handbooks given to households', pressed: true })
})

const counted = (seat: Seat, measure = 'handbooks-given') =>
  seat.tell('tally', 'số', { unit: aLuoi1, measure, value: 30, period: { from: '2026-07-01', to: '2026-09-30' }, organisation: union })

test('who may only look reads it by the plan’s words, in the list and among the facts', async () => {
  const her = await seatOf()
  await her.tell('programme', 'kế hoạch', plan())
  await counted(her)
  her.open('/tallies')
  fireEvent.click(await screen.findByText('Sổ tay đã cấp cho hộ: 30'))
  await waitFor(() => expect(shown()).toMatch(/Nội dung đếm ?Sổ tay đã cấp cho hộ/))
  expect(shown()).not.toContain('handbooks-given')
})

test('what was counted keeps its name when the plan is taken away, and only the record that has it offers it', async () => {
  const her = await seatOf({ role: 'official' })
  const id = await her.tell('programme', 'kế hoạch', plan())
  await counted(her)
  const row = her.server.rows.get(id)
  her.server.tell({ ...row, version: 2, removed: true })
  await her.phone.sync()
  her.open('/tallies')
  await tap(/^Sổ tay đã cấp cho hộ: 30/, 'link')
  await screen.findByRole('button', { name: 'Sổ tay đã cấp cho hộ', pressed: true })
  her.open('/tally/new')
  await heading('Ghi số liệu đếm')
  expect((await offered())[0]).toBe('Tờ rơi')
})

test('a commune is not offered what another commune’s plan counts', async () => {
  const her = await seatOf({ role: 'official' })
  await her.tell('programme', 'kế hoạch', plan({ unit: aLuoi2 }))
  her.open('/tally/new')
  await heading('Ghi số liệu đếm')
  expect(await offered()).not.toContain('Sổ tay đã cấp cho hộ')
})

async function programmeShown(id: Parameters<typeof loadPack>[0], language: 'vi' | 'en' = 'vi'): Promise<void> {
  const her = await seatOf()
  const data = adoptPack(await loadPack(id), { unit: hue, name: 'Kế hoạch', adoptedOn: '2026-01-05' })
  await her.tell('programme', 'kế hoạch', { ...data })
  her.app.preferences.language.value = language
  her.open('/programmes')
  fireEvent.click(await screen.findByText('Kế hoạch'))
}

const item = (start: RegExp): string => {
  const found = screen.getAllByRole('listitem').find(({ textContent }) => start.test(textContent ?? ''))
  return (found?.textContent ?? '').replace(/\s+/g, ' ')
}

test('its screen tells thresholds and by when, what the office sets, reports with their days, and what is open', async () => {
  await programmeShown('003-thua-thien-hue')
  await screen.findByRole('heading', { name: 'Báo cáo phải gửi' })
  expect(item(/^CT1\./)).toMatch(/: Ít nhất 75 % đến 31\/12\/2018; Ít nhất 100 % đến 31\/12\/2020$/)
  expect(item(/^CT3\./)).toMatch(/: Ít nhất 100 %$/)
  expect(item(/^VC1\./)).toMatch(/: Văn phòng tự đặt$/)
  expect(item(/^Báo cáo/)).toMatch(/: trước ngày 15\/11 hằng năm$/)
  screen.getByRole('heading', { name: 'Điều văn bản chưa nói rõ' })
})

test('a report whose day nobody can read says so, with what the office has to know', async () => {
  await programmeShown('002-hai-phong')
  await screen.findByRole('heading', { name: 'Báo cáo phải gửi' })
  const { reports } = await loadPack('002-hai-phong')
  const uncertain = reports.filter(({ due }) => due === 'uncertain')
  expect(screen.getAllByText('chưa rõ ngày')).toHaveLength(uncertain.length)
  for (const { said } of uncertain) expect(shown()).toContain(said.doubt)
  screen.getByText('khi có yêu cầu')
})

test('hotlines stand with their numbers, or with the word that the document gives none; in English, too', async () => {
  await programmeShown('004-tuyen-quang', 'en')
  await screen.findByRole('heading', { name: 'Hotlines' })
  screen.getByText('the document gives no number')
  expect(screen.getAllByText('before 10/06 every year')).toHaveLength(1)
  // A report's and a campaign's.
  expect(screen.getAllByText('day not clear')).toHaveLength(2)
  expect(shown()).not.toMatch(/programme\.[a-z]/)
})

test('the office takes a plan away that it adopted by mistake, and may take it back; a commune may not', async () => {
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('programme', 'kế hoạch', { ...adoptPack(await loadPack('004-tuyen-quang'), { unit: hue, adoptedOn: '2026-01-05' }) })
  office.open('/programmes')
  await tap(/^Tuyên Quang/, 'link')
  await tap('Xoá')
  await screen.findByText('Tỉnh chưa áp dụng chương trình, kế hoạch nào.')
  expect(await office.phone.get(id)).toMatchObject({ removed: true })
  await tap('Hoàn tác')
  await screen.findByRole('link', { name: /^Tuyên Quang/ })

  const official = await seatOf({ role: 'official' })
  await official.tell('programme', 'kế hoạch', plan())
  official.open('/programmes')
  fireEvent.click(await screen.findByText('Kế hoạch mẫu'))
  await waitFor(() => expect(shown()).toContain('Ngày áp dụng'))
  expect(screen.queryByRole('button', { name: 'Xoá' })).toBeNull()
})
