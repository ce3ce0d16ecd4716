// Text as people type it: NFC on the way in, bounded, no control characters, no halves of characters.

import * as z from 'zod/mini'

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** Marks that turn the direction of what follows: in Vietnamese they only ever disguise. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const LONE_SURROGATE = /\p{Cs}/gu

/** NFC, control characters and half characters gone; line breaks stay. */
export const cleanText = (raw: string): string => raw.replace(LONE_SURROGATE, '').replace(CONTROL, '').replace(TURNING, '').normalize('NFC')

/** The same of every text inside a value. */
export function cleanAll(raw: unknown): unknown {
  if (typeof raw === 'string') return cleanText(raw)
  if (Array.isArray(raw)) return raw.map(cleanAll)
  if (raw === null || typeof raw !== 'object') return raw
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, cleanAll(value)]))
}

/** Something that is seen: neither a space nor a sign without a shape (Unicode's Default_Ignorable_Code_Point). */
export const SEEN = /[^\s\p{DI}]/u

/** Text of 1 to `max` characters after cleaning; what is not seen does not count. */
export const text = (max: number) => z.string().check(z.overwrite(cleanText), z.maxLength(max), z.regex(SEEN))
