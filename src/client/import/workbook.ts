// What has to be known of an Excel file before it is read: how big it becomes, how far its cells lie apart, from which day it
// counts.

import { Unzip, UnzipInflate, unzip } from 'fflate'

interface Looked {
  /** Bytes, unpacked; no more than is needed to know that they are too many. */
  size: number
  /** Between the first and the one farthest from it, on the sheet where that is most. */
  cells: number
  since1904: boolean
  /** It says so in a word that the reader of Excel files does not know. */
  isMissed: boolean
}

const BOOK = 'xl/workbook.xml'
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/

/** A piece of a file becomes a thousand times as big at the most. */
const PIECE = 16_384

/** Not one byte more is unpacked than `most` and what one piece of the file holds, whatever the file says of itself. */
export async function lookInto(bytes: Uint8Array, most: number): Promise<Looked> {
  const texts = new Map<string, string>()
  let size = await saidSize(bytes)
  if (size <= most) {
    let real = 0
    const parts = new Unzip((part) => {
      const isRead = part.name === BOOK || SHEET.test(part.name)
      part.ondata = (error, data) => {
        if (error) return
        real += data.length
        if (isRead) texts.set(part.name, (texts.get(part.name) ?? '') + new TextDecoder('latin1').decode(data))
      }
      part.start()
    })
    parts.register(UnzipInflate)
    try {
      for (let from = 0; from < bytes.length && real <= most; from += PIECE) parts.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length)
    } catch {
      // Packed in another way, or broken: who reads it next says so.
    }
    size = Math.max(size, real)
  }
  const said = /\bdate1904="(\w+)"/.exec(texts.get(BOOK) ?? '')?.[1]
  const cells = [...texts].map(([name, text]) => (name === BOOK ? 0 : cellsOf(text)))
  return { size, cells: Math.max(0, ...cells), since1904: said === '1' || said === 'true', isMissed: said === 'true' }
}

/** As the list of parts at its end says it. */
const saidSize = (bytes: Uint8Array): Promise<number> =>
  new Promise((resolve) => {
    let size = 0
    const filter = ({ originalSize }: { originalSize: number }): boolean => {
      size += originalSize
      return false
    }
    unzip(bytes, { filter }, () => resolve(size))
  })

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
