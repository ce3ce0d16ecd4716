// Secrets of people and devices, made from the randomness that is given. Only their hashes are stored.

import { CODE_ALPHABET, CODE_LENGTH } from '../protocol/enrol.ts'

type Random = (count: number) => Uint8Array

const SECRET_BYTES = 32

/** A device's token, or a link's secret: 256 bits that fit a cookie and an address. */
export const makeSecret = (random: Random): string => Buffer.from(random(SECRET_BYTES)).toString('base64url')

/** A code to be read out and typed: 50 bits. The alphabet has 32 signs, so that no byte favours one. */
export const makeCode = (random: Random): string => Array.from(random(CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('')
