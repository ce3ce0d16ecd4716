// How high the rows of a list are: measured ones as measured, others as high as one of the same shape, or as most are. Asked
// for every row of a long list whenever one was measured anew, so it looks nothing up by name.

export interface RowHeights {
  /** From here on rows are meant by their place in this list. What was learned of a row stays with its key. */
  list(keys: readonly string[], shapes: readonly string[]): void
  of(place: number): number
  /** False where it is as high as was thought. */
  learn(place: number, height: number): boolean
  forget(): void
}

/** Two lines and the space around them: where a list begins before anything is measured. */
const USUAL = 84

/** Less than this is the browser's rounding. */
const APART = 0.5

export function rowHeights(): RowHeights {
  const byKey = new Map<string, number>()
  const shapeNumbers = new Map<string, number>()
  let byShape: number[] = []
  let usual = USUAL
  let listed: readonly string[] = []
  // 0 where a row was not measured.
  let measured = new Float64Array(0)
  let shapeAt = new Int32Array(0)
  const of = (place: number) => measured[place] || byShape[shapeAt[place] ?? 0] || usual
  return {
    of,
    list(keys, shapes) {
      listed = keys
      measured = Float64Array.from(keys, (key) => byKey.get(key) ?? 0)
      shapeAt = Int32Array.from(shapes, (shape) => numberOf(shapeNumbers, shape))
    },
    learn(place, height) {
      const before = of(place)
      if (height === 0 || Math.abs((measured[place] ?? 0) - height) < APART) return false
      if (byKey.size === 0) usual = height
      byKey.set(listed[place] ?? '', height)
      byShape[shapeAt[place] ?? 0] = height
      measured[place] = height
      return Math.abs(before - height) >= APART
    },
    forget() {
      byKey.clear()
      byShape = []
      usual = USUAL
      measured.fill(0)
    },
  }
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, numbers.size)
  return numbers.size - 1
}
