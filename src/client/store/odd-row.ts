// Tells rows from what is no row. A newer server may send kinds, marks and fields that this build doesn't know: they are
// kept as they came. Only what can't even be named as a record is odd; it is kept aside.

import * as z from 'zod/mini'
import type { ServerRow } from './stored.ts'

const serverRow = z.looseObject({
  id: z.string().check(z.minLength(1)),
  kind: z.string(),
  version: z.int(),
  removed: z.boolean(),
  author: z.string(),
  authorName: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  marks: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
})

export interface ReadRows {
  rows: ServerRow[]
  odd: unknown[]
}

export function readRows(told: readonly unknown[]): ReadRows {
  const rows: ServerRow[] = []
  const odd: unknown[] = []
  for (const one of told) {
    const parsed = serverRow.safeParse(one)
    if (parsed.success) rows.push(parsed.data)
    else odd.push(one)
  }
  return { rows, odd }
}
