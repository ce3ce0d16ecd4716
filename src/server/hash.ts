// SHA-256 as hex: of secrets, so that the database never holds one, and of what came in, so that a repeat is recognised.

import { createHash } from 'node:crypto'

export const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('hex')
