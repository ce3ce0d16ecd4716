// Watches the bytes of a JSON text go by, and says when it holds more values, or is nested deeper, than any message of the
// protocol: a few kilobytes that were packed can unpack to millions of empty lists, which no parser survives.

import { type Problem, problem } from '../model/problem.ts'

/** 500 changes of 400 values each; a plan, the largest record there is, has some 3,000. */
const MOST_VALUES = 200_000
const DEEPEST = 40

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
/** The bytes of [ and {, and of ] and }, each differ in one bit. */
const CASE_BIT = 0x20
const OPEN = 0x7b
const CLOSE = 0x7d

/** Give it the pieces in order; it need not be JSON. */
export function createJsonGauge(): (piece: Uint8Array) => Problem | undefined {
  let inText = false
  let escaped = false
  let depth = 0
  let values = 1
  return (piece) => {
    for (let place = 0; place < piece.length; place++) {
      const byte = piece[place] ?? 0
      if (inText) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inText = false
      } else if (byte === QUOTE) inText = true
      else if (byte === COMMA) values++
      else if ((byte | CASE_BIT) === OPEN) {
        depth++
        values++
        if (depth > DEEPEST) return problem('not-protocol')
      } else if ((byte | CASE_BIT) === CLOSE) depth--
      if (values > MOST_VALUES) return problem('too-large')
    }
    return undefined
  }
}
