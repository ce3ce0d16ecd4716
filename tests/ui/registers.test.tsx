import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { listRecords, listSessions } from '../../src/client/store/read.ts'
import type { Fields } from '../../src/model/record.ts'
import type { KindName } from '../../src/model/registry.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { site } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const union = idNamed('hoi')
const SAVE = 'Lưu trên máy này'

/** Records that others refer to. */
const material: Fields = { name: 'Tờ rơi tháng 7', materialKind: 'leaflet', unit: hue, issuedOn: '2026-06-01', organisation: union }
const programme: Fields = {
  unit: hue,
  name: 'Kế hoạch mẫu',
  from: '2026-01-01',
  to: '2028-12-31',
  adoptedOn: '2026-01-05',
  pack: {
    document: { number: '01/KH-MAU', date: '2025-12-20', issuer: 'Cơ quan mẫu' },
    indicators: [{ id: 'VC1', name: { vi: 'Thôn đã có buổi', en: 'Villages with a session' } }, { id: 'hỏng' }],
  },
}

async function pick(label: string, date: string): Promise<void> {
  fireEvent.change(await screen.findByLabelText(label), { target: { value: date } })
}

interface Case {
  kind: KindName
  role: 'official' | 'province'
  list: string
  title: string
  empty: RegExp
  add: string
  edit: string
  /** What is told when nothing was filled in. */
  missing: readonly string[]
  fill: () => Promise<void>
  /** How the list says what was filled in. */
  row: RegExp
  saved: Fields
  /** Somebody else's record, how the list says it, and an edit of it. */
  other: Fields
  otherRow: RegExp
  mend: () => Promise<void>
  mended: Fields
}

const cases: readonly Case[] = [
  {
    kind: 'material-receipt',
    role: 'official',
    list: '/material-receipts',
    title: 'Nhận, triển khai tài liệu',
    empty: /Chưa ghi lần nhận tài liệu nào/,
    add: 'Ghi nhận tài liệu',
    edit: 'Sửa lần nhận tài liệu',
    missing: ['Ngày triển khai: Ngày kết thúc sớm hơn ngày bắt đầu.'],
    fill: () => pick('Ngày triển khai', '2026-11-21'),
    row: /^Tờ rơi tháng 7 ?Xã A Lưới 1 · nhận ngày 21\/11\/2026 · triển khai ngày 21\/11\/2026/,
    saved: { material: idNamed('tài liệu'), unit: aLuoi1, receivedOn: '2026-11-21', deployedOn: '2026-11-21', organisation: union },
    other: { material: idNamed('tài liệu'), unit: aLuoi1, receivedOn: '2026-06-10', organisation: union },
    otherRow: /Tờ rơi tháng 7 ?Xã A Lưới 1 · nhận ngày 10\/06\/2026 · chưa triển khai/,
    mend: () => pick('Ngày triển khai', '2026-06-20'),
    mended: { deployedOn: '2026-06-20' },
  },
  {
    kind: 'media-item',
    role: 'official',
    list: '/media-items',
    title: 'Tin, bài, phát thanh',
    empty: /Chưa ghi tin, bài nào/,
    add: 'Ghi tin, bài',
    edit: 'Sửa tin, bài',
    missing: ['Thể loại: Hãy điền mục này.', 'Báo, đài, trang: Hãy điền mục này.', 'Tên tin, bài: Hãy điền mục này.'],
    fill: async () => {
      await tap('Loa truyền thanh')
      await type('Tên tin, bài', 'Số 111')
      await type('Báo, đài, trang', 'Đài truyền thanh xã')
      await type(/^Số lần phát/, '4')
    },
    row: /^Số 111 ?21\/11\/2026 · Đài truyền thanh xã · Loa truyền thanh · Cấp xã/,
    saved: { unit: aLuoi1, date: '2026-11-21', level: 'commune', mediaForm: 'loudspeaker', title: 'Số 111', times: 4, organisation: union },
    other: { unit: aLuoi1, date: '2026-10-02', level: 'online', mediaForm: 'social-media', outlet: 'Trang xã', title: 'Cảnh giác', organisation: union },
    otherRow: /Cảnh giác ?02\/10\/2026 · Trang xã · Mạng xã hội · Trên mạng/,
    mend: () => type('Tên tin, bài', 'Cảnh giác khi đi xa'),
    mended: { title: 'Cảnh giác khi đi xa' },
  },
  {
    kind: 'tally',
    role: 'official',
    list: '/tallies',
    title: 'Số liệu đếm',
    empty: /Chưa có số liệu nào/,
    add: 'Ghi số liệu đếm',
    edit: 'Sửa số liệu đếm',
    missing: ['Nội dung đếm: Hãy điền mục này.', 'Số lượng: Hãy điền mục này.'],
    fill: async () => {
      await tap('Tờ rơi')
      await type('Số lượng', '1200')
    },
    row: /^Tờ rơi: 1\.200 ?từ 01\/10\/2026 đến 31\/12\/2026 · Xã A Lưới 1 · Hội LHPN thành phố Huế/,
    saved: { unit: aLuoi1, measure: 'leaflets', value: 1200, period: { from: '2026-10-01', to: '2026-12-31' }, organisation: union },
    other: { unit: aLuoi1, measure: 'pledges-signed', value: 40, period: { from: '2026-07-01', to: '2026-09-30' }, organisation: union },
    otherRow: /Bản cam kết đã ký: 40 ?từ 01\/07\/2026/,
    mend: () => type('Số lượng', '41'),
    mended: { value: 41 },
  },
  {
    kind: 'survey',
    role: 'official',
    list: '/surveys',
    title: 'Khảo sát',
    empty: /Chưa có khảo sát nào/,
    add: 'Ghi khảo sát',
    edit: 'Sửa khảo sát',
    missing: ['Câu hỏi: Hãy điền mục này.', 'Nhóm được hỏi: Hãy điền mục này.', 'Số người được hỏi: Hãy điền mục này.', 'Nguồn: Hãy điền mục này.'],
    fill: async () => {
      await tap('Đã được tiếp cận thông tin')
      await tap('Phụ nữ')
      await type('Số người được hỏi', '80')
      await type('Số người trả lời có', '60')
      await type('Cách hỏi', 'Hỏi tại nhà')
      await type('Nguồn', 'Hội LHPN xã')
    },
    row: /^Đã được tiếp cận thông tin ?60\/80 người \(75,0 %\) · Phụ nữ · Xã A Lưới 1 · 21\/11\/2026/,
    saved: { unit: aLuoi1, question: 'reached', group: 'women', sample: 80, yes: 60 },
    other: { unit: aLuoi1, date: '2026-05-02', question: 'knows', group: 'all', sample: 9, yes: 3, method: 'Hỏi ở chợ', source: 'Xã' },
    // A share of nine people is told as numbers.
    otherRow: /Biết về phòng, chống mua bán người ?3\/9 người · Mọi người/,
    mend: () => type('Số người trả lời có', '4'),
    mended: { yes: 4 },
  },
  {
    kind: 'person',
    role: 'official',
    list: '/staff',
    title: 'Cán bộ, người phụ trách',
    empty: /Chưa có ai/,
    add: 'Thêm cán bộ',
    edit: 'Sửa cán bộ',
    missing: ['Họ tên: Hãy điền mục này.', 'Nhiệm vụ: Hãy điền mục này.'],
    fill: async () => {
      await type('Họ tên', 'Chi hội trưởng thôn Tây')
      await type('Nhiệm vụ', 'Tuyên truyền viên')
    },
    row: /^Chi hội trưởng thôn Tây ?Tuyên truyền viên · Xã A Lưới 1/,
    saved: { name: 'Chi hội trưởng thôn Tây', duty: 'Tuyên truyền viên', unit: aLuoi1, organisation: union },
    other: { name: 'Chi hội trưởng thôn Đông', duty: 'Báo cáo viên', unit: aLuoi1, organisation: union },
    otherRow: /Chi hội trưởng thôn Đông ?Báo cáo viên/,
    mend: () => type('Nhiệm vụ', 'Tuyên truyền viên'),
    mended: { duty: 'Tuyên truyền viên' },
  },
  {
    kind: 'plan',
    role: 'official',
    list: '/plans',
    title: 'Lịch dự kiến',
    empty: /Chưa có lịch nào sắp tới/,
    add: 'Thêm lịch',
    edit: 'Sửa lịch',
    missing: ['Thôn: Hãy chọn thôn.', 'Hình thức: Hãy điền mục này.'],
    fill: async () => {
      await pick('Ngày', '2026-11-28')
      await tap('Thôn Tây')
      await tap('Mít tinh')
    },
    row: /^T7 28\/11 · Thôn Tây$/,
    saved: { date: '2026-11-28', unit: idNamed('thôn Tây'), form: 'rally', organisation: union },
    other: { date: '2026-11-29', partOfDay: 'evening', unit: idNamed('thôn Đông'), form: 'film', organisation: union },
    otherRow: /^CN 29\/11 · Tối · Thôn Đông$/,
    mend: () => tap('Mít tinh'),
    mended: { form: 'rally' },
  },
  {
    kind: 'material',
    role: 'province',
    list: '/materials',
    title: 'Bộ tài liệu gửi xã',
    empty: /Chưa có bộ tài liệu nào/,
    add: 'Thêm bộ tài liệu',
    edit: 'Sửa bộ tài liệu',
    missing: ['Tên bộ tài liệu: Hãy điền mục này.', 'Loại tài liệu: Hãy điền mục này.'],
    fill: async () => {
      await type('Tên bộ tài liệu', 'Sổ tay 2026')
      await tap('Sách, sổ tay')
    },
    row: /^Sổ tay 2026 ?Sách, sổ tay · phát ngày 21\/11\/2026/,
    saved: { name: 'Sổ tay 2026', materialKind: 'book', unit: hue, issuedOn: '2026-11-21', organisation: union },
    other: material,
    otherRow: /Tờ rơi tháng 7 ?Tờ rơi · phát ngày 01\/06\/2026/,
    mend: () => type('Tên bộ tài liệu', 'Tờ rơi tháng 8'),
    mended: { name: 'Tờ rơi tháng 8' },
  },
  {
    kind: 'key-area',
    role: 'province',
    list: '/key-areas',
    title: 'Địa bàn trọng điểm',
    empty: /Chưa có địa bàn trọng điểm/,
    add: 'Thêm địa bàn trọng điểm',
    edit: 'Sửa địa bàn trọng điểm',
    missing: ['Xã: Hãy điền mục này.', 'Văn bản xác định: Hãy điền mục này.'],
    fill: async () => {
      await tap('Xã A Lưới 2')
      await type('Văn bản xác định', 'Danh sách năm 2026')
    },
    row: /^Xã A Lưới 2 ?từ 21\/11\/2026 · Danh sách năm 2026/,
    saved: { unit: aLuoi2, from: '2026-11-21', decision: 'Danh sách năm 2026' },
    other: { unit: aLuoi1, from: '2026-01-01', to: '2026-06-30', decision: 'Danh sách cũ' },
    otherRow: /Xã A Lưới 1 ?từ 01\/01\/2026 đến 30\/06\/2026 · Danh sách cũ/,
    mend: () => type('Văn bản xác định', 'Danh sách mới'),
    mended: { decision: 'Danh sách mới' },
  },
  {
    kind: 'target',
    role: 'province',
    list: '/targets',
    title: 'Mức chỉ tiêu',
    empty: /Chưa đặt mức nào/,
    add: 'Đặt mức chỉ tiêu',
    edit: 'Sửa mức chỉ tiêu',
    missing: ['Chỉ tiêu: Hãy điền mục này.', 'Mức (%): Hãy điền mục này.'],
    fill: async () => {
      await tap('VC1. Thôn đã có buổi')
      await type('Mức (%)', '72,5')
    },
    row: /^VC1\. Thôn đã có buổi ?Ít nhất 72,5 % đến 31\/12\/2026 · Thành phố Huế/,
    saved: { programme: idNamed('kế hoạch'), indicator: 'VC1', unit: hue, threshold: 72.5, compare: 'at-least', by: '2026-12-31' },
    other: { programme: idNamed('kế hoạch'), indicator: 'VC1', unit: aLuoi1, threshold: 60, compare: 'more-than', by: '2026-12-31' },
    otherRow: /VC1\. Thôn đã có buổi ?Trên 60 % đến 31\/12\/2026 · Xã A Lưới 1/,
    mend: () => type('Mức (%)', '65'),
    mended: { threshold: 65 },
  },
]

/** An office phone with what the forms choose from; never a record of the kind itself. */
async function deskFor({ kind, role }: Pick<Case, 'kind' | 'role'>): Promise<Seat> {
  const desk = await seatOf({ role })
  if (kind === 'material-receipt') await desk.tell('material', 'tài liệu', material)
  if (kind === 'target') await desk.tell('programme', 'kế hoạch', programme)
  return desk
}

/** A receipt knows the only set there is, so nothing is missing until two of its dates cross. */
async function spoil(kind: KindName): Promise<void> {
  if (kind === 'material-receipt') await pick('Ngày triển khai', '2026-11-20')
}

const changesOf = async ({ phone }: Seat) => (await phone.store.outbox.toArray()).map(({ change }) => change)

describe.each(cases)('the list and form of $kind', (one) => {
  const { kind, role, list, title, empty, add, edit, missing, fill, row, saved, other, otherRow, mend, mended } = one

  test('start empty, tell what is missing, keep what was entered, and list it with words', async () => {
    const desk = await deskFor(one)
    desk.open(list)
    await heading(title)
    await screen.findByText(empty)
    await tap(add, 'link')
    await heading(add)
    await spoil(kind)
    await tap(SAVE)
    const summary = await screen.findByRole('alert')
    for (const sentence of missing) within(summary).getByText(sentence)
    expect(await changesOf(desk)).toEqual([])

    await fill()
    await tap(SAVE)
    await heading(title)
    await screen.findByRole('link', { name: row })
    expect((await listRecords(desk.phone.store, kind)).map(({ data }) => data)).toEqual([expect.objectContaining(saved)])
    expect(await changesOf(desk)).toHaveLength(1)
    expect(shown()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  test(role === 'official' ? 'ask an official why, where the record is another’s' : 'let the office mend what it set', async () => {
    const desk = await deskFor(one)
    await desk.tell(kind, 'của người khác', other)
    desk.open(list)
    await tap(otherRow, 'link')
    await heading(edit)
    await mend()
    await tap(SAVE)
    if (role === 'official') {
      within(await screen.findByRole('alert')).getByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
      expect(await changesOf(desk)).toEqual([])
      await type(/^Lý do/, 'Ghi nhầm')
      await tap(SAVE)
    }
    await heading(title)
    expect(await changesOf(desk)).toMatchObject([{ set: mended, ...(role === 'official' ? { reason: 'Ghi nhầm' } : {}) }])
  })

  test('take a record away, and bring it back on "undo"', async () => {
    const desk = await deskFor(one)
    const { id } = await desk.phone.save({ kind, ...other })
    desk.open(list)
    await tap(otherRow, 'link')
    await heading(edit)
    await tap('Xoá')
    await heading(title)
    await waitFor(() => expect(screen.queryByRole('link', { name: otherRow })).toBeNull())
    expect(await desk.phone.get(id)).toMatchObject({ removed: true })
    await tap('Hoàn tác')
    await screen.findByRole('link', { name: otherRow })
  })

  test('keep what was begun, also when the app is closed, and home leads back to it', async () => {
    const desk = await deskFor(one)
    desk.open(list)
    await tap(add, 'link')
    await heading(add)
    await spoil(kind)
    await fill()
    await waitFor(async () => expect(await desk.phone.store.drafts.count()).toBe(1))
    desk.open('/')
    await tap(/tự lưu lúc .* Ghi tiếp\?/, 'link')
    await heading(add)
    await tap(SAVE)
    await heading(title)
    await screen.findByRole('link', { name: row })
  })

  test('speak both languages without a raw key or an id', async () => {
    const desk = await deskFor(one)
    desk.open(list)
    await heading(title)
    await desk.tell(kind, 'của người khác', other)
    for (const language of ['vi', 'en'] as const) {
      desk.app.preferences.language.value = language
      desk.open(list)
      const links = await waitFor(() => {
        const found = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.endsWith('/edit'))
        expect(found).toHaveLength(1)
        return found
      })
      expect(shown()).not.toMatch(RAW)
      fireEvent.click(links[0] as HTMLElement) // exactly one, as just expected
      await screen.findByRole('button', { name: language === 'vi' ? SAVE : 'Save on this phone' })
      expect(shown()).not.toMatch(RAW)
      if (language === 'en') expect(shown()).not.toMatch(/Ngày|không bắt buộc|Hãy/)
    }
  })
})

/** A key of the words, or an id. */
const RAW = /\b(term|field|hint|part|kind|problem)\.[a-z]|\b[a-z]+(-[a-z]+)*\.(list|add|edit|empty|about)\b|[0-9a-f]{8}-[0-9a-f]{4}-/

describe('"Thêm"', () => {
  const linksIn = async (name: string) => within(await screen.findByRole('navigation', { name })).getAllByRole('link')
  const texts = async (name: string) => (await linksIn(name)).map(({ textContent }) => textContent)

  test('leads an official to everything of her commune, and to what the province set', async () => {
    const official = await seatOf({ role: 'official' })
    official.open('/more')
    const own = ['Lịch dự kiến', 'Tin, bài, phát thanh', 'Số liệu đếm', 'Khảo sát', 'Cán bộ, người phụ trách', 'Danh sách thôn', 'Nhận, triển khai tài liệu']
    expect(await texts('Của xã')).toEqual(own)
    const province = ['Chương trình, kế hoạch', 'Mức chỉ tiêu', 'Địa bàn trọng điểm', 'Bộ tài liệu gửi xã', 'Dân số nền', 'Cơ quan, đoàn thể']
    expect(await texts('Của tỉnh')).toEqual(province)
  })

  test('shows a collaborator no staff list, and lets her look where she may not write', async () => {
    const her = await seatOf()
    await her.tell('tally', 'số', { unit: aLuoi1, measure: 'leaflets', value: 30, period: { from: '2026-07-01', to: '2026-09-30' }, organisation: union })
    her.open('/more')
    expect(await texts('Của xã')).not.toContain('Cán bộ, người phụ trách')
    await tap('Số liệu đếm', 'link')
    await heading('Số liệu đếm')
    fireEvent.click(await screen.findByText('Tờ rơi: 30'))
    expect(screen.queryByRole('link', { name: 'Ghi số liệu đếm' })).toBeNull()
    await waitFor(() => expect(shown()).toMatch(/Đơn vị ?Xã A Lưới 1.*Hội LHPN thành phố Huế.*Từ ngày ?01\/07\/2026.*Tờ rơi.*Số lượng ?30/))
  })
})

test('every adopted programme can be looked at: its document, its period and its indicators, and nothing can be changed', async () => {
  const her = await seatOf()
  await her.tell('programme', 'kế hoạch', programme)
  her.open('/programmes')
  fireEvent.click(await screen.findByText('Kế hoạch mẫu'))
  await screen.findByText('01/KH-MAU · 20/12/2025 · Cơ quan mẫu')
  await screen.findByText('VC1. Thôn đã có buổi')
  expect(shown()).not.toContain('hỏng')
  expect(screen.queryByRole('link', { name: /Áp dụng|Sửa/ })).toBeNull()
})

test.each(['/more', '/programmes', '/plans', 'the site'])('%s speaks both languages without a raw key or an id', async (address) => {
  const her = await seatOf()
  await her.tell('programme', 'kế hoạch', programme)
  await her.tell('plan', 'lịch', { date: '2026-11-20', unit: her.village('Tây'), form: 'film', organisation: union })
  const clb = await her.tell('site', 'clb', site({ name: 'CLB', organisation: idNamed('chưa nhận về') }))
  await her.tell('site-visit', 'thăm', { site: clb, unit: aLuoi1, date: '2026-11-20', visitKind: 'visit', organisation: union })
  const ready = { '/more': /Của xã|Of the commune/, '/programmes': 'Kế hoạch mẫu', '/plans': /T6 20|Fri 20/, 'the site': /T6 20|Fri 20/ }[address] ?? ''
  for (const language of ['vi', 'en'] as const) {
    her.app.preferences.language.value = language
    her.open(address === 'the site' ? `/site/${clb}` : address)
    const [first] = await screen.findAllByText(ready)
    if (address === '/programmes' && first) fireEvent.click(first)
    expect(shown()).not.toMatch(RAW)
    if (language === 'en') expect(shown().replace(/Tiếng Việt/, '')).not.toMatch(/Ngày|Của|Ghi|Thăm|Chưa|Sửa/)
  }
})

test('an office sees whose village is meant; a commune knows its own', async () => {
  const data = { name: 'Chi hội trưởng', duty: 'Tuyên truyền viên', unit: idNamed('thôn Tây'), organisation: union }
  const office = await seatOf({ role: 'province' })
  await office.tell('person', 'chi hội trưởng', data)
  office.open('/staff')
  await screen.findByText('Tuyên truyền viên · Thôn Tây, Xã A Lưới 1')
  const official = await seatOf({ role: 'official' })
  await official.tell('person', 'chi hội trưởng', data)
  official.open('/staff')
  await screen.findByText('Tuyên truyền viên · Thôn Tây')
})

test('a meeting of a club is logged from the club’s own screen, which then lists it; the club and the commune are known', async () => {
  const her = await seatOf()
  const id = await her.tell('site', 'clb', site({ unit: her.village('Tây') }))
  her.open(`/site/${id}`)
  await screen.findByText(/^Chưa ghi lần nào\./)
  await tap('Ghi lần thăm, sinh hoạt', 'link')
  await heading('Ghi lần thăm, sinh hoạt')
  await screen.findByText('Câu lạc bộ phòng ngừa')
  await tap(SAVE)
  within(await screen.findByRole('alert')).getByText('Sinh hoạt hay thăm: Hãy điền mục này.')
  await tap('Sinh hoạt')
  await type('Tổng số người', '12')
  await type('Trong đó nữ', '13')
  await tap(SAVE)
  within(await screen.findByRole('alert')).getByText(/Phần này là 13, lớn hơn số chung 12/)
  await type(/^Trong đó nữ/, '11')
  await tap(SAVE)
  await heading('Câu lạc bộ phòng ngừa')
  await tap(/^T7 21\/11 · Sinh hoạt ?12 người/, 'link')
  const [visit] = await listRecords(her.phone.store, 'site-visit')
  expect(visit?.data).toMatchObject({ site: id, unit: aLuoi1, date: '2026-11-21', visitKind: 'meeting', attendance: { total: 12, female: 11 } })

  await heading('Sửa lần thăm, sinh hoạt')
  await tap('Xoá')
  await heading('Câu lạc bộ phòng ngừa')
  await screen.findByText(/^Chưa ghi lần nào\./)
  await tap('Hoàn tác')
  await screen.findByText('Đã ghi 1 lần.')
})

test('what was begun at one club does not stand in the form of another', async () => {
  const her = await seatOf()
  const [one, other] = [await her.tell('site', 'một', site({ name: 'CLB một' })), await her.tell('site', 'hai', site({ name: 'CLB hai' }))]
  her.open(`/site-visit/new?site=${one}`)
  await tap('Thăm')
  await waitFor(async () => expect(await her.phone.store.drafts.count()).toBe(1))
  her.open(`/site-visit/new?site=${other}`)
  await screen.findByText('CLB hai')
  expect(screen.getByRole('button', { name: 'Thăm' }).getAttribute('aria-pressed')).toBe('false')
})

describe('a plan', () => {
  const plan = (more: Fields = {}): Fields => ({
    date: '2026-11-20',
    unit: idNamed('thôn Tây'),
    form: 'film',
    who: 'Chi hội trưởng',
    organisation: union,
    ...more,
  })

  test('becomes a session on one tap, with its day, place and form; then it counts as logged', async () => {
    const her = await seatOf()
    await her.phone.save({ kind: 'plan', ...plan() })
    her.open('/plans')
    await screen.findByRole('heading', { name: 'Đã qua ngày, chưa ghi buổi' })
    await tap('Ghi T6 20/11 · Thôn Tây', 'link')
    await heading('Ghi buổi')
    await tap('Thủ đoạn')
    await type('Nữ', '14')
    await tap(SAVE)
    await heading('Thôn Tây')
    const [session] = await listSessions(her.phone.store)
    expect(session?.data).toMatchObject({ date: '2026-11-20', unit: idNamed('thôn Tây'), form: 'film', facilitators: 'Chi hội trưởng', organisation: union })
    her.open('/plans')
    await screen.findByText('Đã ghi buổi (1)')
    expect(screen.queryByRole('link', { name: /^Ghi T6/ })).toBeNull()
  })

  test('of a day to come is logged for today, if it was held early', async () => {
    const her = await seatOf()
    await her.tell('plan', 'sắp tới', plan({ date: '2026-11-28' }))
    her.open('/plans')
    await screen.findByRole('heading', { name: 'Sắp tới' })
    await tap('Ghi T7 28/11 · Thôn Tây', 'link')
    await screen.findByText('Thôn Tây · Hôm nay, T7 21/11')
  })

  test('leaves a session that was begun before alone', async () => {
    const her = await seatOf()
    const id = await her.tell('plan', 'hôm qua', plan())
    her.open('/session/new')
    await type('Nữ', '5')
    await waitFor(async () => expect(await her.phone.store.drafts.count()).toBe(1))
    her.open(`/session/new?plan=${id}`)
    await screen.findByText(/^Thôn Tây · /)
    expect(await inField('Nữ')).toBe('')
  })
})

test('the form of a record says which it is, also by what is fixed for good and not asked again', async () => {
  const office = await seatOf({ role: 'province' })
  const id = await office.tell('baseline', 'dân số', { unit: aLuoi1, year: 2025, source: 'Niên giám thống kê', people: { total: 5200 } })
  office.open(`/baseline/${id}/edit`)
  await screen.findByRole('heading', { level: 2, name: 'Xã A Lưới 1 · 2025' })
})
