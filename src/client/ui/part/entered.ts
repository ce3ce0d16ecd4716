// Counts while they are being entered: any of them may still be missing.

import { type CountName, sexes, sumOf } from '../../../model/counts.ts'

export type Entered = Partial<Record<CountName, number>> & { method?: string }

/** The counts with one number entered or taken away; women and men make the total. */
export function withCount(entered: Entered, name: CountName, value: number | undefined): Entered {
  const next: Entered = { ...entered, method: entered.method ?? 'counted' }
  if (value === undefined) delete next[name]
  else next[name] = value
  if (name !== 'female' && name !== 'male') return next
  const total = sumOf(next, sexes)
  if (total === undefined) delete next.total
  else next.total = total
  return next
}
