// A table out of a file that somebody has: of an Excel file the sheet that fits best, or a CSV however it was cut. Nothing in it is
// run, and how big it is, is known before it is opened.

import { parse } from 'papaparse'
import readExcel from 'read-excel-file/browser'
import { failed, ok, type Result } from '../../model/result.ts'
import { type Cell, DAYS_TO_1904, isBlank, type Line, type Table } from './line.ts'
import { lookInto } from './workbook.ts'

/** What is wrong with a whole file. Words for it: "import.file.". */
export type FileFault = 'too-big' | 'old-excel' | 'locked' | 'pdf' | 'picture' | 'word' | 'not-a-table' | 'letters' | 'empty' | 'too-long'

const MOST_BYTES = 5_000_000
/** Unpacked. */
const MOST_UNPACKED = 50_000_000
/** Cells between the first and the one farthest from it: a single one in the last corner makes an empty table of billions. */
const MOST_CELLS = 2_000_000
/** What is to be kept, and above it a title and the headings. */
export const MOST_LINES = 5015

/** `fitOf`: how well a sheet fits what is looked for; of equals the first is taken. */
export async function readTable(file: Blob, fitOf: (lines: readonly Line[]) => number = () => 0): Promise<Result<Table, FileFault>> {
  const other = otherFile(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
  if (other) return failed(other)
  if (file.size > MOST_BYTES) return failed('too-big')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const table = startsWith(bytes, ZIP) ? await tableOfExcel(bytes, fitOf) : startsWith(bytes, OLD_EXCEL) ? failed(oldFault(bytes)) : tableOfText(bytes)
  if (!table.ok) return table
  const lines = withoutBlankEnd(table.value.lines)
  if (lines.length === 0) return failed('empty')
  return lines.length > MOST_LINES ? failed('too-long') : ok({ ...table.value, lines })
}

function withoutBlankEnd(lines: readonly Line[]): readonly Line[] {
  let end = lines.length
  while (end > 0 && isBlank(lines[end - 1] ?? [])) end--
  return lines.slice(0, end)
}

const ZIP = [0x50, 0x4b]
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, place) => bytes[place] === byte)

/** How files begin that people choose by mistake: from which byte on, with what. */
const others: readonly [FileFault, number, string][] = [
  ['pdf', 0, '%PDF'],
  ['picture', 1, 'PNG'],
  ['picture', 0, '\xff\xd8\xff'],
  ['picture', 0, 'GIF8'],
  ['picture', 8, 'WEBP'],
  ['picture', 4, 'ftyp'],
  ['word', 0, '{\\rtf'],
  // What some programs call .xls is a page.
  ['old-excel', 0, '<'],
  ['old-excel', 0, '\xef\xbb\xbf<'],
]

function otherFile(start: Uint8Array): FileFault | undefined {
  const said = latin(start)
  return others.find(([, from, begin]) => said.startsWith(begin, from))?.[0]
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** A new file under a password lies in a box of the old kind, with this name in it, two bytes a letter; so does an old Word file. */
const inOldBox = { locked: [...'EncryptedPackage'].join('\0'), word: [...'WordDocument'].join('\0') } as const

function oldFault(bytes: Uint8Array): FileFault {
  const said = latin(bytes)
  return said.includes(inOldBox.locked) ? 'locked' : said.includes(inOldBox.word) ? 'word' : 'old-excel'
}

async function tableOfExcel(bytes: Uint8Array<ArrayBuffer>, fitOf: (lines: readonly Line[]) => number): Promise<Result<Table, FileFault>> {
  const { size, cells, since1904, isMissed } = await lookInto(bytes, MOST_UNPACKED)
  if (size > MOST_UNPACKED || cells > MOST_CELLS) return failed('too-big')
  const toCell = (value: unknown): Cell => {
    if (value instanceof Date) return isMissed ? new Date(value.getTime() + DAYS_TO_1904 * DAY_MS) : value
    return typeof value === 'number' ? value : String(value ?? '').trim()
  }
  try {
    const sheets = await readExcel(bytes.buffer)
    const tables = sheets.map(({ sheet, data }) => ({ sheet, lines: data.map((line) => line.map(toCell)) })).filter(({ lines }) => !lines.every(isBlank))
    const best = tables.reduce((one, other) => (fitOf(other.lines) > fitOf(one.lines) ? other : one), tables[0] ?? { sheet: '', lines: [] })
    return ok({ ...best, others: tables.length - 1, since1904 })
  } catch {
    return failed(latin(bytes).includes('word/document.xml') ? 'word' : 'not-a-table')
  }
}

const DAY_MS = 86_400_000

function tableOfText(bytes: Uint8Array): Result<Table, FileFault> {
  const text = decoded(bytes)
  if (text === undefined) return failed('letters')
  if (text.includes('\u0000')) return failed('not-a-table')
  // It finds out by itself what stands between the cells.
  const lines = parse<string[]>(text.trimEnd()).data.map((line): Line => line.map((cell) => cell.trim().replace(KEPT_AS_TEXT, '')))
  return ok({ lines, sheet: '', others: 0, since1904: false })
}

/** What a spreadsheet would run, our own files mark as text (report/csv.ts). */
const KEPT_AS_TEXT = /^'(?=[=+\-@])/

/** UTF-8, or UTF-16 as Excel's "Unicode text" is. Any other would turn Vietnamese letters into others. */
function decoded(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
