// A page of a PDF as a PNG of sixteen greys: a page of letters takes half of what it does with all of them.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { chunk, SIGNATURE } from './indexed-png.ts'

const BITS = 4

export function drawPage(pdf: string, page: number, png: string, dotsPerInch: number): void {
  const words = ['-gray', '-r', String(dotsPerInch), '-f', String(page), '-l', String(page), pdf]
  writeFileSync(png, toPng(execFileSync('pdftoppm', words, { maxBuffer: 100_000_000 })))
}

/** Of a picture as Poppler writes it: "P5", width, height and 255, each after a blank, then a byte a pixel. */
function toPng(picture: Buffer): Buffer {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 50).toString('latin1'))
  if (!head) throw new Error('Poppler wrote no grey picture.')
  const [width, height] = [Number(head[1]), Number(head[2])]
  const pixels = picture.subarray(head[0].length)
  const row = Math.ceil((width * BITS) / 8)
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grey = Math.round((pixels[y * width + x] ?? 0) / 17)
      const at = y * (row + 1) + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? grey << BITS : grey)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([BITS, 0, 0, 0, 0], 8)
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
