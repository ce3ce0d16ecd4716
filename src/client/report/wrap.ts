// Breaks a text into lines that are no wider than what is given. Pure: who asks brings the ruler.

/** How wide a text is drawn, in the same unit as `width`. */
export type Ruler = (text: string) => number

/** At spaces that may break; a word that is wider than a line is broken where the line ends, never cut off. An empty text has no line. */
export function wrap(text: string, width: number, ruler: Ruler): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\n]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (ruler(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = broken(word, width, ruler)
    lines.push(...pieces.slice(0, -1))
    line = pieces[pieces.length - 1] ?? ''
  }
  return line === '' ? lines : [...lines, line]
}

/** By whole characters: a letter keeps the marks that stand on it. */
function broken(word: string, width: number, ruler: Ruler): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    if (piece !== '' && ruler(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
