// Where each row of a long list stands, from heights measured and, where none was, guessed. In CSS pixels from the top of
// the list. Pure.

export interface RowLayout {
  /** Of each row, over all groups. */
  tops: Float64Array
  heights: Float64Array
  /** Of each group: the first row after it, and where its rows begin and end. */
  groups: { first: number; after: number; top: number; end: number }[]
}

/** `counts`: rows of each group, in order; `head`: the height of what stands above each group. */
export function layoutOf(counts: readonly number[], head: number, heightOf: (row: number) => number): RowLayout {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const layout: RowLayout = { tops: new Float64Array(all), heights: new Float64Array(all), groups: [] }
  let [row, y] = [0, 0]
  for (const count of counts) {
    const first = row
    y += head
    const top = y
    for (; row < first + count; row++) {
      layout.tops[row] = y
      layout.heights[row] = heightOf(row)
      y += layout.heights[row] ?? 0
    }
    layout.groups.push({ first, after: row, top, end: y })
  }
  return layout
}

/** The first row that ends below y; the number of rows where none does. */
export function rowAt({ tops, heights }: RowLayout, y: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) + (heights[middle] ?? 0) > y) high = middle
    else low = middle + 1
  }
  return low
}

/** Rows from the first to before the last, a few at a time, so that not every pixel of scrolling draws anew. */
export function rowsBetween(layout: RowLayout, from: number, to: number): [number, number] {
  const first = rowAt(layout, from)
  const last = rowAt(layout, to) + 1
  return [Math.floor(first / STEP) * STEP, Math.min(layout.tops.length, Math.ceil(last / STEP) * STEP)]
}

const STEP = 8
