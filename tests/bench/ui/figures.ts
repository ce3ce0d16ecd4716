// From samples to what is said of them.

import { type Deed, deedNames, deeds, type Timed } from './contender.ts'

/** The least value that so much of all samples does not exceed; `share` 0.95 for p95. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export interface Row {
  deed: Deed
  ours: { p50: number; p95: number }
  bare: { p50: number; p95: number }
  /** p95 of ours ÷ p95 of the bare page. */
  ratio: number
}

export function rowsOf(ours: readonly Timed[], bare: readonly Timed[]): Row[] {
  return deeds.map((deed) => {
    const [mine, other] = [of(ours, deed), of(bare, deed)]
    return { deed, ours: mine, bare: other, ratio: mine.p95 / other.p95 }
  })
}

function of(rounds: readonly Timed[], deed: Deed): Row['ours'] {
  const samples = rounds.map((round) => round[deed])
  return { p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) }
}

/** Also what could not be measured is over the goal. */
export const isMet = ({ ratio }: Row, goal: number): boolean => ratio <= goal

const ms = (value: number): string => value.toFixed(1)

export function table(rows: readonly Row[], goal: number): string {
  const head = `| what | ours p50, ms | ours p95 | bare p50 | bare p95 | p95 ratio | goal ≤ ${goal} |`
  const lines = rows.map((row) => {
    const { deed, ours, bare, ratio } = row
    const figures = [ours.p50, ours.p95, bare.p50, bare.p95].map(ms)
    return `| ${[deedNames[deed], ...figures, ratio.toFixed(2), isMet(row, goal) ? 'met' : 'MISSED'].join(' | ')} |`
  })
  return [head, '| --- | --: | --: | --: | --: | --: | --- |', ...lines].join('\n')
}
