// Measures of what is there on a day, not of what happened in a period.

import type { Measure } from './cell.ts'

/** Its cells are rises and falls, and count from the beginning. */
export const isLevel = (measure: Measure): boolean => /^site-(active|type)\./.test(measure)
