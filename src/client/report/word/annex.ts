// An annex: a table on pages of its own, counted anew, across the page where it has many columns.

import type { Paper, PaperTable } from '../paper.ts'
import { issuerInFull, type PaperWords, roman, signOf } from '../paper-words.ts'
import { notesXml } from './body.ts'
import { upper } from './heading.ts'
import { type Turned, textWidth } from './page.ts'
import { paragraph } from './paragraph.ts'
import { tableXml } from './table.ts'

const MOST_UPRIGHT = 6

export const turnedFor = ({ columns }: PaperTable): Turned => (columns.length > MOST_UPRIGHT ? 'landscape' : 'portrait')

/** `place` counts from 0; one annex alone has no number. */
export function annexXml({ annexes, heading, look, language }: Paper, place: number, words: PaperWords, tick: () => void): string {
  const table = annexes[place]
  if (!table) return ''
  return [
    paragraph('annexNumber', annexes.length === 1 ? words.annex : `${words.annex} ${roman(place + 1)}`),
    paragraph('annexTitle', upper(table.title)),
    paragraph('attached', words.attached(signOf(heading, words), issuerInFull(heading, look))),
    tableXml(table, textWidth(turnedFor(table)), language, tick),
    notesXml(table),
  ].join('')
}
