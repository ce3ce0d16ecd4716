// What a summary is found by.

import type { StoredSummary } from './stored.ts'

/** The primary key of both tables of summaries. */
export const keyOf = ({ unit, date, organisation }: Omit<StoredSummary, 'values'>): [string, string, string] => [unit, date, organisation]
