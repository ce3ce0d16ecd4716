// What has to be known of an Excel file before it is read: how big it becomes, how far its cells lie apart, from which day it
// counts.

import { unzip } from 'fflate'

/** Bytes, as the file says of itself. Nothing is unpacked to learn it. A file that can't be read even so is told by who reads it next. */
export const readingSize = (bytes: Uint8Array): Promise<number> =>
  new Promise((resolve) => {
    let size = 0
    const filter = ({ originalSize }: { originalSize: number }): boolean => {
      size += originalSize
      return false
    }
    unzip(bytes, { filter }, () => resolve(size))
  })

interface Looked {
  /** Between the first and the one farthest from it, on the sheet where that is most. */
  cells: number
  since1904: boolean
  /** It says so in a word that the reader of Excel files does not know. */
  isMissed: boolean
}

const BOOK = 'xl/workbook.xml'
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/

export async function lookInto(bytes: Uint8Array): Promise<Looked> {
  const parts = await unpacked(bytes, (name) => name === BOOK || SHEET.test(name))
  const said = /\bdate1904="(\w+)"/.exec(textOf(parts[BOOK]))?.[1]
  const sheets = Object.keys(parts).filter((name) => name !== BOOK)
  return {
    cells: Math.max(0, ...sheets.map((name) => cellsOf(textOf(parts[name])))),
    since1904: said === '1' || said === 'true',
    isMissed: said === 'true',
  }
}

const unpacked = (bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Record<string, Uint8Array>> =>
  new Promise((resolve) => unzip(bytes, { filter: ({ name }) => wanted(name) }, (error, parts) => resolve(error ? {} : parts)))

const textOf = (part: Uint8Array | undefined): string => (part ? new TextDecoder('latin1').decode(part) : '')

/** The lowest line there is in Excel: one that says it lies below is none, and would be made room for all the same. */
const LOWEST = 1_048_576

/** Lines and cells that are only coloured take no room. */
function cellsOf(sheet: string): number {
  let [most, last] = [0, 0]
  for (const [, name, letters = '', line, closed] of sheet.matchAll(/<(row|c) [^>]*?\br="([A-Z]*)(\d+)"[^>]*?(\/?)>/g)) {
    if (Number(line) > LOWEST) return Number.POSITIVE_INFINITY
    if (name === 'row' || closed) continue
    most = Math.max(most, columnNumber(letters))
    last = Math.max(last, Number(line))
  }
  return most * last
}

/** "A" is 1, "AA" is 27. */
const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
