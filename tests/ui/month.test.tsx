// November 2026 of a commune, counted by hand:
//   Đông: 20 November, 1.240 people, 700 women, 12 leaflets, at "=1+1"
//   Tây:  3 November, 30 people, women not taken, 5 for the first time, estimated; two people say different places
//   Tây:  21 November, 23 people, 17 women, still on the phone
//   Bãi:  refused by the office, so it counts for nothing
// Together 3 sessions, 1.293 people, 717 women (taken at 2), 5 for the first time (asked at 1), in 2 of 3 villages.

import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Conflict } from '../../src/model/merge.ts'
import { idNamed } from '../fixture/id-named.ts'
import { session } from '../fixture/sample.ts'
import { type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

/** The text as it is copied, the panel that offers it being open. */
async function copyText(): Promise<void> {
  await tap('Gửi qua Zalo')
  await tap('Chép đoạn chữ')
}

const otherPlace: Conflict = { change: idNamed('sửa'), account: idNamed('khác'), name: 'Cán bộ', at: EVENING, fields: { place: 'Chợ' } }

async function november({ practice = false } = {}): Promise<Seat> {
  const official = await seatOf({ role: 'official', practice })
  const [dong, tay, bai] = ['Đông', 'Tây', 'Bãi'].map((name) => official.village(name))
  const many = { unit: dong, place: '=1+1', counts: { total: 1240, female: 700, male: 540, method: 'counted' }, materials: [{ kind: 'leaflet', quantity: 12 }] }
  await official.tell('session', 'a', session(many))
  await official.tell('session', 'b', session({ unit: tay, date: '2026-11-03', counts: { total: 30, firstTime: 5, method: 'estimated' } }), {
    conflicts: [otherPlace],
  })
  await official.tell('session', 'tháng trước', session({ unit: tay, date: '2026-10-31', counts: { total: 999, method: 'counted' } }))
  official.server.refuse = ({ n }) => (n === 1 ? [{ code: 'not-valid', path: [] }] : undefined)
  await official.phone.save({ unit: bai, date: '2026-11-19', counts: { total: 500, method: 'counted' } })
  await official.phone.sync()
  await official.phone.save({ unit: tay, date: '2026-11-21', counts: { total: 23, female: 17, male: 6, method: 'counted' } })
  official.open('/month')
  await screen.findByRole('table', { name: 'Theo thôn' })
  return official
}

/** What a label of the sums says: "717". */
function sum(label: RegExp): string | null | undefined {
  const sums = document.querySelector('.paper-sums')
  const line = [...(sums?.children ?? [])].find((child) => label.test(child.querySelector('dt')?.textContent?.trim() ?? ''))
  return line?.querySelector('dd')?.textContent
}

const cells = (row: HTMLElement): (string | null)[] => [...row.children].map(({ textContent }) => textContent)

test('the sums are those of the records, each with how many sessions took the number', async () => {
  await november()
  expect(sum(/^Số buổi$/)).toBe('3')
  expect(sum(/^Thôn đã có buổi$/)).toBe('2 / 3')
  expect(sum(/^Lượt người dự$/)).toBe('1.293')
  expect(sum(/^Nữ \(ghi ở 2\/3 buổi\)$/)).toBe('717')
  expect(sum(/^Nam \(ghi ở 2\/3 buổi\)$/)).toBe('546')
  expect(sum(/^Mới dự lần đầu \(ghi ở 1\/3 buổi\)$/)).toBe('5')
  expect(sum(/^Tờ rơi$/)).toBe('12')
  expect(sum(/^Người dân tộc thiểu số/)).toBeUndefined()
})

test('the line of each village, and their sum; what was not taken is a dash, not zero; what only some took is marked', async () => {
  await november()
  const [, ...rows] = within(screen.getByRole('table', { name: 'Theo thôn' })).getAllByRole('row')
  expect(rows.map(cells)).toEqual([
    ['Thôn Bãi', '–', '–', '–', '–', '–'],
    ['Thôn Đông', '1', '1.240', '700', '–', '–'],
    ['Thôn Tây', '2', '53', '17*', '–', '5*'],
    ['Cộng', '3', '1.293', '717*', '–', '5*'],
  ])
  expect(shown()).toContain('Dấu – là chưa có bản ghi nào, không phải bằng 0.')
  expect(shown()).toContain('* Chỉ cộng những buổi có ghi.')
})

test('the sessions stand oldest first with their attendance, estimates marked, and the paper says what is in it', async () => {
  await november()
  const [, ...rows] = within(screen.getByRole('table', { name: 'Các buổi đã tổ chức' })).getAllByRole('row')
  expect(rows.map((row) => [row.children[0], row.children[1], row.children[4]].map((cell) => cell?.textContent))).toEqual([
    ['03/11/2026', 'Thôn Tây', '30 (Ước lượng, chưa chọn bản đúng)'],
    ['20/11/2026', 'Thôn Đông', '1.240'],
    ['21/11/2026', 'Thôn Tây', '23'],
  ])
  const paper = shown()
  expect(paper).toContain('Kết quả truyền thông phòng, chống mua bán người tháng 11/2026')
  expect(paper).toContain('từ 01/11/2026 đến 30/11/2026')
  expect(paper).toContain('1 thôn chưa có buổi nào trong kỳ: Thôn Bãi.')
  expect(paper).toContain('Có tính cả 1 buổi trên máy này chưa gửi.')
  expect(paper).toContain('Chưa tính 1 buổi cần xem lại.')
  expect(paper).toContain('Có 1 buổi hai người ghi khác nhau, chưa chọn bản đúng')
  expect(paper).not.toContain('Diễn tập')
})

test('the text for Zalo says the same numbers, and the same of what is in them and what is not', async () => {
  const official = await november()
  await copyText()
  await screen.findByText('Đã chép. Mở Zalo và dán vào.')
  expect(official.copied[0]?.split('\n')).toEqual([
    'Xã A Lưới 1: Kết quả truyền thông phòng, chống mua bán người tháng 11/2026 (từ 01/11/2026 đến 30/11/2026)',
    '- Số buổi: 3',
    '- Thôn đã có buổi: 2/3',
    '- Lượt người dự: 1.293',
    '- Nữ: 717 (ghi ở 2/3 buổi)',
    '- Nam: 546 (ghi ở 2/3 buổi)',
    '- Mới dự lần đầu: 5 (ghi ở 1/3 buổi)',
    '- Số buổi ước lượng: 1',
    '1 thôn chưa có buổi nào trong kỳ: Thôn Bãi',
    '• 03/11/2026 Thôn Tây: 30 (Ước lượng, chưa chọn bản đúng)',
    '• 20/11/2026 Thôn Đông: 1.240',
    '• 21/11/2026 Thôn Tây: 23',
    'Số liệu nhận về lúc 21:00.',
    'Có tính cả 1 buổi trên máy này chưa gửi.',
    'Chưa tính 1 buổi cần xem lại.',
    'Có 1 buổi hai người ghi khác nhau, chưa chọn bản đúng: tạm tính bản đang có.',
  ])
})

test('where the phone does not let text be copied, it is shown to be copied by hand', async () => {
  const official = await november()
  official.app.outlet.copyText = async () => false
  await copyText()
  await screen.findByText('Máy không cho chép. Hãy chọn đoạn chữ rồi chép bằng tay.')
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Xem đoạn chữ' })).value).toContain('- Lượt người dự: 1.293')
})

/** The file's rows; none of its cells holds a line break. */
async function csvOf(official: Seat): Promise<string[][]> {
  await tap('Tải tệp CSV')
  await waitFor(() => expect(official.files.length).toBe(1))
  const lines = (official.files[0]?.content ?? '')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  return lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, -1).map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
  )
}

test('the CSV has the records that make up the sums, with a place that a spreadsheet would calculate as plain text', async () => {
  const official = await november()
  const [head = [], ...rows] = await csvOf(official)
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? 'no such column')
  const summed = (name: string) => column(name).reduce((sum, value) => sum + Number(value), 0)
  expect([summed('Tổng số người'), summed('Nữ'), summed('Nam'), summed('Mới dự lần đầu'), summed('Tờ rơi')]).toEqual([1293, 717, 546, 5, 12])
  expect(column('Nữ')).toEqual(['', '700', '17'])
  expect(column('Cách đếm')).toEqual(['Ước lượng', 'Đếm được', 'Đếm được'])
  expect(column('Thôn')).toEqual(['Thôn Tây', 'Thôn Đông', 'Thôn Tây'])
  expect(column('Nơi tổ chức')).toEqual(['', "'=1+1", ''])
  expect(official.files[0]?.name).toBe('xa-a-luoi-1-2026-11-01.csv')
  expect(official.files[0]?.content.startsWith('\ufeff')).toBe(true)
})

test('practice says that it is practice on the screen, on paper, in the text, in the file and in its name', async () => {
  const official = await november({ practice: true })
  expect(document.querySelector('.practice-strip')?.textContent).toBe('Diễn tập · không phải số liệu thật')
  expect(document.querySelector('.paper .paper-practice')?.textContent).toBe('Diễn tập – không phải số liệu thật')
  await copyText()
  await screen.findByText('Đã chép. Mở Zalo và dán vào.')
  expect(official.copied[0]?.split('\n')[0]).toBe('Diễn tập – không phải số liệu thật')
  const [head, ...rows] = await csvOf(official)
  expect(head?.at(-1)).toBe('Diễn tập')
  expect(rows.map((row) => row.at(-1))).toEqual(rows.map(() => 'Diễn tập – không phải số liệu thật'))
  expect(official.files[0]?.name).toBe('dien-tap-xa-a-luoi-1-2026-11-01.csv')
})

test('a month in which nothing was recorded has no data, which is not zero', async () => {
  const official = await seatOf({ role: 'official' })
  official.open('/month')
  await screen.findByText('Chưa có số liệu trong kỳ này (không phải bằng 0).')
  expect(screen.queryByRole('table')).toBeNull()
  expect(shown()).toContain('3 thôn chưa có buổi nào trong kỳ:')
  await copyText()
  await screen.findByText('Đã chép. Mở Zalo và dán vào.')
  expect(official.copied[0]).toContain('\nChưa có số liệu trong kỳ này (không phải bằng 0).\n')
  expect(official.copied[0]).not.toMatch(/: 0(\/\d+)?$/m)
})
