// The wire of POST /api/enrol: an invitation is swapped for a device of an account, once.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { sealingKey } from './seal-key.ts'
import { PROTOCOL, scope } from './sync.ts'

/** Letters and digits that can't be mistaken for each other when read out; 10 of them make a code. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LENGTH = 10

/** A typed code as it is compared: capitals, no spaces or dashes. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}

/** `invitation` is the link's secret or a normalised code. The device makes its own id, so a repeat can be recognised. */
export const enrolRequest = z.object({
  protocol: z.literal(PROTOCOL),
  invitation: z.string().check(z.minLength(CODE_LENGTH), z.maxLength(100)),
  device: id,
  deviceName: z.optional(z.string().check(z.maxLength(80))),
})
export type EnrolRequest = z.infer<typeof enrolRequest>

/** A device of the account that was there before: when it was last heard of, and up to which of its changes all are held. */
export const knownDevice = z.object({ name: z.optional(z.string()), contactAt: z.int(), received: z.int(), isThis: z.boolean() })
export type KnownDevice = z.infer<typeof knownDevice>

/** The token travels in a Set-Cookie header only; no script ever sees it. */
export const enrolAnswer = z.object({
  protocol: z.literal(PROTOCOL),
  epoch: id,
  device: id,
  serverTime: z.int(),
  scope,
  devices: z.optional(z.array(knownDevice)),
  /** To which a device seals what it can't send. */
  seal: z.optional(sealingKey),
})
export type EnrolAnswer = z.infer<typeof enrolAnswer>
