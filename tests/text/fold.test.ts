import { describe, expect, test } from 'vitest'
import { fold, matches } from '../../src/text/fold.ts'

test.each([
  ['Xã', 'xa'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['Đồng  Đăng ', 'dong dang'],
  ['Ea H’Leo', 'ea hleo'],
  ["Ea H'Leo", 'ea hleo'],
  ['Chân Mây - Lăng Cô', 'chan may lang co'],
  ['Phường 12 (Gò Vấp)', 'phuong 12 go vap'],
  ['Thừa Thiên Huế'.normalize('NFD'), 'thua thien hue'],
  ['', ''],
])('"%s" folds to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

describe('a search', () => {
  const commune = fold('Xã A Lưới 1')

  test.each(['a luoi', 'luoi 1', '1 lưới', 'xã', 'A LƯỚI 1', 'lu', '  '])('for "%s" finds Xã A Lưới 1', (query) => {
    expect(matches(commune, query)).toBe(true)
  })

  test.each(['a luoi 2', 'uoi', 'luoi 11', 'phuong a luoi'])('for "%s" does not', (query) => {
    expect(matches(commune, query)).toBe(false)
  })

  test('finds a name that is written with another tone placement', () => {
    expect(matches(fold('Phường Thủy Xuân'), 'thuỷ xuân')).toBe(true)
  })
})
