// The wire of POST /api/history: what happened to one record, for whoever may read it.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { PROTOCOL } from './sync.ts'

export const historyRequest = z.object({ protocol: z.literal(PROTOCOL), account: id, device: id, record: id })
export type HistoryRequest = z.infer<typeof historyRequest>

const did = ['made', 'edited', 'removed', 'restored', 'resolved'] as const

/** One change: when the server took it, who made it, the fields that it set (null where it took one away). */
export const pastChange = z.object({
  version: z.int(),
  at: z.int(),
  by: id,
  name: z.string(),
  did: z.enum(did),
  reason: z.optional(z.string()),
  set: z.record(z.string(), z.unknown()),
})
export type PastChange = z.infer<typeof pastChange>

/** Oldest first. */
export const historyAnswer = z.object({ protocol: z.literal(PROTOCOL), changes: z.array(pastChange) })
export type HistoryAnswer = z.infer<typeof historyAnswer>
