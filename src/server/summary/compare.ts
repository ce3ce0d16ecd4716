// Compares the summaries that are kept with those made anew from the records, byte by byte.

import { summaryKey, valuesText } from '../../programme/summary.ts'
import type { Sql } from '../database/database.ts'
import { lastSessionsBetween } from '../database/query/last-session.ts'
import { storedSummaries } from '../database/query/summary.ts'
import { summariesFromRecords } from './rebuild.ts'

export interface Compared {
  /** How many there ought to be. */
  count: number
  /** A sentence for each that is not as it ought to be. */
  differences: string[]
}

export async function compareSummaries(sql: Sql, feed: string): Promise<Compared> {
  const { summaries, lastSessions } = await summariesFromRecords(sql, feed)
  const right = new Map(summaries.map((summary) => [summaryKey(summary), valuesText(summary.values)]))
  const kept = new Map((await storedSummaries(sql, feed)).map(({ key, sums }) => [summaryKey(key), sums]))
  const lastKept = new Map((await lastSessionsBetween(sql, feed, -1, Number.MAX_SAFE_INTEGER)).map(({ unit, date }) => [unit, date ?? NONE]))
  return {
    count: right.size,
    differences: [...told('summary', right, kept, valuesText({})), ...told('last session', lastSessions, lastKept, NONE)],
  }
}

const NONE = 'none'

function told(what: string, right: ReadonlyMap<string, string>, kept: ReadonlyMap<string, string>, nothing: string): string[] {
  const keys = [...new Set([...right.keys(), ...kept.keys()])].sort()
  return keys.flatMap((key) => {
    const [ought, is] = [right.get(key) ?? nothing, kept.get(key) ?? nothing]
    return ought === is ? [] : [`The ${what} of ${key} is kept as ${is}, and the records give ${ought}.`]
  })
}
