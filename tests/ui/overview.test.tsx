// Tổng quan as an official and a province's office read it, held against counting record by record.

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { VILLAGE_COVERAGE } from '../../src/client/ui/adopted.ts'
import { AppContext } from '../../src/client/ui/context.ts'
import { IndicatorCard } from '../../src/client/ui/part/indicator-card.tsx'
import type { Definition, Pack } from '../../src/programme/pack.ts'
import { type PeriodKind, type PeriodRule, periodNumbered } from '../../src/programme/period.ts'
import { bruteForce } from '../fixture/brute-force.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { inHue, PRACTICE_DAY, practiceSeat, programmeOf } from '../fixture/practice-seat.ts'
import { baseline, session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const NO_DATA = 'Chưa có số liệu (không phải bằng 0)'

const card = async (name: string | RegExp): Promise<HTMLElement> => {
  const found = (await screen.findByRole('heading', { name })).closest('section')
  if (!found) throw new Error(`${name} stands in no card`)
  return found
}

const textOf = (element: HTMLElement): string => (element.textContent ?? '').replace(/\s+/g, ' ')

const asPrinted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const periods: [PeriodKind, number, number][] = [
  ['quarter', 2026, 4],
  ['year', 2026, 1],
  ['year', 2025, 1],
]

interface Looked {
  pack: Pack
  area: string
  role: 'official' | 'province'
}

const looked = shippedPacks.flatMap((pack): Looked[] => [
  { pack, area: aLuoi1, role: 'official' },
  { pack, area: hue, role: 'province' },
])

test.each(looked)('$pack.id, $role: each card says what counting by hand gives', { timeout: 120_000 }, async ({ pack, area, role }) => {
  const { seat, records } = await practiceSeat(role, [pack])
  for (const [kind, year, number] of periods) {
    const { from, to } = periodNumbered(pack.rule as PeriodRule, kind, year, number)
    seat.open(`/?programme=${programmeOf(pack)}&kind=${kind}&year=${year}&number=${number}`)
    await screen.findByRole('button', { name: 'In hoặc lưu PDF' })
    for (const { id, name, definition } of pack.indicators) {
      if (role === 'official' && isOfProvince(definition)) {
        expect(textOf(await card(/^Chỉ tiêu tính cho cả tỉnh/))).toContain(name.vi)
        continue
      }
      const slow = bruteForce({ definition, records, official: inHue, area, from, to, asOfDay: PRACTICE_DAY })
      const shownCard = await card(`${id}. ${name.vi}`)
      if (slow.totals) await within(shownCard).findByRole('table')
      const said = textOf(shownCard)
      if (slow.totals) expectCounts(said, slow.totals)
      else if (slow.none !== undefined) expect(said).toContain(NO_DATA)
      else if (slow.numerator === 0 && said.includes(NO_DATA)) expect(said).toContain('Chưa có bản ghi nào')
      else
        expect(said).toMatch(
          new RegExp(`${escaped(`${id}. ${name.vi}`)}${asPrinted(slow.numerator ?? -1)}(/| trên )${asPrinted(slow.denominator ?? -1)}(?!\\d)`),
        )
    }
  }
})

const isOfProvince = (definition: Definition): boolean => definition.type === 'months-with' && definition.measure === 'media.province'

function expectCounts(said: string, totals: Record<string, number>): void {
  for (const value of Object.values(totals)) if (value > 0) expect(said).toContain(asPrinted(value))
}

/** Twelve villages of which five had a session this quarter, and a target of the office for the commune. */
async function commune({ threshold, held = 5, villages = 12 }: { threshold?: number; held?: number; villages?: number }): Promise<Seat> {
  const names = Array.from({ length: villages }, (_, place) => String(place + 1))
  const her = await seatOf({ role: 'official', villages: names })
  const programme = await her.tell('programme', 'kế hoạch', { ...planWith([villageCoverage, people]) })
  for (const name of names.slice(0, held)) await her.tell('session', name, session({ unit: her.village(name), counts: { total: 40, method: 'counted' } }))
  if (threshold !== undefined) await her.tell('target', 'mức', { programme, indicator: 'VC1', unit: aLuoi1, threshold, compare: 'at-least', by: '2026-12-31' })
  return her
}

const named = (vi: string) => ({ vi, en: vi })
const villageCoverage = {
  id: 'VC1',
  name: named('Độ phủ thôn'),
  definition: { type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' },
  targets: [{ setBy: 'office', compare: 'at-least' }],
}
const people = { id: 'N5', name: named('Người được tiếp cận'), definition: { type: 'reached', among: 'communes', age: '14-60' }, targets: [] }

const planWith = (indicators: readonly unknown[]) => ({
  unit: hue,
  name: 'Kế hoạch mẫu',
  from: '2026-01-01',
  adoptedOn: '2026-01-05',
  pack: { format: 1, id: 'mau', rule: 'calendar', indicators },
})

test('the sentence says how many are still missing until the target of the office, and nothing hides how it is counted', async () => {
  const her = await commune({ threshold: 70 })
  her.open('/')
  await heading('Tổng quan')
  const said = textOf(await card('VC1. Độ phủ thôn'))
  expect(said).toContain('5/12 thôn, còn 4 thôn nữa là đạt.')
  expect(said).toContain('41,7 %5 / 12')
  expect(said).toContain('Chưa đạt. Chỉ tiêu: Ít nhất 70 % đến 31/12/2026.')
  expect(said).toContain('Mẫu số: danh sách thôn, tính đến ngày cuối kỳ.')
  expect(shown()).toContain('Số liệu nhận về lúc 21:00.')
  expect(shown()).toContain('Kỳ này chưa kết thúc')
  await screen.findByRole('img', { name: '5/12 thôn, còn 4 thôn nữa là đạt.' })
})

test('the target of the office may be changed, and the screen follows', async () => {
  const her = await commune({ threshold: 40 })
  her.open('/')
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('5/12 thôn.')
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('Đạt chỉ tiêu.')
  her.server.edit([...her.server.rows.values()].find(({ kind }) => kind === 'target')?.id ?? '', { threshold: 25 })
  await her.phone.sync()
  await screen.findByText('Vượt chỉ tiêu.')
})

test('without a target none is met or missed', async () => {
  const her = await commune({})
  her.open('/')
  const said = textOf(await card('VC1. Độ phủ thôn'))
  expect(said).toContain('Cơ quan chưa đặt mức.')
  expect(said).not.toContain('đạt.')
})

test('of fewer than ten no percentage is told', async () => {
  const her = await commune({ threshold: 70, villages: 9 })
  her.open('/')
  const said = textOf(await card('VC1. Độ phủ thôn'))
  expect(said).toContain('5/9 thôn, còn 2 thôn nữa là đạt.')
  expect(said.replace('Ít nhất 70 %', '')).not.toContain('%')
})

test('what nobody recorded is hatched and said, never drawn as zero', async () => {
  const her = await commune({ threshold: 70, held: 0 })
  her.open('/')
  const villages = await card('VC1. Độ phủ thôn')
  expect(textOf(villages)).toContain(NO_DATA)
  expect(textOf(villages)).toContain('Chưa có bản ghi nào của kỳ này ở địa bàn này.')
  expect(textOf(villages)).not.toMatch(/\b0\/12|0,0 %/)
  const bar = within(villages).getByRole('img', { name: NO_DATA })
  expect(bar.querySelectorAll('rect[fill="url(#none)"]')).toHaveLength(1)
  expect(textOf(await card('N5. Người được tiếp cận'))).toContain(`${NO_DATA}Chưa đủ số liệu: còn nơi chưa có dân số nền.`)
  expect(textOf(await card('Người dự'))).toContain('Chưa có số liệu trong kỳ này')
})

test('a period without one record is no zero either, though others have some', async () => {
  const her = await commune({ threshold: 70 })
  her.open('/?kind=quarter&year=2026&number=3')
  const said = textOf(await card('VC1. Độ phủ thôn'))
  expect(said).toContain(NO_DATA)
  expect(said).not.toContain('0/12')
})

test('a real zero among what was recorded is a zero', async () => {
  const her = await commune({ threshold: 70, held: 0 })
  await her.tell('session', 'ở xã', session({ unit: aLuoi1 }))
  her.open('/')
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('0/12 thôn, còn 9 thôn nữa là đạt.')
})

test('over a hundred per cent the axis goes on and it is flagged', async () => {
  const her = await commune({})
  await her.tell('baseline', 'nền', baseline({ unit: aLuoi1, people: { total: 30, from14to60: 20, female14to60: 10, under16: 5 } }))
  const counts = { total: 90, firstTime14to60: 25, firstTime14to60Female: 15, firstTimeUnder16: 3, method: 'counted' }
  await her.tell('session', 'đông', session({ unit: her.village('1'), counts }))
  her.open('/')
  const said = await card('N5. Người được tiếp cận')
  expect(textOf(said)).toContain('25/20 người.')
  expect(textOf(said)).toContain('125,0 %25 / 20')
  expect(textOf(said)).toContain('Vượt 100 %')
  expect(textOf(said)).toContain('15 / 10 (150,0 %)')
  expect(textOf(said)).toMatch(/Trẻ em dưới 16 tuổi ?3 \/ 5(?! \()/)
  const bar = within(said).getByRole('img')
  const widths = [...bar.querySelectorAll('rect')].map((one) => Number(one.getAttribute('width')))
  expect(Math.max(...widths)).toBe(300)
  expect(bar.querySelector('.bullet-whole')?.getAttribute('d')).toBe('M240 0v24')
})

test('a figure opens into the villages that make it, those that are missing, the sessions, and its last periods', async () => {
  const her = await commune({ threshold: 70 })
  her.open('/')
  await tap(/^Xem từ đâu ra VC1/, 'link')
  await heading('Chỉ tiêu VC1')
  const missing = (await screen.findByText('7 đơn vị còn thiếu')).closest('details')
  expect(
    within(missing as HTMLElement)
      .getAllByRole('link')
      .map(textOf),
  ).toEqual(['6', '7', '8', '9', '10', '11', '12'].map((name) => `Thôn ${name}`))
  fireEvent.click(screen.getByText('5 đơn vị đã có'))
  await screen.findByRole('link', { name: 'Thôn 5' })
  fireEvent.click(await screen.findByText('5 bản ghi làm nên số này'))
  await waitFor(() => expect(screen.getAllByRole('link', { name: /40 người/ })).toHaveLength(5))
  expect(textOf(await card('Các kỳ gần đây'))).toContain('Kỳ này 41,7 %, kỳ trước chưa có số liệu. Có số liệu ở 1/8 kỳ.')
  await tap('Xem bảng số')
  const rows = within(screen.getByRole('table', { name: /^Các kỳ gần đây/ }))
    .getAllByRole('row')
    .map(textOf)
  expect(rows.at(-1)).toContain('quý 4/2026, chưa hết kỳ51241,7 %')
  expect(rows.at(-2)).toContain('quý 3/2026––chưa có số liệu')
  // Once the quarter is locked its figures stand, on the card and in the columns, and what came since is told beside them.
  const figures = { 'indicator.VC1.numerator': 4, 'indicator.VC1.denominator': 12 }
  const kept = { unit: aLuoi1, organisation: idNamed('hoi'), programme: idNamed('kế hoạch'), period: { from: '2026-10-01', to: '2026-12-31' } }
  await her.tell('submission', 'kỳ', { ...kept, state: 'locked', asOf: '2026-11-20', figures })
  await screen.findByText('Số đã chốt. Tính cả điều chỉnh sau khi chốt: 5/12 thôn', { exact: false })
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('33,3 %4 / 12')
  expect(textOf(await card('Các kỳ gần đây'))).toContain('Kỳ này 33,3 %')
  expect(textOf(await card('Các kỳ gần đây'))).toContain('Tính cả điều chỉnh sau khi chốt: quý 4/2026: 5/12.')
  screen.getByText('quý 4/2026 · Đã chốt*, chưa hết kỳ')
})

test('many missing villages stand by commune, each opened when it is wanted', async () => {
  const office = await seatOf({ role: 'province', villages: Array.from({ length: 22 }, (_, place) => String(place + 1)) })
  office.open('/indicator/VC1')
  await screen.findByText('22 đơn vị còn thiếu')
  expect(screen.queryByRole('link', { name: 'Thôn 7' })).toBeNull()
  fireEvent.click(await screen.findByText('Xã A Lưới 1: 22 thôn'))
  await screen.findByRole('link', { name: 'Thôn 7' })
})

test('the period that was chosen goes along', async () => {
  const her = await commune({ threshold: 70 })
  her.open('/')
  await tap('Kỳ trước')
  await screen.findByText('quý 3/2026')
  await tap(/^Xem từ đâu ra VC1/, 'link')
  await heading('Chỉ tiêu VC1')
  await screen.findByText('quý 3/2026')
})

test('what was refused is not counted, and both that and what is not sent are said', async () => {
  const her = await commune({ threshold: 70 })
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'not-valid', path: [] }] : undefined)
  await her.phone.save({ unit: her.village('11') })
  await her.phone.sync()
  await her.phone.save({ unit: her.village('12') })
  her.open('/')
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('6/12 thôn')
  await waitFor(() => expect(shown()).toContain('Có tính cả 1 thay đổi trên máy này chưa gửi. Chưa tính 1 thay đổi cần xem lại.'))
})

test('where no plan was adopted villages are counted all the same; one that can not be read is named', async () => {
  const her = await seatOf({ role: 'official' })
  await her.tell('session', 'a', session({ unit: her.village('Tây') }))
  await her.tell('programme', 'lạ', { ...planWith([{ id: 'X', definition: { type: 'of tomorrow' } }]), name: 'Kế hoạch lạ' })
  her.open('/')
  expect(textOf(await card('Thôn đã có buổi truyền thông'))).toContain('1/3 thôn.')
  await screen.findByText('Bản ứng dụng này chưa đọc được hết “Kế hoạch lạ”.')
})

test('of several plans one is chosen, with its own periods', async () => {
  const her = await commune({ threshold: 70 })
  const other = planWith([villageCoverage])
  await her.tell('programme', 'kế hoạch khác', { ...other, name: 'Kế hoạch khác', from: '2025-01-01', pack: { ...other.pack, rule: '15-14' } })
  her.open('/')
  await screen.findByText('từ 01/10/2026 đến 31/12/2026')
  await tap('Kế hoạch khác')
  await screen.findByText('từ 15/09/2026 đến 14/12/2026')
  expect(textOf(await card('VC1. Độ phủ thôn'))).toContain('Cơ quan chưa đặt mức.')
})

test('where phones are silent a figure is said as “at least”, with whose they are', async () => {
  const her = await seatOf({ role: 'official' })
  const flags = ['not-over'] as const
  const reading = {
    id: 'VC1',
    period: { from: '2026-10-01', to: '2026-12-31' },
    asOf: EVENING,
    value: { percent: 41.7, overHundred: false },
    numerator: 5,
    denominator: 12,
  }
  const silent = { at: EVENING, phones: [{ person: 'Cộng tác viên thôn Đông', name: 'Android · Chrome', unit: aLuoi1, contactAt: EVENING - 20 * 86_400_000 }] }
  cleanup()
  render(
    <AppContext.Provider value={her.app}>
      <IndicatorCard
        indicator={{ ...VILLAGE_COVERAGE, name: 'VC1. Độ phủ thôn' }}
        reading={{ ...reading, flags: [...flags], sources: [], missing: [] }}
        silent={silent}
      />
    </AppContext.Provider>,
  )
  const said = textOf(await card('VC1. Độ phủ thôn'))
  expect(said).toMatch(/ít nhất/i)
})

test('an official logs a session one tap from there, and the tabs lead where there is something', async () => {
  const her = await commune({})
  her.open('/')
  const tabs = within(await screen.findByRole('navigation', { name: 'Chính' }))
    .getAllByRole('link')
    .map(textOf)
  expect(tabs).toEqual(['Tổng quan', 'Địa bàn', 'Buổi', 'Báo cáo', 'Thêm'])
  await tap('Ghi buổi', 'link')
  await heading('Ghi buổi')
})

test('the office of a province has the same tabs as a commune’s official, and an observer figures without records', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/')
  const tabs = () =>
    within(screen.getByRole('navigation', { name: 'Chính' }))
      .getAllByRole('link')
      .map(textOf)
  await screen.findByRole('link', { name: 'Ghi buổi của cơ quan' })
  expect(tabs()).toEqual(['Tổng quan', 'Địa bàn', 'Buổi', 'Báo cáo', 'Thêm'])
  const observer = await seatOf({ role: 'observer' })
  observer.open('/')
  await screen.findByText(/^Tài khoản theo dõi chỉ xem số cộng/)
  expect(tabs()).toEqual(['Tổng quan', 'Địa bàn', 'Thêm'])
})

test('an official who opens the collaborators’ screen of coverage is led to her own', async () => {
  const her = await commune({})
  her.open('/coverage')
  await heading('Tổng quan')
})
