// The first sheet: what the report is, whose, of which days, which sheets follow, and where their figures come from.

import type { Paper, PaperTable } from '../paper.ts'
import { type PaperWords, placeAndDate, signOf } from '../paper-words.ts'
import { fullTitle } from '../paper-work.ts'
import { heightOf, rowXml, type Sheet, sheetXml, wordsXml } from './sheet.ts'
import type { Strings } from './strings.ts'
import type { LookName } from './style.ts'

interface Around {
  name: string
  tables: readonly PaperTable[]
  names: readonly string[]
  marks: readonly string[]
  words: PaperWords
  strings: Strings
}

/** Labels, and what they say. */
const WIDTHS = [24, 100] as const

export function aboutSheet(paper: Paper, { name, tables, names, marks, words, strings }: Around): Sheet {
  const { heading, language, to, dates } = paper
  const several = (label: string, texts: readonly string[]): [string, string, LookName?][] => texts.map((text, place) => [place === 0 ? label : '', text])
  const lines: [label: string, text: string, look?: LookName][] = [
    ['', fullTitle(paper), 'title'],
    ...marks.map((mark): [string, string, LookName] => ['', mark, 'mark']),
    ...several(
      words.issuer,
      [heading.above, heading.issuer].filter((one) => one !== ''),
    ),
    [words.number, `        /${signOf(heading, words)}`],
    [words.day, placeAndDate(heading, language)],
    ...several(words.to, to),
    ...several(words.period, dates),
    ...tables.flatMap((table, place): [string, string, LookName?][] => [
      [place === 0 ? words.tables : '', names[place] === table.title ? table.title : `${names[place]}: ${table.title}`],
      ...table.notes.map((note): [string, string, LookName] => ['', note, 'note']),
    ]),
  ]
  const rows = lines.map(([label, text, look = 'line'], place) =>
    rowXml(
      place + 1,
      wordsXml(`A${place + 1}`, label, 'label', strings) + wordsXml(`B${place + 1}`, text, look, strings),
      heightOf([label, look === 'title' ? '' : text], WIDTHS),
    ),
  )
  return { name, xml: sheetXml({ widths: WIDTHS, rows, frozen: 0, merged: [], mark: marks.join(' · '), isFirst: true }) }
}
