// The number that a line of a report has for a measure, or why it has none. A sum that is not there is a 0 only where somebody
// recorded something and nobody had to be asked for it. Paper and other systems are told by this one rule. Pure.

import type { KeptFigures } from './adjustment.ts'
import type { ReportLine } from './report.ts'
import { isTally } from './tallied.ts'

/** not-counted: a tally that nobody made. not-taken: a breakdown that no session took down. not-asked: nobody asked who was there for the first time. */
export const untoldReasons = ['withheld', 'not-counted', 'no-data', 'not-taken', 'not-asked'] as const
export type UntoldReason = (typeof untoldReasons)[number]

/** Taken down at some sessions and not at others. */
const taken = new Set(['female', 'male', 'under-14', '14-15', '16-60', 'over-60', 'minority', 'minority-female'])

/** `measure` may be a family, "media.*". */
export function sumTold(line: ReportLine, measure: string): number | { none: UntoldReason } {
  if (line.withheld.includes(measure)) return { none: 'withheld' }
  const value = sumIn(line.sums, measure)
  const none = value === undefined ? whyNone(line, measure) : undefined
  return none === undefined ? (value ?? 0) : { none }
}

/** The sum of a measure or of a family; undefined where it has none. */
export function sumIn(sums: KeptFigures, measure: string): number | undefined {
  if (!measure.endsWith('*')) return sums[measure]
  const values = Object.entries(sums).filter(([name]) => name.startsWith(measure.slice(0, -1)))
  return values.length === 0 ? undefined : values.reduce((sum, [, value]) => sum + value, 0)
}

function whyNone({ sums, isRecorded }: ReportLine, measure: string): UntoldReason | undefined {
  if (isTally(measure)) return 'not-counted'
  if (!isRecorded) return 'no-data'
  if (taken.has(measure) && sums['attendance'] !== undefined) return 'not-taken'
  const mustBeAsked = measure.startsWith('first-time') && sums['attendance'] !== undefined
  return mustBeAsked && sums[`asked-${measure}`] === undefined ? 'not-asked' : undefined
}
