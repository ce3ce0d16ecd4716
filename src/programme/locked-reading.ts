// An indicator in a period that the province has locked: the locked figures stand, and what it comes to with everything that came
// later is told beside them (docs/domain.md §4.5). Of an area with several communes each stands as it was locked. Pure.

import { isKept } from './adjustment.ts'
import type { Figures } from './figures.ts'
import { evaluate, type Measured } from './indicator.ts'
import type { Dates } from './period.ts'
import type { Reading } from './reading.ts'
import { keptBy, type Sent } from './report-sent.ts'
import { shareOf } from './share.ts'
import { judged, targetOn } from './target.ts'
import { unitTree } from './unit-tree.ts'

export interface Locks {
  submissions: readonly Sent[]
  programme: string | undefined
}

export interface LockedReading {
  reading: Reading
  isLocked: boolean
  /** What it comes to now, where that is something else. */
  now: Reading | undefined
}

export function lockedReading(indicator: Measured, figures: Figures, period: Dates, locks: Locks): LockedReading {
  const now = evaluate(indicator, figures, period)
  const kept = isKept(indicator.definition) ? keptIn(indicator, figures, period, locks) : []
  if (kept.length === 0) return { reading: now, isLocked: false, now: undefined }
  const apart = kept.map(({ unit, ...locked }) => {
    const live = evaluate(indicator, { ...figures, area: unit }, period)
    return { numerator: locked.numerator - (live.numerator ?? 0), denominator: locked.denominator - (live.denominator ?? 0) }
  })
  if (apart.every(({ numerator, denominator }) => numerator === 0 && denominator === 0)) return { reading: now, isLocked: true, now: undefined }
  const sum = (name: 'numerator' | 'denominator'): number => apart.reduce((all, one) => all + one[name], now[name] ?? 0)
  return { reading: standing(indicator, now, sum('numerator'), sum('denominator')), isLocked: true, now }
}

interface Kept {
  unit: string
  numerator: number
  denominator: number
}

function keptIn({ id }: Measured, { area, units }: Figures, period: Dates, { submissions, programme }: Locks): Kept[] {
  const within = new Set(unitTree(units).idsWithin(area))
  const communes = [...new Set(submissions.map(({ data }) => data.unit))].filter((unit) => within.has(unit))
  return communes.flatMap((unit) => {
    const sent = keptBy(unit, submissions, programme, period)
    const [numerator, denominator] = (['numerator', 'denominator'] as const).map((name) => sent?.data.figures[`indicator.${id}.${name}`])
    return sent?.data.state === 'locked' && denominator !== undefined ? [{ unit, numerator: numerator ?? 0, denominator }] : []
  })
}

function standing({ targets }: Measured, now: Reading, numerator: number, denominator: number): Reading {
  const value = shareOf(numerator, denominator)
  if (!value) return now
  const target = targetOn(targets, now.period.to)
  const finding = { ...now, value, numerator, denominator }
  const others = now.flags.filter((flag) => flag !== 'over-hundred' && (flag !== 'nothing-recorded' || numerator === 0))
  return { ...finding, target: target && judged(target, finding), flags: [...others, ...(value.overHundred ? (['over-hundred'] as const) : [])] }
}
