// Draws the PNG icons from public/icon.svg with Chromium. Run by hand when the mark changes; the PNGs are kept.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumArguments, ensureChromium } from './chromium.ts'
import { root } from './files.ts'
import { indexedPng } from './indexed-png.ts'

/** A mask cuts off up to a tenth on each side: there the mark is drawn smaller, and the ground goes to the edge. */
const shapes = { round: { box: '18 18 476 476', corner: 0.22 }, full: { box: '-26 -26 564 564', corner: 0 } }

const icons: [name: string, pixels: number, shape: keyof typeof shapes][] = [
  ['icon-192', 192, 'round'],
  ['icon-512', 512, 'round'],
  ['maskable-192', 192, 'full'],
  ['maskable-512', 512, 'full'],
  ['apple-touch-icon', 180, 'full'],
]

const mark = readFileSync(join(root, 'public/icon.svg'), 'utf8')
const folder = join(root, 'public/icons')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments })
const page = await browser.newPage()
for (const [name, pixels, shape] of icons) writeFileSync(join(folder, `${name}.png`), indexedPng(pixels, pixels, await draw(page, pixels, shape)))
await browser.close()

/** The pixels, four bytes each. */
async function draw(on: Page, pixels: number, shape: keyof typeof shapes): Promise<Uint8Array> {
  const { box, corner } = shapes[shape]
  const drawn = mark
    .replace('viewBox="0 0 512 512"', `viewBox="${box}" width="${pixels}" height="${pixels}"`)
    .replace('<rect width="512" height="512"', '<rect x="-26" y="-26" width="564" height="564"')
  const values = await on.evaluate(
    async ([svg, size, radius]) => {
      const image = new Image()
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await image.decode()
      const context = new OffscreenCanvas(size, size).getContext('2d')
      if (!context) throw new Error('no canvas')
      context.roundRect(0, 0, size, size, radius)
      context.clip()
      context.drawImage(image, 0, 0)
      return [...context.getImageData(0, 0, size, size).data]
    },
    [drawn, pixels, pixels * corner] as const,
  )
  return Uint8Array.from(values)
}
