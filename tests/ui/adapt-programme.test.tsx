// The province's office adopts a plan in the app and adapts it; its communes are measured, and reminded, by what it has set.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import type { Pack } from '../../src/programme/pack.ts'
// Fetched with the test: on a busy machine the first one to open them would wait too long for their headings.
import '../../src/client/ui/page/adopt.tsx'
import '../../src/client/ui/page/programme.tsx'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const SAVE = 'Lưu trên máy này'
const TUYEN_QUANG = 'Tuyên Quang: công tác phòng, chống mua bán người năm 2024'

const shippedPack = (id: string): Pack => {
  const found = shippedPacks.find((one) => one.id === id)
  if (!found) throw new Error(`There is no plan ${id}.`)
  return found
}

/** A plan that the office adopted for the years around the evening on which the tests play. */
const adopted = (id = '004-tuyen-quang', more: Fields = {}): Fields => ({
  ...adoptPack(shippedPack(id), { unit: hue, adoptedOn: '2026-01-05' }),
  from: '2026-01-01',
  to: '2027-12-31',
  ...more,
})

const openFold = async (title: string) => fireEvent.click(await screen.findByText(title, { selector: 'summary *' }))

// Looked up by their words: on a screen with so many fields asking for every role takes long.
const press = async (words: string) => fireEvent.click(await screen.findByText(words, { selector: 'button' }))

async function field(name: string | RegExp): Promise<HTMLElement> {
  const found = (await screen.findByText(name, { selector: 'legend' })).closest('fieldset')
  if (!found) throw new Error(`${name} names no group of fields.`)
  return found
}

const setDay = async (group: HTMLElement, day: string, month: string) => {
  fireEvent.input(within(group).getByLabelText('Ngày'), { target: { value: day } })
  fireEvent.input(within(group).getByLabelText('Tháng'), { target: { value: month } })
}

const setDate = async (label: string, date: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value: date } })

const programmesOf = async ({ phone }: Seat) => (await listRecords(phone.store, 'programme')).map(({ data }) => data)

const packOf = async (seat: Seat): Promise<Pack> => {
  const [programme] = await programmesOf(seat)
  return programme?.pack as Pack
}

async function adaptingSeat(more?: Fields): Promise<Seat & { id: string }> {
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('programme', 'kế hoạch', adopted('004-tuyen-quang', more))
  office.open(`/programme/${id}/edit`)
  await heading('Chỉnh chương trình')
  return { ...office, id }
}

test('the office adopts a plan of another year, without a network, and sees what its document leaves open', async () => {
  const office = await seatOf({ role: 'province' })
  office.phone.network.isOnline = false
  office.open('/programmes')
  await tap('Thêm chương trình', 'link')
  await heading('Thêm chương trình')
  await waitFor(() => expect(screen.getAllByRole('link', { name: /viết cho|cho cả nước/ })).toHaveLength(6))
  await tap(/^Tuyên Quang.*61\/KH-UBND, 27\/03\/2024 · viết cho Tuyên Quang · \d+ điều văn bản chưa nói rõ/, 'link')
  await heading(TUYEN_QUANG)
  expect(shown()).toContain('Cần đặt ngày hạn: Báo cáo quý I')
  expect(shown()).toContain('Cần đặt mức: VC1.')
  expect(shown()).toContain('Văn bản ghi từ 01/01/2024 đến 31/12/2024, nay đã qua.')
  await setDate('Từ ngày', '2026-01-01')
  await setDate('Đến ngày', '2027-12-31')
  await press('Áp dụng chương trình này')
  await heading('Chỉnh chương trình')
  expect(await programmesOf(office)).toMatchObject([{ unit: hue, from: '2026-01-01', to: '2027-12-31', adoptedOn: '2026-11-21', name: TUYEN_QUANG }])
})

test('it sets that from its first screen, and a commune is reminded and measured by what it set', async () => {
  const office = await seatOf({ role: 'province' })
  await office.tell('programme', 'kế hoạch', adopted())
  office.open('/')
  await screen.findByText('Cần đặt ngày hạn', { selector: 'h2' })
  fireEvent.click(await screen.findByText(TUYEN_QUANG, { selector: 'a *' }))
  fireEvent.click(await screen.findByText('Báo cáo quý I', { selector: 'button b' }))
  await waitFor(async () => expect(document.activeElement).toBe(await field('Báo cáo quý I')))
  await setDay(await field('Báo cáo quý I'), '5', '12')
  await openFold('Các chỉ tiêu')
  const coverage = await field(/^VC1\./)
  fireEvent.input(within(coverage).getByLabelText('Mức (%)'), { target: { value: '62,5' } })
  fireEvent.change(within(coverage).getByLabelText('Phải đạt đến ngày'), { target: { value: '2026-12-31' } })
  await press(SAVE)
  await heading('Chương trình, kế hoạch')
  office.open('/')
  await heading('Tổng quan')
  await screen.findByText('Thành phố Huế', { selector: 'h2' })
  expect(shown()).not.toContain('Cần đặt ngày hạn')

  const [programme] = await programmesOf(office)
  const official = await seatOf({ role: 'official' })
  await official.tell('programme', 'kế hoạch', { ...programme })
  official.open('/')
  await screen.findByText('Còn 14 ngày đến hạn báo cáo')
  expect(shown()).toContain('quý 1/2026')
  await waitFor(() => expect(shown()).toContain('Ít nhất 62,5 %'))
})

test('until the office has set a day that the document leaves open, no commune is told of one', async () => {
  const official = await seatOf({ role: 'official' })
  await official.tell('programme', 'kế hoạch', adopted('004-tuyen-quang', { adoptedOn: '2026-11-01' }))
  official.open('/')
  await heading('Tổng quan')
  await waitFor(() => expect(shown()).toContain('VC1.'))
  expect(shown()).not.toContain('Cần đặt ngày hạn')
  expect(shown()).not.toContain('quý 1/2026')
})

test('a plan that a unit has already is not adopted again: it says since when, and leads there; for a commune it may be', async () => {
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('programme', 'kế hoạch', adopted('003-thua-thien-hue'))
  office.open('/programme/new?pack=003-thua-thien-hue')
  await screen.findByText(/^Đã áp dụng cho nơi này ngày 05\/01\/2026: Thừa Thiên Huế/)
  expect(screen.queryByRole('button', { name: 'Áp dụng chương trình này' })).toBeNull()
  expect((await screen.findByRole('link', { name: 'Mở chương trình đã áp dụng' })).getAttribute('href')).toBe(`/programme/${id}/edit`)
  await tap('Một xã')
  await tap('Xã A Lưới 2')
  await press('Áp dụng chương trình này')
  await heading('Chỉnh chương trình')
  expect((await programmesOf(office)).map(({ unit }) => unit).sort()).toEqual([hue, aLuoi2].sort())
})

test('who may not adopt reads so, and reads an adopted plan without anything to type in', async () => {
  const official = await seatOf({ role: 'official' })
  official.open('/programme/new')
  await screen.findByText('Anh/chị không có quyền làm việc này với bản ghi này.')
  const id = await official.tell('programme', 'kế hoạch', adopted())
  official.open(`/programme/${id}/edit`)
  await heading(TUYEN_QUANG)
  await screen.findByText(/Chiến dịch truyền thông trong học sinh/)
  expect(screen.queryAllByRole('textbox')).toEqual([])
  expect(screen.queryByRole('button', { name: SAVE })).toBeNull()
})

test('a plan of one’s own comes from a file; what is wrong in it is told by its line, and nothing is kept', async () => {
  const office = await seatOf({ role: 'province' })
  office.open('/programme/new')
  const choose = async (content: string) => {
    const input = await screen.findByLabelText('Chọn tệp', { selector: 'input' })
    fireEvent.change(input, { target: { files: [new File([content], 'ke-hoach.json', { type: 'application/json' })] } })
  }
  const own = { ...shippedPack('2026-2030'), id: 'ke-hoach-rieng', name: { vi: 'Kế hoạch riêng của tỉnh', en: 'The province’s own plan' } }
  await choose(JSON.stringify({ ...own, rule: 'weekly' }, null, 2))
  const wrong = await screen.findByText(/^Tệp này có 1 chỗ chưa đúng/)
  expect(wrong.closest('[role=alert]')?.textContent).toMatch(/Dòng \d+: rule: this has to be one of "calendar", "15-14"/)
  await choose(JSON.stringify(own))
  await heading('Kế hoạch riêng của tỉnh')
  expect(await programmesOf(office)).toEqual([])
  await press('Áp dụng chương trình này')
  await heading('Chỉnh chương trình')
  expect(await programmesOf(office)).toMatchObject([{ name: 'Kế hoạch riêng của tỉnh', pack: { id: 'ke-hoach-rieng' } }])
})

test('what the office changed is marked beside what the document says, and one tap puts that back', async () => {
  const office = await adaptingSeat()
  await openFold('Báo cáo phải gửi')
  expect(shown()).not.toContain('Văn phòng đã đổi')
  await setDay(await field(/^Báo cáo 6 tháng/), '8', '6')
  await screen.findByText('Văn phòng đã đổi; văn bản ghi: trước ngày 10/06 hằng năm.')
  await tap('Theo tháng dương lịch')
  await screen.findByText('Văn phòng đã đổi; văn bản ghi: Từ ngày 15 đến ngày 14.')
  expect(shown()).toContain('Như vậy quý 4/2026 là từ 01/10/2026 đến 31/12/2026.')
  const [rule] = screen.getAllByRole('button', { name: 'Về như văn bản' })
  fireEvent.click(rule as HTMLElement) // there are two, as just seen
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Về như văn bản' })).toHaveLength(1))
  await press(SAVE)
  await heading('Chương trình, kế hoạch')
  const { reports, ...rest } = await packOf(office)
  const { reports: shippedReports, ...shippedRest } = shippedPack('004-tuyen-quang')
  expect(rest).toEqual(shippedRest)
  expect(reports.map(({ due }) => due)).toEqual(shippedReports.map(({ id, due }) => (id === 'half' ? { before: '06-08' } : due)))
})

test('hotlines and slogans are mended, added and taken out; what the document says of them stays in sight', async () => {
  const office = await adaptingSeat()
  await openFold('Đường dây nóng')
  await type(/^Số điện thoại/, '111')
  await screen.findByText('Văn phòng đã đổi; văn bản ghi: văn bản không ghi số.')
  await openFold('Khẩu hiệu')
  await press('Thêm khẩu hiệu')
  await type('Khẩu hiệu 1', 'Một người biết, cả thôn cùng biết')
  await screen.findByText('Văn phòng thêm; văn bản không ghi.')
  await press('Thêm đường dây')
  const names = screen.getAllByLabelText('Tên đường dây')
  fireEvent.input(names[1] as HTMLElement, { target: { value: 'Công an tỉnh' } })
  await tap(/^Bỏ: Tổng đài điện thoại quốc gia/)
  await screen.findByText('Văn phòng đã bỏ; văn bản ghi: Tổng đài điện thoại quốc gia bảo vệ trẻ em: văn bản không ghi số.')
  await press(SAVE)
  await heading('Chương trình, kế hoạch')
  const { hotlines, slogans } = await packOf(office)
  expect(hotlines).toEqual([{ name: { vi: 'Công an tỉnh', en: 'Công an tỉnh' }, said: { source: 'Văn phòng tỉnh đặt' } }])
  expect(slogans).toEqual([{ text: 'Một người biết, cả thôn cùng biết', said: { source: 'Văn phòng tỉnh đặt' } }])
})

test('a day that is in no calendar, a threshold that is no number and a nameless hotline are told beside their fields, and nothing is saved', async () => {
  const office = await adaptingSeat()
  await openFold('Báo cáo phải gửi')
  await setDay(await field(/^Báo cáo năm/), '31', '2')
  await openFold('Các chỉ tiêu')
  fireEvent.input(within(await field(/^TQ-2\./)).getByLabelText('Mức (%)'), { target: { value: 'chín mươi' } })
  await openFold('Đường dây nóng')
  await press('Thêm đường dây')
  await openFold('Chiến dịch, ngày cao điểm')
  await setDate('Chiến dịch truyền thông trong học sinh, sinh viên, Từ ngày', '2027-03-01')
  await press(SAVE)
  const summary = await screen.findByRole('alert')
  within(summary).getByText('Hạn báo cáo: Hãy ghi đủ ngày và tháng có trong lịch, ví dụ ngày 10 tháng 6.')
  within(summary).getByText('Mức chỉ tiêu: Hãy ghi một số từ 0 đến 1.000.')
  within(summary).getByText('Đường dây nóng: Hãy điền mục này.')
  expect(within(await field(/^Báo cáo năm/)).getByText(/^Hãy ghi đủ ngày và tháng/)).toBeTruthy()
  expect(await office.phone.store.outbox.count()).toBe(0)

  await setDay(await field(/^Báo cáo năm/), '5', '12')
  fireEvent.input(within(await field(/^TQ-2\./)).getByLabelText('Mức (%)'), { target: { value: '92,5' } })
  const [, added] = screen.getAllByLabelText('Tên đường dây')
  fireEvent.input(added as HTMLElement, { target: { value: 'Công an tỉnh' } })
  await press(SAVE)
  // Half of a campaign's days is no campaign.
  within(await screen.findByRole('alert')).getByText('Ngày chiến dịch: Hãy điền mục này.')
  await setDate('Chiến dịch truyền thông trong học sinh, sinh viên, Đến ngày', '2027-03-31')
  await press(SAVE)
  await heading('Chương trình, kế hoạch')
  const { campaigns, indicators } = await packOf(office)
  expect(campaigns.find(({ id }) => id === 'hoc-duong')).toMatchObject({ from: '2027-03-01', to: '2027-03-31' })
  expect(indicators.find(({ id }) => id === 'TQ-2')?.targets).toMatchObject([{ threshold: 92.5, compare: 'more-than' }])
})

test('what was typed is kept as a draft and goes on where it was, also a day that is only half there', async () => {
  const office = await adaptingSeat()
  await openFold('Báo cáo phải gửi')
  fireEvent.input(within(await field('Báo cáo quý I')).getByLabelText('Ngày'), { target: { value: '20' } })
  await waitFor(async () => expect(await office.phone.store.drafts.count()).toBe(1))
  office.open('/')
  await tap(/tự lưu lúc .* Ghi tiếp\?/, 'link')
  await heading('Chỉnh chương trình')
  await openFold('Báo cáo phải gửi')
  const quarter = await field('Báo cáo quý I')
  expect((within(quarter).getByLabelText('Ngày') as HTMLInputElement).value).toBe('20')
  await press(SAVE)
  within(await screen.findByRole('alert')).getByText(/^Hạn báo cáo: Hãy ghi đủ ngày và tháng/)
})

test('a threshold for one commune is set from the plan’s screen and stands there beside the plan’s own', async () => {
  const office = await adaptingSeat()
  await openFold('Các chỉ tiêu')
  const links = await screen.findAllByRole('link', { name: 'Đặt mức riêng cho một nơi' })
  fireEvent.click(links.at(-1) as HTMLElement) // VC1 is the last of this plan
  await heading('Đặt mức chỉ tiêu')
  await screen.findByRole('button', { name: /^VC1\./, pressed: true })
  await tap('Xã A Lưới 1')
  await type('Mức (%)', '50')
  await press(SAVE)
  await heading('Chỉnh chương trình')
  await openFold('Các chỉ tiêu')
  await screen.findByRole('link', { name: 'Xã A Lưới 1: Ít nhất 50 % đến 31/12/2026' })
  expect((await listRecords(office.phone.store, 'target')).map(({ data }) => data)).toMatchObject([{ unit: aLuoi1, indicator: 'VC1', programme: office.id }])
})

test('its history says in words what became of which day and threshold, by whom and when', async () => {
  const office = await adaptingSeat()
  const before = adopted()
  const plan = before['pack'] as Pack
  const after = {
    ...plan,
    reports: plan.reports.map((report) => (report.id === 'quarter-1' ? { ...report, due: { before: '03-20' } } : report)),
    indicators: plan.indicators.map((one) => (one.id === 'TQ-2' ? { ...one, targets: one.targets.map((target) => ({ ...target, threshold: 92 })) } : one)),
    slogans: [{ text: 'Cả thôn cùng biết', said: { source: 'Văn phòng tỉnh đặt' } }],
  }
  const [mai, lan] = [
    { by: idNamed('mai'), name: 'Cán bộ Mai' },
    { by: idNamed('lan'), name: 'Cán bộ Lan' },
  ]
  office.server.past.set(office.id, [
    { version: 1, ...mai, at: EVENING - 9_000_000, did: 'made', set: before },
    { version: 2, ...lan, at: EVENING - 60_000, did: 'edited', set: { pack: after, to: '2026-12-31' } },
  ])
  await tap('Lịch sử', 'link')
  await heading('Lịch sử')
  await screen.findByText('Ghi mới')
  const edited = screen.getAllByRole('listitem').find(({ textContent }) => textContent?.startsWith('Sửa'))
  expect(edited?.textContent?.replace(/\s+/g, ' ')).toBe(
    [
      'Sửa · Cán bộ Lan20:59',
      'Đến ngày31/12/2027 → thành 31/12/2026',
      'Mức: TQ-2. Tỷ lệ giải quyết tố giác, tin báoTrên 90 % → thành Trên 92 %',
      'Hạn: Báo cáo quý Ichưa rõ ngày → thành trước ngày 20/03 hằng năm',
      'Khẩu hiệuđể trống → thành Cả thôn cùng biết',
    ].join(''),
  )
})

test('where two adapted the plan at once, the choice names only the lines in which they differ', async () => {
  const office = await seatOf({ role: 'province' })
  const mine = adopted()
  const plan = mine['pack'] as Pack
  const theirs = { ...plan, reports: plan.reports.map((report) => (report.id === 'half' ? { ...report, due: { before: '06-08' } } : report)) }
  const conflict = { change: idNamed('sửa'), account: idNamed('người khác'), name: 'Cán bộ Lan', at: EVENING - 60_000, fields: { pack: theirs } }
  const id = await office.tell('programme', 'kế hoạch', mine, { conflicts: [conflict] })
  office.open(`/decide/${id}`)
  const question = await field('Nội dung')
  const version = async (name: string) => (await within(question).findByRole('radio', { name })).closest('label')?.textContent?.replace(/\s+/g, ' ')
  expect(await version('Giữ bản đang có')).toBe('Giữ bản đang cóHạn: Báo cáo 6 tháng trước ngày 10/06 hằng năm')
  expect(await version('Giữ bản của Cán bộ Lan')).toMatch(/Hạn: Báo cáo 6 tháng trước ngày 08\/06 hằng năm$/)
  expect(shown()).not.toContain('Giống nhau ở các bản')
  fireEvent.click(await within(question).findByRole('radio', { name: 'Giữ bản của Cán bộ Lan' }))
  await tap('Lưu lựa chọn')
  await heading('Chỉnh chương trình')
  expect((await packOf(office)).reports.find((report) => report.id === 'half')?.due).toEqual({ before: '06-08' })
})

test('a plan of which this version can’t read all is shown, not edited', async () => {
  const newer = { ...shippedPack('004-tuyen-quang'), rule: 'weekly' }
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('programme', 'kế hoạch', adopted('004-tuyen-quang', { pack: newer }))
  office.open(`/programme/${id}/edit`)
  await heading(TUYEN_QUANG)
  expect(screen.queryByRole('button', { name: SAVE })).toBeNull()
  expect(screen.queryAllByRole('textbox')).toEqual([])
})
