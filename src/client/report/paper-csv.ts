// A table of a paper as CSV: the same cells as in Excel, days as 2026-03-14, percentages as numbers.

import { type Cell, toCsv } from '../../text/csv.ts'
import type { Paper, PaperTable } from './paper.ts'
import { paperWords } from './paper-words.ts'
import { type GridCell, gridOf } from './table-grid.ts'

/** What was invented to practise with says so in every row, and so does what is `stale`. */
export function tableCsv({ language, practice }: Paper, table: PaperTable, stale?: string): string {
  const { headings, rows, sum } = gridOf(table, language)
  const mark = [...(practice ? [paperWords[language].practice] : []), ...(stale === undefined ? [] : [stale])]
  return toCsv([[...headings, ...mark], ...[...rows, ...(sum ? [sum] : [])].map((row) => [...row.map(toCell), ...mark])])
}

function toCell(cell: GridCell): Cell {
  if (!cell) return undefined
  if (cell.as === 'date') return cell.date
  return cell.as === 'whole' || cell.as === 'percent' ? cell.number : cell.text
}
