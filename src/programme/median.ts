// What is usual among several numbers: half of them are smaller. Pure.

/** Of an even count the upper of the two in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
