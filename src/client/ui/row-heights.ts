// How high the rows of a list are: measured ones as measured, others as high as one of the same shape, or as most are.

export interface RowHeights {
  of(key: string, shape: string): number
  /** False where nothing new was learned. */
  learn(key: string, shape: string, height: number): boolean
  forget(): void
}

/** Two lines and the space around them: where a list begins before anything is measured. */
const USUAL = 84

/** Less than this is the browser's rounding. */
const APART = 0.5

export function rowHeights(): RowHeights {
  const byKey = new Map<string, number>()
  const byShape = new Map<string, number>()
  let usual = USUAL
  return {
    of: (key, shape) => byKey.get(key) ?? byShape.get(shape) ?? usual,
    learn(key, shape, height) {
      const known = byKey.get(key)
      if (height === 0 || (known !== undefined && Math.abs(known - height) < APART)) return false
      const isNew = Math.abs((known ?? byShape.get(shape) ?? usual) - height) >= APART
      if (byKey.size === 0) usual = height
      byKey.set(key, height)
      byShape.set(shape, height)
      return isNew
    },
    forget() {
      byKey.clear()
      byShape.clear()
      usual = USUAL
    },
  }
}
