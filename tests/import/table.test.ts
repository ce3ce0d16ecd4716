// Files as people have them: Excel with a title above the headings, CSV cut by commas, semicolons or tabs, in the encodings that
// Excel saves; and those that are something else.

import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { findHead } from '../../src/client/import/columns.ts'
import { MOST_LINES, readTable } from '../../src/client/import/file.ts'
import { dateIn } from '../../src/client/import/row.ts'
import { sessionColumns } from '../../src/client/import/session-columns.ts'
import { villageColumns } from '../../src/client/import/village-sheet.ts'

const utf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

const table = async (...parts: BlobPart[]) => {
  const read = await readTable(new Blob(parts))
  if (!read.ok) throw new Error(read.problem)
  return read.value.lines
}

const fault = async (...parts: BlobPart[]) => {
  const read = await readTable(new Blob(parts))
  return read.ok ? read.value : read.problem
}

const BOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
const OF_OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** As Excel packs one sheet; `days`: what the workbook says of them; the cells are given as its XML. */
function sheetXml(rows: string, days = ''): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${OF_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${BOOK}<workbookPr ${days}/><sheets><sheet name="Buổi" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OF_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OF_OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

const village = [
  ['Tên thôn', 'Tên cũ'],
  ['Thôn Pa Rưng', ''],
  ['Tổ dân phố 2', 'Thôn Bốt Đỏ'],
]

test.each([
  ['commas', 'Tên thôn,Tên cũ\r\nThôn Pa Rưng,\r\nTổ dân phố 2,Thôn Bốt Đỏ\r\n'],
  ['semicolons, as Excel in Vietnam saves it', 'Tên thôn;Tên cũ\nThôn Pa Rưng;\nTổ dân phố 2;Thôn Bốt Đỏ'],
  ['tabs', 'Tên thôn\tTên cũ\nThôn Pa Rưng\t\nTổ dân phố 2\tThôn Bốt Đỏ\n'],
  ['quotes', '"Tên thôn","Tên cũ"\n"Thôn Pa Rưng",""\n"Tổ dân phố 2","Thôn Bốt Đỏ"\n'],
  ['a byte order mark', '\ufeffTên thôn,Tên cũ\nThôn Pa Rưng,\nTổ dân phố 2,Thôn Bốt Đỏ'],
])('a CSV cut by %s', async (_, text) => {
  expect(await table(text)).toEqual(village)
})

test('what Excel calls Unicode text', async () => {
  expect(await table(utf16('Tên thôn\tTên cũ\r\nThôn Pa Rưng\t\r\nTổ dân phố 2\tThôn Bốt Đỏ\r\n'))).toEqual(village)
})

test('an Excel file: numbers and dates are numbers and dates, an empty sheet before it is passed over', async () => {
  const day = new Date(Date.UTC(2025, 6, 1))
  const file = await writeExcel([
    { sheet: 'Trống', data: [[]] },
    {
      sheet: 'Thôn',
      data: [
        [{ value: 'Tên thôn' }, { value: 'Số hộ' }, { value: 'Từ ngày' }],
        [{ value: 'Thôn Pa Rưng' }, { value: 1234 }, { value: day, type: Date, format: 'dd/mm/yyyy' }],
      ],
    },
  ] as never).toBuffer()
  expect(await table(new Uint8Array(file))).toEqual([
    ['Tên thôn', 'Số hộ', 'Từ ngày'],
    ['Thôn Pa Rưng', 1234, day],
  ])
})

test.each([
  ['old-excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['pdf', new TextEncoder().encode('%PDF-1.7\n1 0 obj')],
  ['picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])],
  ['picture', new TextEncoder().encode('\0\0\0 ftypheic')],
  ['word', new Uint8Array([...new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ...Buffer.from('WordDocument', 'utf16le')])],
  ['word', zipSync({ 'word/document.xml': new Uint8Array([65]) })],
  ['old-excel', new TextEncoder().encode('<html><table><tr><td>Thôn')],
  ['not-a-table', zipSync({ 'readme.txt': new Uint8Array([65]) })],
  ['not-a-table', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ['not-a-table', new Uint8Array([65, 0, 66, 0, 0, 1])],
  ['letters', new Uint8Array([0x54, 0x68, 0xf4, 0x6e])],
  ['empty', new Uint8Array([])],
  ['empty', new TextEncoder().encode(',,\n,,\n')],
  ['locked', new Uint8Array([...new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ...Buffer.from('EncryptedPackage', 'utf16le')])],
  ['too-big', new Uint8Array(20_000_000)],
  ['pdf', new Uint8Array([...Buffer.from('%PDF'), ...new Uint8Array(6_000_000)])],
  ['too-big', sheetXml('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')],
  ['too-big', sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
  ['too-big', zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000) })],
  ['too-long', new TextEncoder().encode('a\n'.repeat(MOST_LINES + 1))],
] as const)('%s is said of a file that is', async (expected, bytes) => {
  expect(await fault(bytes as Uint8Array<ArrayBuffer>)).toBe(expected)
})

test('headings are found below a title, in other words and another order', () => {
  const lines = [['UBND XÃ A LƯỚI 1'], ['DANH SÁCH THÔN'], [], ['TT', 'Từ ngày', 'TÊN THÔN / TỔ DÂN PHỐ'], [1, '', 'Thôn 1']]
  expect(findHead(lines, villageColumns)).toEqual({ at: 3, places: { name: 2, validFrom: 1 } })
})

test('a table without headings names no column', () => {
  expect(findHead([['Thôn 1'], ['Thôn 2']], villageColumns)).toEqual({ at: -1, places: {} })
})

test.each([
  ['', 45_976, 45_976],
  ['date1904="1"', 44_514, 44_514],
  ['date1904="true"', 44_514, 44_514],
])('a day is the same day however the workbook counts: %s', async (days, shown, plain) => {
  const read = await readTable(new Blob([sheetXml(`<row r="1"><c r="A1" s="1"><v>${shown}</v></c><c r="B1"><v>${plain}</v></c></row>`, days)]))
  if (!read.ok) throw new Error(read.problem)
  const [formatted, number] = read.value.lines[0] ?? []
  expect(formatted).toEqual(new Date(Date.UTC(2025, 10, 15)))
  expect(dateIn(number ?? '', ['date'], read.value.since1904)).toBe('2025-11-15')
})

test('a file whose parts become more than it says of itself is refused, and takes no room', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(55_000_000) })
  const view = new DataView(bytes.buffer)
  // The sizes in the list of parts, at the end of the file: 55 MB are said to be 1 kB.
  const list = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  view.setUint32(list + 24, 1000, true)
  expect(await fault(bytes)).toBe('too-big')
})

test('of several sheets the one is read that names most columns, and it says how many are left', async () => {
  const sheet = (name: string, rows: string[][]) => ({ sheet: name, data: rows.map((row) => row.map((value) => ({ value }))) })
  const made = await writeExcel([sheet('Bìa', [['UBND xã']]), sheet('Thôn', village)] as never).toBuffer()
  const read = await readTable(new Blob([new Uint8Array(made)]), (lines) => Object.keys(findHead(lines, villageColumns).places).length)
  expect(read).toMatchObject({ ok: true, value: { sheet: 'Thôn', others: 1 } })
})

test('under a heading for several columns stands what each of them is', () => {
  const lines = [
    ['TT', 'Ngày', 'Thôn', 'Số người tham dự', '', 'Ghi chú'],
    ['', '', '', 'Tổng số', 'Nữ', ''],
    [1, '15/3/2026', 'Đông', 40, 25, ''],
  ]
  expect(findHead(lines, sessionColumns)).toMatchObject({ at: 1, from: 0, places: { date: 1, unit: 2, 'counts.total': 3, 'counts.female': 4, note: 5 } })
})
