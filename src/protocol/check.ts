// The sum by which a phone proves that it holds what it should (docs/protocol.md): of every record told to it that is not
// removed, its id and version. It finds our own mistakes, not an adversary's. Pure.

export interface Sum {
  /** Whole numbers from 0 to 2³² − 1. */
  high: number
  low: number
  /** How many records. */
  held: number
}

export const emptySum: Sum = { high: 0, low: 0, held: 0 }

/** The form of this sum, for whoever stores sums: another form makes them anew. */
export const CHECK_FORM = 1

export const sumOfRecord = (id: string, version: number): Sum => {
  const said = `${id}:${version}`
  return { high: hash(said, 0x9e3779b1), low: hash(said, 0x85ebca77), held: 1 }
}

export const addSum = (a: Sum, b: Sum): Sum => ({ high: (a.high + b.high) % 2 ** 32, low: (a.low + b.low) % 2 ** 32, held: a.held + b.held })

export const withoutSum = (a: Sum, b: Sum): Sum => ({
  high: (a.high - b.high + 2 ** 32) % 2 ** 32,
  low: (a.low - b.low + 2 ** 32) % 2 ** 32,
  held: a.held - b.held,
})

/** As it stands in an answer: "12-0123456789abcdef", how many and the two halves. */
export const sumText = ({ high, low, held }: Sum): string => `${held}-${hex(high)}${hex(low)}`

const hex = (half: number): string => half.toString(16).padStart(8, '0')

/** 32 bits over ASCII: each character multiplied in, then mixed until every bit of the text reaches every bit of the sum. */
function hash(text: string, seed: number): number {
  let sum = seed
  for (let place = 0; place < text.length; place++) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x7feb352d)
  sum = Math.imul(sum ^ (sum >>> 15), 0x846ca68b)
  return (sum ^ (sum >>> 16)) >>> 0
}
