import { describe, expect, test } from 'vitest'
import { rowHeights } from '../../src/client/ui/row-heights.ts'
import { layoutOf, rowAt, rowsBetween } from '../../src/client/ui/row-layout.ts'

test('rows stand below each other, each group under its head', () => {
  const layout = layoutOf([2, 1], 40, (row) => [100, 80, 120][row] ?? 0)
  expect([...layout.tops]).toEqual([40, 140, 260])
  expect(layout.groups).toEqual([
    { first: 0, after: 2, top: 40, end: 220 },
    { first: 2, after: 3, top: 260, end: 380 },
  ])
})

test('the row at a height is the first that ends below it', () => {
  const layout = layoutOf([3, 3], 40, () => 100)
  expect([-500, 0, 139, 140, 339, 340, 9000].map((y) => rowAt(layout, y))).toEqual([0, 0, 0, 1, 2, 3, 6])
})

test('some rows more than asked for are drawn, never one that is not there', () => {
  const layout = layoutOf([1000], 0, () => 100)
  expect(rowsBetween(layout, 1000, 2000)).toEqual([8, 24])
  expect(rowsBetween(layout, 99_000, 200_000)).toEqual([984, 1000])
  expect(
    rowsBetween(
      layoutOf([], 40, () => 100),
      0,
      700,
    ),
  ).toEqual([0, 0])
})

describe('heights', () => {
  const known = () => {
    const heights = rowHeights()
    heights.list(['a', 'b', 'c', 'd', 'e'], ['short', 'short', 'long', 'other', 'long'])
    return heights
  }

  test('a row that was not measured is as high as one of its shape, else as high as the first that was', () => {
    const heights = known()
    expect(heights.learn(0, 90)).toBe(true)
    expect(heights.learn(2, 130)).toBe(true)
    expect([0, 1, 2, 3, 4].map(heights.of)).toEqual([90, 90, 130, 90, 130])
  })

  test('what is as high as was thought changes nothing', () => {
    const heights = known()
    heights.learn(0, 90)
    expect(heights.learn(1, 90)).toBe(false)
    expect(heights.learn(0, 90.2)).toBe(false)
    expect(heights.learn(0, 0)).toBe(false)
    expect(heights.learn(0, 95)).toBe(true)
  })

  test('a row keeps its height when others come before it, until the window changes', () => {
    const heights = known()
    heights.learn(2, 130)
    heights.list(['new', 'a', 'b', 'c'], ['short', 'short', 'short', 'long'])
    expect(heights.of(3)).toBe(130)
    heights.forget()
    expect(heights.of(3)).toBe(heights.of(0))
  })
})
