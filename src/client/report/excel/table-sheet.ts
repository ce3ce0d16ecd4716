// A table's sheet: its title and what has to be said before all else, the headings, which stay in sight, its rows, its sum, its notes.

import type { Language } from '../../../text/translate.ts'
import type { PaperTable } from '../paper.ts'
import { paperWords } from '../paper-words.ts'
import { type GridCell, gridOf } from '../table-grid.ts'
import { cellXml, heightOf, letters, rowXml, type Sheet, sheetXml, widthsOf, wordsXml } from './sheet.ts'
import type { Strings } from './strings.ts'
import type { LookName } from './style.ts'

interface Around {
  name: string
  language: Language
  marks: readonly string[]
  strings: Strings
  tick: () => void
}

const TITLE_HEIGHT = 22

export function tableSheet(table: PaperTable, { name, language, marks, strings, tick }: Around): Sheet {
  const { headings, rows, sum } = gridOf(table, language)
  const widths = widthsOf(headings, sum ? [...rows, sum] : rows)
  const across = widths.reduce((all, width) => all + width, 0)
  const last = letters(headings.length - 1)
  const lines: string[] = []
  const merged: string[] = []

  /** Over all columns. */
  const wide = (text: string, look: LookName): void => {
    const at = lines.length + 1
    lines.push(rowXml(at, wordsXml(`A${at}`, text, look, strings), look === 'title' ? TITLE_HEIGHT : heightOf([text], [across])))
    if (headings.length > 1 && look !== 'title') merged.push(`A${at}:${last}${at}`)
  }
  const typed = (cells: readonly GridCell[], isSum: boolean): void => {
    const at = lines.length + 1
    const texts = cells.map((cell) => (cell && 'text' in cell ? cell.text : undefined))
    lines.push(rowXml(at, cells.map((cell, place) => cellXml(`${letters(place)}${at}`, cell, isSum, strings)).join(''), heightOf(texts, widths)))
    tick()
  }

  wide(table.title, 'title')
  for (const mark of marks) wide(mark, 'mark')
  const headingRow = lines.length + 1
  lines.push(
    rowXml(
      headingRow,
      headings.map((heading, place) => wordsXml(`${letters(place)}${headingRow}`, heading, 'heading', strings)).join(''),
      heightOf(headings, widths),
    ),
  )
  for (const row of rows) typed(row, false)
  if (rows.length === 0) wide(paperWords[language].noRows, 'note')
  if (sum) typed(sum, true)
  for (const note of table.notes) wide(note, 'note')
  return { name, headingRow, xml: sheetXml({ widths, rows: lines, frozen: headingRow, merged, mark: marks.join(' · '), isFirst: false }) }
}
