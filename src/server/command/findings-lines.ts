// What the operator is told of a database that was examined.

import type { Findings } from '../check/whole.ts'

/** Enough to see what is the matter. */
const MOST_TOLD = 20

/** Nothing where all is as it should be. */
export const findingsLines = ({ damage, history, summaries, checks }: Findings): string[] => [
  ...told('The database is damaged', damage),
  ...told('The history differs from the records', history),
  ...told('Summaries differ from the records', summaries),
  ...told('Check sums differ from the records', checks),
]

export function told(what: string, found: readonly string[]): string[] {
  if (found.length === 0) return []
  const more = found.length - MOST_TOLD
  return [`${what} (${found.length}):`, ...found.slice(0, MOST_TOLD).map((line) => `  ${line}`), ...(more > 0 ? [`  … and ${more} more`] : [])]
}
