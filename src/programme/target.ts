// Which target holds on a day, and whether a share meets it. Thresholds and their dates are the plan's or the office's.

import type { comparisons } from '../model/terms.ts'
import type { Held } from './coverage.ts'
import type { Finding, ReadingTarget } from './reading.ts'

export interface Target {
  /** Per cent; undefined: the office has to set it. */
  threshold?: number | undefined
  compare: (typeof comparisons)[number]
  by?: string | undefined
}

/**
 * The target that a period ending on that day is measured by: the one that falls due next, on the day itself or later ("75 %
 * by 2018, 100 % by 2020": in 2018 it is 75, in 2019 and 2020 it is 100). After the last, the last one stands. A target
 * without a date is always due, after those with one.
 */
export function targetOn(targets: readonly Target[], date: string): Target | undefined {
  const inOrder = [...targets].sort((a, b) => (byOf(a) < byOf(b) ? -1 : byOf(a) > byOf(b) ? 1 : 0))
  return inOrder.find((target) => byOf(target) >= date) ?? inOrder.at(-1)
}

/** The plan's targets with the office's own for that very area: a date that it sets anew replaces the plan's, and any of its own what the plan left open. */
export function withOfficeTargets(
  planned: readonly Target[],
  set: readonly Held<'target'>[],
  of: { programme: string; indicator: string; unit: string },
): Target[] {
  const own = set.filter(({ data, removed }) => !removed && data.programme === of.programme && data.indicator === of.indicator && data.unit === of.unit)
  const latest = new Map([...own].sort(byChange).map(({ data: { threshold, compare, by } }) => [by, { threshold, compare, by }]))
  return [...planned.filter(({ by, threshold }) => (threshold === undefined ? latest.size === 0 : by === undefined || !latest.has(by))), ...latest.values()]
}

/** Undefined where there is no threshold to compare with. */
export function judged({ threshold, compare, by }: Target, finding: Finding): ReadingTarget | undefined {
  return threshold === undefined ? undefined : { threshold, compare, by, met: isMet(threshold, compare, finding) }
}

/** On whole numbers, so that 74.96 % does not meet 75 % by being printed as 75.0. */
function isMet(threshold: number, compare: Target['compare'], { value, numerator, denominator }: Finding): boolean | undefined {
  if ('none' in value || numerator === undefined || denominator === undefined) return undefined
  return numerator >= neededFor({ threshold, compare }, denominator)
}

/** How many more it takes on whole numbers until the target is met; 0 where it is. */
export function leftUntilMet({ threshold, compare }: Pick<ReadingTarget, 'threshold' | 'compare'>, numerator: number, denominator: number): number {
  return Math.max(0, neededFor({ threshold, compare }, denominator) - numerator)
}

/** The smallest numerator that meets it. */
export function neededFor({ threshold, compare }: Pick<ReadingTarget, 'threshold' | 'compare'>, denominator: number): number {
  const exact = (Math.round(threshold * 1000) * denominator) / 100_000
  return compare === 'at-least' ? Math.ceil(exact) : Math.floor(exact) + 1
}

const byOf = ({ by }: Target): string => by ?? '9999-12-31'

const byChange = (a: Held<'target'>, b: Held<'target'>): number => (a.changedAt ?? 0) - (b.changedAt ?? 0) || (a.id < b.id ? -1 : 1)
