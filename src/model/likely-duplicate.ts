// Whether a session that is being entered may be one that is recorded already: the same day and place, and alike in what
// two people who were at one event would both write down. It only points out; two real sessions of a day are common enough.
// Pure.

import type { Counts } from './counts.ts'
import type { Data } from './registry.ts'

type Session = Data<'session'>

/** What is entered so far: without a day and a place nothing is like it. */
export type EnteredSession = { [Name in 'date' | 'unit' | 'form' | 'partOfDay' | 'event']?: Session[Name] | undefined } & {
  counts?: Partial<Counts> | undefined
}

export interface LikelySession {
  id: string
  removed: boolean
  data: Session
}

/** Those it may be, the likeliest first. `id`: of the session itself, where it is recorded already. */
export function likelyDuplicates<R extends LikelySession>(entered: EnteredSession, id: string | undefined, recorded: readonly R[]): R[] {
  return recorded
    .filter((one) => one.id !== id && !one.removed && isSamePlace(entered, one.data) && isLikely(entered, one.data))
    .sort((a, b) => apart(entered, a.data) - apart(entered, b.data))
}

const isSamePlace = ({ date, unit }: EnteredSession, other: Session): boolean => date === other.date && unit === other.unit

function isLikely(entered: EnteredSession, other: Session): boolean {
  // One event makes one session in each commune, so within one place its id tells.
  if (entered.event && other.event) return entered.event.id === other.event.id
  if (entered.partOfDay && other.partOfDay && entered.partOfDay !== other.partOfDay) return false
  const total = entered.counts?.total
  if (entered.form === other.form) return total === undefined || isNear(entered.counts, other.counts)
  // Two people may call one event by different forms; then as many people must have been there, and some at all.
  return total !== undefined && total > 0 && isNear(entered.counts, other.counts)
}

/** People who count apart from each other miss a few; who estimates misses more. */
function isNear(one: Partial<Counts> = {}, other: Counts): boolean {
  const share = one.method === 'estimated' || other.method === 'estimated' ? 0.3 : 0.1
  return (['total', 'female', 'male'] as const).every((name) => {
    const [a, b] = [one[name], other[name]]
    return a === undefined || b === undefined || Math.abs(a - b) <= Math.max(FEW, share * Math.max(a, b))
  })
}

const FEW = 2

/** Smaller is likelier: first those of the same form, then those with as many people. */
const apart = ({ form, counts }: EnteredSession, other: Session): number =>
  (form === other.form ? 0 : 1_000_000) + Math.abs((counts?.total ?? other.counts.total) - other.counts.total)
