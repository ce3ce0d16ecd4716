// Whether records that were opened one by one come to the figure they stand behind (docs/domain.md §4.4). Pure.

import type { Fields } from '../model/record.ts'
import type { KindName } from '../model/registry.ts'
import { contributions } from './contribution.ts'
import type { Figures } from './figures.ts'
import { evaluate, type Measured } from './indicator.ts'
import type { Reading } from './reading.ts'

/** `records`: none of them removed. Undefined where the figure has no number that could be compared. */
export function comeTo(indicator: Measured, figures: Figures, reading: Reading, records: readonly { kind: KindName; data: Fields }[]): boolean | undefined {
  if (reading.numerator === undefined && !reading.totals) return undefined
  const cells = records.flatMap(({ kind, data }) => contributions(kind, data))
  const alone = evaluate(indicator, { ...figures, cells, grain: 'day' }, reading.period)
  return (alone.numerator ?? 0) === (reading.numerator ?? 0) && sameTotals(alone.totals, reading.totals)
}

const sameTotals = (one: Reading['totals'] = {}, other: Reading['totals'] = {}): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((measure) => (one[measure] ?? 0) === (other[measure] ?? 0))
