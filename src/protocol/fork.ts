// The wire of POST /api/fork: a copied profile gets an id of its own, and goes on counting where both parted.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { PROTOCOL } from './sync.ts'

/** `fresh` is the id that the device goes on under; made by it, so that a repeat can be recognised. `after`: the last n in common. */
export const forkRequest = z.object({ protocol: z.literal(PROTOCOL), account: id, device: id, fresh: id, after: z.int().check(z.gte(0)) })
export type ForkRequest = z.infer<typeof forkRequest>

/** The new token travels in a Set-Cookie header only. */
export const forkAnswer = z.object({ protocol: z.literal(PROTOCOL), device: id })
