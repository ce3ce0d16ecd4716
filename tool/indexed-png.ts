// Writes a PNG with a palette: an icon of few colours takes a third of what a browser's own PNG does. The format is
// that of the W3C's PNG specification, colour type 3.

import { crc32, deflateSync } from 'node:zlib'

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** `rgba` is four bytes a pixel, row by row; the colours are coarsened until 256 are enough. */
export function indexedPng(width: number, height: number, rgba: Uint8Array): Buffer {
  for (const step of [1, 4, 8, 16, 32]) {
    const indexed = indexPixels(rgba, step)
    if (indexed) return png(width, height, indexed)
  }
  throw new Error('An icon has too many colours for a palette.')
}

interface Indexed {
  palette: number[][]
  pixels: Uint8Array
}

function indexPixels(rgba: Uint8Array, step: number): Indexed | undefined {
  const palette: number[][] = []
  const seen = new Map<string, number>()
  const pixels = new Uint8Array(rgba.length / 4)
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const exact = [...rgba.subarray(pixel * 4, pixel * 4 + 4)]
    const key = exact.map((value) => Math.round(value / step)).join()
    let index = seen.get(key)
    if (index === undefined) {
      if (palette.length === 256) return undefined
      index = palette.push(exact) - 1
      seen.set(key, index)
    }
    pixels[pixel] = index
  }
  return { palette, pixels }
}

function png(width: number, height: number, { palette, pixels }: Indexed): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((colour) => colour[3] ?? 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.byteLength, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
