// The wire of POST /api/records: single records behind a sum, opened by the province's office one page at a time.

import * as z from 'zod/mini'
import { civilDate } from '../model/civil-date.ts'
import { id } from '../model/id.ts'
import { unitId } from '../model/unit.ts'
import { PROTOCOL, row } from './sync.ts'

/** Records in one answer, at the most. */
const MOST_OPENED = 100

const place = z.int().check(z.gte(0))

export const openRequest = z.object({
  protocol: z.literal(PROTOCOL),
  account: id,
  device: id,
  unit: unitId,
  kind: row.shape.kind,
  /** Both days included; left out: from the beginning. */
  from: z.optional(civilDate),
  to: civilDate,
  /** Where the page before ended; left out for the first one. */
  after: z.optional(place),
  want: z.int().check(z.gte(1), z.lte(MOST_OPENED)),
})
export type OpenRequest = z.infer<typeof openRequest>

export const openedRecord = z.object({
  id,
  kind: row.shape.kind,
  version: row.shape.version,
  author: id,
  authorName: z.string(),
  createdAt: z.int(),
  changedAt: z.int(),
  madeAt: row.shape.madeAt,
  editedAt: row.shape.editedAt,
  model: row.shape.model,
  data: row.shape.data,
})
export type OpenedRecord = z.infer<typeof openedRecord>

/** `next` leads to the page after; null at the end. A page may hold fewer than were wanted, and none, and still not be the last. */
export const openAnswer = z.object({ protocol: z.literal(PROTOCOL), serverTime: z.int(), records: z.array(openedRecord), next: z.nullable(place) })
export type OpenAnswer = z.infer<typeof openAnswer>
