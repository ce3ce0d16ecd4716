// What an office program showed of a paper: which of its figures are not there, and the paper's row in docs/reports/README.md. Pure.

import type { Paper, PaperCell, PaperTable } from '../src/client/report/paper.ts'
import { saidCell } from '../src/client/report/said-cell.ts'

/** The Word file, the print view, the Excel file. */
export type Shown = 'word' | 'print' | 'excel'

export interface LookedPaper {
  name: string
  pages: Record<Shown, number>
  /** The pages that have a picture. */
  drawn: readonly { kind: Shown; page: number; file: string }[]
  lacking: readonly string[]
}

const tablesOf = ({ blocks, annexes }: Paper): PaperTable[] => [...blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...annexes]

/** In a PDF a cell of several lines is apart: of those every word has to be there. */
const inWords = (text: string): string[] => text.split(/[\s\u00a0]+/).filter((word) => word !== '')

/** Cells of the paper that `shown`, the text of all pages, does not have. */
export function lacking(paper: Paper, shown: string): string[] {
  const words = new Set(inWords(shown))
  return tablesOf(paper).flatMap(({ id, rows, sum }) =>
    [...rows, ...(sum ? [sum] : [])]
      .flat()
      .map((cell) => saidCell(cell, paper.language))
      .filter((said) => !inWords(said).every((word) => words.has(word)))
      .map((said) => `${id}: ${said}`),
  )
}

/** Numbers of the paper that the sheets don't have as numbers, as often as the paper has them. `sheets`: each as CSV, its texts between quotes. */
export function lackingInSheets(paper: Paper, sheets: readonly string[]): string[] {
  const shown = new Map<string, number>()
  for (const value of sheets.flatMap((sheet) => sheet.replace(/"(?:[^"]|"")*"/g, '').split(/[,\r\n]+/))) shown.set(value, (shown.get(value) ?? 0) + 1)
  return tablesOf(paper).flatMap(({ id, rows, sum }) =>
    [...rows, ...(sum ? [sum] : [])].flat().flatMap((cell) => {
      const value = numberOf(cell)
      if (value === undefined) return []
      const left = shown.get(value) ?? 0
      shown.set(value, left - 1)
      return left > 0 ? [] : [`${id}: ${value} is no number in the sheets`]
    }),
  )
}

function numberOf(cell: PaperCell): string | undefined {
  if ('whole' in cell) return String(cell.whole)
  return 'percent' in cell ? `${cell.percent}%` : undefined
}

const words: Record<Shown, string> = { word: '', print: 'print ', excel: 'sheet ' }

const BEGIN = '<!-- looked -->'
const END = '<!-- /looked -->'

/** The page with a row for each of the papers; what a person wrote in the last column stays. `unseen`: rows without a word of hers. */
export function withRows(page: string, looked: readonly LookedPaper[]): { text: string; unseen: string[] } {
  const [before = '', rest = ''] = page.split(BEGIN)
  const [old = '', after = ''] = rest.split(END)
  const seen = new Map([...old.matchAll(/^\| ([\w-]+) \[.*?\| .*? \| (.*) \|$/gm)].map(([row, name = '', what = '']) => [name, { row, what }]))
  const rows = new Map([...seen].map(([name, { row }]) => [name, row]))
  for (const { name, pages, drawn, lacking: missing } of looked) {
    const pictures = drawn.map(({ kind, page, file }) => `[${words[kind]}${page}](${file})`).join(' ')
    const found = missing.length === 0 ? 'every figure in all three' : `${missing.length} figures missing`
    rows.set(name, `| ${name} ${pictures} | ${pages.word} / ${pages.print} / ${pages.excel}; ${found} | ${seen.get(name)?.what ?? ''} |`)
  }
  const table = [
    '| paper | pages in Word / printed / of sheets | seen, mended, and what stays |',
    '| --- | --- | --- |',
    ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  ]
  return {
    text: `${before}${BEGIN}\n${table.join('\n')}\n${END}${after}`,
    unseen: looked.map(({ name }) => name).filter((name) => !seen.get(name)?.what.trim()),
  }
}
