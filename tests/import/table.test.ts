// Files as people have them: Excel with a title above the headings, CSV cut by commas, semicolons or tabs, in the encodings that
// Excel saves; and those that are something else.

import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { findHead } from '../../src/client/import/columns.ts'
import { MOST_LINES, readTable } from '../../src/client/import/file.ts'
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
  ['not-a-table', zipSync({ 'readme.txt': new Uint8Array([65]) })],
  ['not-a-table', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ['not-a-table', new Uint8Array([65, 0, 66, 0, 0, 1])],
  ['letters', new Uint8Array([0x54, 0x68, 0xf4, 0x6e])],
  ['empty', new Uint8Array([])],
  ['empty', new TextEncoder().encode(',,\n,,\n')],
  ['too-big', new Uint8Array(2_000_001)],
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
