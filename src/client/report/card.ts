// A session or a month as a picture to send on: what is said on it. The text to paste is made of the same words, so the two
// can't disagree. It holds figures and names of places, nothing of a person. Pure.

export interface Card {
  /** Said before everything else: that it is practice. */
  mark?: string | undefined
  /** What this is about. */
  heading: string
  /** The place it is about. */
  name: string
  /** Where that lies, and when it was. */
  below: string[]
  main: Figure
  figures: Figure[]
  /** A share as a bar from zero; its words stand under it. */
  bar?: { value: number; whole: number; words: string } | undefined
  details: string[]
  foot: string[]
}

export interface Figure {
  value: string
  label: string
}

export function cardText({ mark, heading, name, below, main, figures, bar, details, foot }: Card): string {
  const said = [main, ...figures].map(({ label, value }) => `- ${label}: ${value}`)
  return [...(mark ? [mark] : []), heading, [name, ...below].join(', '), ...said, ...(bar ? [`- ${bar.words}`] : []), ...details, ...foot].join('\n')
}
