// Folding for search: what people type without marks finds what is written with them. Never shown, never stored.

const marks = /\p{M}/gu
/** Typed or left out at will in names like "Ea H'Leo". */
const apostrophes = /['\u2018\u2019\u02bc`´]/g
const betweenWords = /[^\p{L}\p{N}]+/gu

/** Lower case, no marks, đ as d, no apostrophes, words with single spaces between: "Xã  Ea H’Leo" is "xa ea hleo". */
export function fold(text: string): string {
  const bare = text.replace(apostrophes, '').normalize('NFD').replace(marks, '').toLowerCase()
  return bare.replace(/đ/g, 'd').replace(betweenWords, ' ').trim()
}

/** Whether every word of the query begins a word of the text, which is given folded; an empty query matches all. */
export function matches(folded: string, query: string): boolean {
  const words = ` ${folded}`
  return fold(query)
    .split(' ')
    .every((word) => words.includes(` ${word}`))
}
