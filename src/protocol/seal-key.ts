// The server's key pair for what phones seal to it: both halves as JWK, on the curve P-256.

import * as z from 'zod/mini'

const coordinate = z.string().check(z.regex(/^[\w-]{43}$/))

/** The server's public key as phones are told it. */
export const sealingKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
export type SealingKey = z.infer<typeof sealingKey>
export const openingKey = z.extend(sealingKey, { d: coordinate })
export type OpeningKey = z.infer<typeof openingKey>
