// The picture as the browser really draws it, in its own letters.

import { expect, test } from 'vitest'
import type { Card } from '../../src/client/report/card.ts'
import { drawCard } from '../../src/client/report/draw-card.ts'

const card: Card = {
  mark: 'Diễn tập – không phải số liệu thật',
  heading: 'Buổi truyền thông phòng, chống mua bán người',
  name: 'Thôn Ẳng Cang Ỗ Ệ, khu tái định cư số 3',
  below: ['Xã A Lưới 1', '20/11/2026'],
  main: { value: '1.240', label: 'lượt người dự (ước lượng)' },
  figures: [{ label: 'Nữ', value: '717' }],
  bar: { value: 8, whole: 12, words: 'Thôn đã có buổi: 8/12' },
  details: ['Hình thức: Mít tinh'],
  foot: ['Lượt người: một người có thể được đếm nhiều lần.'],
}

/** How many points of each colour: "29,27,46". */
function colouring(image: ImageBitmap): Map<string, number> {
  const canvas = new OffscreenCanvas(image.width, image.height)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('There is no canvas')
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, image.width, image.height)
  const found = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.subarray(at, at + 3).join()
    found.set(colour, (found.get(colour) ?? 0) + 1)
  }
  return found
}

test('a card becomes a PNG of 1080 points across, small enough to send, with something on it', async () => {
  const file = await drawCard(card, 'Lan Tỏa', 'thon-2026-11-20.png')
  if (!file) throw new Error('Nothing was drawn')
  expect([file.name, file.type]).toEqual(['thon-2026-11-20.png', 'image/png'])
  expect([...new Uint8Array(await file.slice(0, 8).arrayBuffer())]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  expect(file.size).toBeLessThan(400_000)
  const image = await createImageBitmap(file)
  expect(image.width).toBe(1080)
  expect(image.height).toBeGreaterThan(1080)
  const colours = colouring(image)
  const all = image.width * image.height
  const [paper, ink, indigo, leaf] = ['251,248,242', '29,27,46', '43,58,140', '20,82,58'].map((colour) => (colours.get(colour) ?? 0) / all)
  expect(paper).toBeGreaterThan(0.5)
  for (const share of [ink, indigo, leaf]) expect(share).toBeGreaterThan(0.005)
})

test('a longer name makes a taller picture', async () => {
  const heightOf = async (name: string) => {
    const file = await drawCard({ ...card, name }, 'Lan Tỏa', 'x.png')
    return file ? (await createImageBitmap(file)).height : 0
  }
  const more = (await heightOf('Thôn Nghĩa trang liệt sĩ Trường Sơn Đông và khu tái định cư số 3 của xã')) - (await heightOf('Thôn Đông'))
  // By whole lines, how many depends on the letters that the machine has.
  expect([more > 0, more % (84 * 1.5)]).toEqual([true, 0])
})
