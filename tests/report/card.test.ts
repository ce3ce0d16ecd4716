import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Card, cardText } from '../../src/client/report/card.ts'
import { colours, layOut, type Rulers, type Shape } from '../../src/client/report/card-layout.ts'
import { wrap } from '../../src/client/report/wrap.ts'
import { root } from '../../tool/files.ts'

const byLetter = (text: string) => [...text.normalize('NFC')].length

test('a text is broken between words, and no line is wider than it may be', () => {
  expect(wrap('Thôn Đồng Tâm, xã Tân Mỹ', 10, byLetter)).toEqual(['Thôn Đồng', 'Tâm, xã', 'Tân Mỹ'])
  expect(wrap('  một   hai ', 99, byLetter)).toEqual(['một hai'])
  expect(wrap('', 10, byLetter)).toEqual([])
  expect(wrap('đạt 58,3\u00a0%', 8, byLetter)).toEqual(['đạt', '58,3\u00a0%'])
})

test('a word wider than a line goes on in the next one, and no mark is torn off its letter', () => {
  expect(wrap('ở Nghiễnnghiễn', 4, byLetter)).toEqual(['ở', 'Nghi', 'ễnng', 'hiễn'])
  const decomposed = 'Nghiễnnghiễn'.normalize('NFD')
  const lines = wrap(decomposed, 1, byLetter)
  expect(lines.join('')).toBe(decomposed)
  expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([])
  expect(wrap('Ẳ', 0, byLetter)).toEqual(['Ẳ'])
})

const card: Card = {
  heading: 'Buổi truyền thông phòng, chống mua bán người',
  name: 'Thôn Đồng Tâm',
  below: ['Xã Tân Mỹ', '20/11/2026'],
  main: { value: '1.240', label: 'lượt người dự' },
  figures: [
    { label: 'Nữ', value: '717' },
    { label: 'Người dân tộc thiểu số (ghi ở 2/3 buổi của các thôn trong xã)', value: '546' },
  ],
  details: ['Nội dung: Thủ đoạn, Cách phòng ngừa'],
  foot: [],
}

/** As wide as letters of a plain face are, in the middle. */
const rulers: Rulers =
  ({ size }) =>
  (text) =>
    [...text].length * size * 0.55

type Text = Extract<Shape, { what: 'text' }>
const textsOf = (shapes: readonly Shape[]): Text[] => shapes.filter((shape): shape is Text => shape.what === 'text')

const long = 'Thôn Nghĩa trang liệt sĩ Trường Sơn Đông và Ẳng Cang Pú Nhung Ỗ Ệ, khu tái định cư số 3'

const cards: [string, Card][] = [
  ['as it mostly is', card],
  ['with a long name', { ...card, name: long, mark: 'Diễn tập – không phải số liệu thật' }],
  [
    'with a share and notes',
    { ...card, bar: { value: 8, whole: 12, words: 'Thôn đã có buổi: 8/12' }, foot: ['Lượt người: một người có thể được đếm nhiều lần.'] },
  ],
  ['with nothing but the total', { ...card, figures: [], details: [], below: [] }],
]

test.each(cards)('a card %s keeps every word inside the picture, with room for stacked marks over each line and none under another', (_, one) => {
  const { width, height, shapes } = layOut(one, 'Lan Tỏa', rulers)
  expect(width).toBe(1080)
  const texts = textsOf(shapes)
  for (const { text, x, y, size, weight, colour, end } of texts) {
    const wide = rulers({ size, weight, colour })(text)
    const left = end ? x - wide : x
    expect([text, left >= 72, left + wide <= width - 72 + 0.001]).toEqual([text, true, true])
    expect([text, y - size * 1.1 >= 56, y + size * 0.38 <= height - 56]).toEqual([text, true, true])
  }
  const lines = texts
    .filter(({ end }) => !end)
    .map(({ y, size, close }) => ({ top: y - size * (close ? 0.9 : 1.12), bottom: y + size * (close ? 0.05 : 0.28) }))
  expect(lines.filter(({ top }, place) => top < (lines[place - 1]?.bottom ?? 0) - 0.001)).toEqual([])
  const said = texts.map(({ text }) => text).join(' ')
  for (const words of [one.name, one.heading, one.main.value, ...one.below, ...one.details, ...one.foot, ...one.figures.map(({ value }) => value)]) {
    expect(said).toContain(words)
  }
})

test('a label that is longer than its line goes on below and leaves the number alone', () => {
  const texts = textsOf(layOut(card, 'Lan Tỏa', rulers).shapes)
  const number = texts.find(({ text }) => text === '546')
  const label = texts.find(({ text }) => text.startsWith('Người dân tộc'))
  if (!number || !label) throw new Error('Both stand on the card')
  expect(label.y).toBe(number.y)
  expect(label.x + rulers(label)(label.text)).toBeLessThan(number.x - rulers(number)(number.text))
})

test('a share over the whole fills its bar and no more; one of nothing is empty', () => {
  const barOf = (value: number, whole: number) => {
    const { shapes } = layOut({ ...card, bar: { value, whole, words: 'x' } }, 'Lan Tỏa', rulers)
    return shapes.flatMap((shape) => (shape.what === 'box' && shape.colour === 'leaf' ? [shape.width] : []))
  }
  expect([barOf(6, 12), barOf(15, 12), barOf(0, 0)]).toEqual([[468], [936], [0]])
})

test('the text says what the picture says, line by line', () => {
  expect(cardText({ ...card, mark: 'Diễn tập', bar: { value: 8, whole: 12, words: 'Thôn đã có buổi: 8/12' } }).split('\n')).toEqual([
    'Diễn tập',
    'Buổi truyền thông phòng, chống mua bán người',
    'Thôn Đồng Tâm, Xã Tân Mỹ, 20/11/2026',
    '- lượt người dự: 1.240',
    '- Nữ: 717',
    '- Người dân tộc thiểu số (ghi ở 2/3 buổi của các thôn trong xã): 546',
    '- Thôn đã có buổi: 8/12',
    'Nội dung: Thủ đoạn, Cách phòng ngừa',
  ])
})

test('the colours of a picture are those of the light theme', () => {
  const [light = ''] = readFileSync(join(root, 'src/client/ui/style/token.css'), 'utf8').split('@media')
  const tokens = Object.fromEntries([...light.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value]) => [name, value]))
  expect(tokens).toMatchObject(colours)
})
