// Tells rows from what is no row. A newer server may send kinds, marks and fields that this build doesn't know: they are
// kept as they came. Only what can't even be named as a record is odd; it is kept aside.

import * as z from 'zod/mini'
import { conflict } from '../../model/merge.ts'
import { currentRow } from './renew.ts'
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
  madeAt: z.optional(z.number()),
  editedAt: z.optional(z.number()),
  marks: z.array(z.string()),
  conflicts: z.optional(z.array(conflict)),
  model: z.optional(z.int()),
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
    // Optional members of the wire are absent once it is read.
    if (parsed.success) rows.push(currentRow(parsed.data as ServerRow))
    else odd.push(one)
  }
  return { rows, odd }
}
