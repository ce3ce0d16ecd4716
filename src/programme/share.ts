// Shares in per cent: one decimal, over a hundred flagged and never capped, none where nothing is divided by.

export interface Share {
  /** One decimal, half up. */
  percent: number
  overHundred: boolean
}

/** Per cent with one decimal, half up: 1 of 3 is 33.3, 1 of 16 is 6.3. Whole numbers from 0; null where the denominator is 0. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10

export function shareOf(numerator: number, denominator: number): Share | undefined {
  const percent = percentOf(numerator, denominator)
  return percent === null ? undefined : { percent, overHundred: numerator > denominator }
}

/** On screens a share of fewer than ten is told in counts, not per cent; on paper both stand together (docs/domain.md §4.3). */
export const tellsPercent = (denominator: number): boolean => denominator >= 10
