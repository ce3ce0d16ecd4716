// A table out of a file that somebody has: the first sheet of an Excel file with something on it, or a CSV however it was
// cut. Nothing in it is run, and how big it is, is known before it is opened.

import { unzip } from 'fflate'
import { parse } from 'papaparse'
import readExcel from 'read-excel-file/browser'
import { failed, ok, type Result } from '../../model/result.ts'
import { type Cell, isBlank, type Line } from './line.ts'

/** What is wrong with a whole file. Words for it: "import.file.". */
export type FileFault = 'too-big' | 'old-excel' | 'not-a-table' | 'letters' | 'empty' | 'too-long'

const MOST_BYTES = 2_000_000
/** Unpacked, as the file says of itself. */
const MOST_UNPACKED = 50_000_000
export const MOST_LINES = 3000

export async function readTable(file: Blob): Promise<Result<Line[], FileFault>> {
  if (file.size > MOST_BYTES) return failed('too-big')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const lines = startsWith(bytes, ZIP) ? await linesOfExcel(bytes) : startsWith(bytes, OLD_EXCEL) ? failed<FileFault>('old-excel') : linesOfText(bytes)
  if (!lines.ok) return lines
  if (lines.value.every(isBlank)) return failed('empty')
  return lines.value.length > MOST_LINES ? failed('too-long') : lines
}

const ZIP = [0x50, 0x4b]
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, place) => bytes[place] === byte)

async function linesOfExcel(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Line[], FileFault>> {
  if ((await unpackedSize(bytes)) > MOST_UNPACKED) return failed('too-big')
  try {
    const sheets = await readExcel(bytes.buffer)
    const lines = sheets.map(({ data }) => data.map((line) => line.map(toCell)))
    return ok(lines.find((sheet) => !sheet.every(isBlank)) ?? [])
  } catch {
    return failed('not-a-table')
  }
}

/** Nothing is unpacked to learn it. A file that can't be read even so is told by who reads it next. */
const unpackedSize = (bytes: Uint8Array): Promise<number> =>
  new Promise((resolve) => {
    let size = 0
    const filter = ({ originalSize }: { originalSize: number }): boolean => {
      size += originalSize
      return false
    }
    unzip(bytes, { filter }, () => resolve(size))
  })

const toCell = (value: unknown): Cell => {
  if (typeof value === 'number' || value instanceof Date) return value
  return value === null || value === undefined ? '' : String(value).trim()
}

function linesOfText(bytes: Uint8Array): Result<Line[], FileFault> {
  const text = decoded(bytes)
  if (text === undefined) return failed('letters')
  if (text.includes('\u0000')) return failed('not-a-table')
  // It finds out by itself what stands between the cells.
  return ok(parse<string[]>(text.trimEnd()).data.map((line) => line.map((cell) => cell.trim())))
}

/** UTF-8, or UTF-16 as Excel's "Unicode text" is. Any other would turn Vietnamese letters into others. */
function decoded(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
