// From samples to what is said of them.

export interface Spread {
  min: number
  median: number
  max: number
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
  return { min: at(0), median: at(0.5), max: at(1) }
}

/** The slope of the straight line through the points, both axes as logarithms: 0 does not grow, 1 grows as the size does. */
export function growth(points: readonly { size: number; ms: number }[]): number {
  const logs = points.map(({ size, ms }) => [Math.log(size), Math.log(ms)] as const)
  const mean = (of: 0 | 1): number => logs.reduce((sum, log) => sum + log[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const over = logs.reduce((sum, [size, ms]) => sum + (size - x) * (ms - y), 0)
  return over / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}
