// A paper as an Excel file: the same figures as numbers, days as days, texts that never run, names that Excel takes.

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { sheetNames } from '../../src/client/report/excel/sheet-name.ts'
import type { PaperTable } from '../../src/client/report/paper.ts'
import { cleanText } from '../../src/model/text.ts'
import { expectExcelFigures, opened } from '../fixture/file-figures.ts'
import { part, partsOf } from '../fixture/office-file.ts'
import { hostilePaper, hostileTexts, quarterPaper, unionPaper, yearPaper } from '../fixture/paper.ts'
import { all, one, textOf } from '../fixture/xml.ts'

test.each([
  ['a commune’s quarter', quarterPaper()],
  ['the Union’s', unionPaper()],
  ['a province’s year', yearPaper(Array.from({ length: 9 }, (_, place) => `Xã ${place + 1}`))],
])('every figure of %s is a number in its sheet, and no number is added', async (_, paper) => {
  await expectExcelFigures(paper)
})

test('what paper says about a percentage stands beside the number', async () => {
  const sheet = (await opened(paperToExcel(quarterPaper()))).find(({ sheet: name }) => name === 'Chỉ tiêu so với mức được giao')
  expect(sheet?.data[2]?.slice(0, 4)).toEqual(['Chỉ tiêu', 'Kết quả', 'Kết quả (như trong báo cáo)', 'Mức'])
  expect(sheet?.data[3]?.slice(1, 4)).toEqual([0.833, '10/12 thôn (83,3 %)', 0.8])
  expect(sheet?.data[5]?.slice(1, 4)).toEqual(['chưa đủ số liệu', null, 0.75])
})

test('the first sheet says what, whose, of which days, and where the figures come from', async () => {
  const [about] = await opened(paperToExcel(quarterPaper(), { stale: 'Số liệu đã đổi từ ngày 20/9/2026.' }))
  const said = about?.data.flat()
  for (const words of [
    'Báo cáo Kết quả truyền thông phòng, chống mua bán người quý III năm 2026',
    'Diễn tập – không phải số liệu thật',
    'Số liệu đã đổi từ ngày 20/9/2026.',
    'Ủy ban nhân dân xã A Lưới 1',
    quarterPaper().dates[0],
    'Lượt người: một người dự hai buổi được tính hai lần.',
    'Các buổi truyền thông trong kỳ',
  ])
    expect(said).toContain(words)
})

test('headings stay in sight and are printed on every page; practice is said on each sheet and each page', () => {
  const parts = partsOf(paperToExcel(quarterPaper()))
  const sheets = Object.keys(parts)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .map((name) => part(parts, name))
  expect(sheets).toHaveLength(4)
  for (const sheet of sheets.slice(1)) expect(one(sheet, 'pane').attributes).toMatchObject({ ySplit: '3', state: 'frozen', topLeftCell: 'A4' })
  for (const sheet of sheets) expect(textOf(one(sheet, 'oddHeader'))).toBe('&CDiễn tập – không phải số liệu thật')
  expect(all(part(parts, 'xl/workbook.xml'), 'definedName').map(textOf)).toEqual([
    "'Kết quả theo thôn'!$3:$3",
    "'Chỉ tiêu so với mức được giao'!$3:$3",
    "'Các buổi truyền thông trong kỳ'!$3:$3",
  ])
  const real = partsOf(paperToExcel({ ...quarterPaper(), practice: false }))
  expect(JSON.stringify(real)).not.toContain('Diễn tập')
})

test('whole numbers, percentages and days have their formats; columns are wide enough for them', () => {
  const parts = partsOf(paperToExcel({ ...quarterPaper(), annexes: [big] }))
  const styles = part(parts, 'xl/styles.xml')
  const formats = all(one(styles, 'cellXfs'), 'xf').map(({ attributes }) => attributes['numFmtId'])
  expect(all(styles, 'numFmt').map(({ attributes }) => attributes['formatCode'])).toEqual(['0.0%', 'dd/mm/yyyy'])
  const sheet = part(parts, 'xl/worksheets/sheet4.xml')
  const formatOf = (ref: string) => formats[Number(all(sheet, 'c').find(({ attributes }) => attributes['r'] === ref)?.attributes['s'])]
  expect([formatOf('A4'), formatOf('B4'), formatOf('C4'), formatOf('D4')]).toEqual(['3', '164', '165', '0'])
  const widths = all(sheet, 'col').map(({ attributes }) => Number(attributes['width']))
  const needed = ['1.234.567.890', '115,5 %', '15/06/2026', 'hai mươi chữ cái đây'].map(({ length }) => length)
  expect(needed.filter((width, place) => width > (widths[place] ?? 0))).toEqual([])
})

test('a table of two words has room for its notes, and one of many fits a page across', () => {
  const widthsOf = (table: PaperTable): number[] =>
    all(part(partsOf(paperToExcel({ ...quarterPaper(), blocks: [], annexes: [table] })), 'xl/worksheets/sheet2.xml'), 'col').map(({ attributes }) =>
      Number(attributes['width']),
    )
  const wide = Array.from({ length: 8 }, () => ({ heading: 'Nguồn', as: 'words' as const, width: 1 }))
  const sum = (widths: readonly number[]): number => widths.reduce((before, width) => before + width, 0)
  expect(sum(widthsOf({ ...big, columns: big.columns.slice(0, 2), rows: [[{ text: 'Cấp xã' }, { whole: 5 }]] }))).toBe(60)
  const long = widthsOf({ ...big, columns: wide, rows: [wide.map(() => ({ text: 'chữ '.repeat(40) }))] })
  expect(sum(long)).toBeLessThanOrEqual(170)
  expect(Math.min(...long)).toBeGreaterThanOrEqual(16)
})

const big: PaperTable = {
  id: 'big',
  title: 'Lớn',
  columns: ['a', 'b', 'c', 'd'].map((heading) => ({ heading, as: 'numbers', width: 1 })),
  rows: [[{ whole: 1_234_567_890 }, { percent: 115.5, said: '115,5 %' }, { date: '2026-06-15' }, { text: 'hai mươi chữ cái đây' }]],
  notes: [],
}

test.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('%j is a text wherever it stands, and runs nowhere', async (_, text) => {
  const bytes = paperToExcel(hostilePaper(text), { stale: text })
  const parts = partsOf(bytes)
  expect(Object.values(parts).flatMap((each) => all(each, 'f'))).toEqual([])
  const shown = cleanText(text).replace(/[\ufffe\uffff]/g, '')
  const strings = all(part(parts, 'xl/sharedStrings.xml'), 't').map((each) => textOf(each).replaceAll('_x005F_', '_'))
  if (text !== '') expect(strings).toContain(shown)
  const sheets = await opened(bytes)
  expect(sheets).toHaveLength(4)
  // Numbers are where they were, whatever stands around them.
  expect(sheets.slice(1).map(({ data }) => data.flat().filter((cell) => typeof cell === 'number'))).toEqual(Array.from({ length: 3 }, () => [7, 0.375, 7]))
})

test('a text that a program would run once somebody types into its cell is marked as text', () => {
  const parts = partsOf(paperToExcel(hostilePaper('=1+1')))
  const quoted = all(one(part(parts, 'xl/styles.xml'), 'cellXfs'), 'xf').map(({ attributes }) => attributes['quotePrefix'] === '1')
  const cells = all(part(parts, 'xl/worksheets/sheet2.xml'), 'c').filter(({ attributes }) => /^A[3-6]$/.test(attributes['r'] ?? ''))
  expect(cells.map(({ attributes }) => quoted[Number(attributes['s'])])).toEqual([true, true, true, true])
  const plain = partsOf(paperToExcel(hostilePaper('1+1')))
  expect(all(part(plain, 'xl/worksheets/sheet2.xml'), 'c').filter(({ attributes }) => quoted[Number(attributes['s'])])).toEqual([])
})

test('no cell holds more than Excel takes', async () => {
  const sheets = await opened(paperToExcel(hostilePaper('x'.repeat(40_000))))
  expect(Math.max(...sheets.flatMap(({ data }) => data.flat()).map((cell) => (typeof cell === 'string' ? cell.length : 0)))).toBe(32_767)
})

test('names of sheets are legal, short and all different', () => {
  const titles = [
    'Kết quả theo thôn',
    'KẾT QUẢ THEO THÔN',
    "'a/b:c*d?e[f]g\\h'",
    '',
    'History',
    'Tình hình thực hiện các chỉ tiêu của kế hoạch năm 2026',
    'Tình hình thực hiện các chỉ tiêu của kế hoạch năm 2025',
    '😀'.repeat(20),
  ]
  const names = sheetNames(titles, 'Bảng')
  expect(names).toEqual([
    'Kết quả theo thôn',
    'KẾT QUẢ THEO THÔN (2)',
    'a b c d e f g h',
    'Bảng',
    'History (2)',
    'Tình hình thực hiện các chỉ',
    'Tình hình thực hiện các chỉ (2)',
    '😀'.repeat(15),
  ])
  expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))).toEqual([])
})

test('the same paper makes the same bytes, in any time zone', () => {
  const before = process.env['TZ']
  try {
    const files = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
      process.env['TZ'] = zone
      return paperToExcel(quarterPaper())
    })
    expect(files[1]).toEqual(files[0])
    expect(files[2]).toEqual(files[0])
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
  expect(strFromU8(unzipSync(paperToExcel(quarterPaper()))['docProps/core.xml'] ?? new Uint8Array())).toContain('2026-09-08T00:00:00Z')
})

test('it says how far it is, up to the end', () => {
  const told: [number, number][] = []
  paperToExcel(quarterPaper(), { onProgress: (done, of) => told.push([done, of]) })
  expect(told).toEqual([
    [50, 56],
    [56, 56],
  ])
})
