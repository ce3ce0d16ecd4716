// CSV that Excel opens as it is: UTF-8 with BOM, quoted, and safe: a text that a spreadsheet would run as a formula is
// marked as text (docs/domain.md §6).

const FORMULA = /^[=+\-@\t\r\0]/

export type Cell = string | number | undefined

/** Rows of cells, the first one the heading, as the text of a file. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string => `\ufeff${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`

function toCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe
}
