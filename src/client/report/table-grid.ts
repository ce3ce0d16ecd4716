// A table as a spreadsheet has it: typed cells in columns. A percentage stands there as a number, and where paper says more about it
// ("3/8 xã (37,5 %)") that is a column beside it, so that neither is lost.

import { formatPercent } from '../../text/format.ts'
import type { Language } from '../../text/translate.ts'
import type { PaperCell, PaperColumn, PaperTable } from './paper.ts'
import { paperWords } from './paper-words.ts'

/** Undefined is an empty cell. */
export type GridCell =
  | { as: 'words'; text: string }
  | { as: 'none'; text: string }
  | { as: 'whole'; number: number }
  /** Per cent: 37.5. */
  | { as: 'percent'; number: number }
  | { as: 'date'; date: string }
  | undefined

export interface Grid {
  headings: string[]
  rows: GridCell[][]
  sum?: GridCell[]
}

export function gridOf({ columns, rows, sum }: PaperTable, language: Language): Grid {
  const all = sum ? [...rows, sum] : rows
  const more = columns.map((_, place) => all.some((row) => saysMore(row[place], language)))
  const wide = (row: readonly PaperCell[]): GridCell[] =>
    columns.flatMap((_, place) => {
      const cell = row[place]
      return more[place] ? [toGrid(cell), said(cell)] : [toGrid(cell)]
    })
  const headings = columns.flatMap(({ heading }: PaperColumn, place) => (more[place] ? [heading, `${heading} (${paperWords[language].onPaper})`] : [heading]))
  return { headings, rows: rows.map(wide), ...(sum && { sum: wide(sum) }) }
}

const saysMore = (cell: PaperCell | undefined, language: Language): boolean =>
  cell !== undefined && 'percent' in cell && cell.said !== formatPercent(cell.percent, language)

const said = (cell: PaperCell | undefined): GridCell => (cell && 'percent' in cell ? { as: 'words', text: cell.said } : undefined)

function toGrid(cell: PaperCell | undefined): GridCell {
  if (!cell) return undefined
  if ('text' in cell) return cell.text === '' ? undefined : { as: 'words', text: cell.text }
  if ('whole' in cell) return { as: 'whole', number: cell.whole }
  if ('percent' in cell) return { as: 'percent', number: cell.percent }
  return 'date' in cell ? { as: 'date', date: cell.date } : { as: 'none', text: cell.none }
}
