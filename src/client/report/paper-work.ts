// What whoever has a file written may tell and be told: a sentence about figures that have moved since, and how far it is.

import type { Block, Paper, PaperTable } from './paper.ts'

export interface PaperWork {
  /** Stands on every page, where the figures of a frozen report differ from those of today. */
  stale?: string
  /** Lines done, of how many: rows of tables, and every other block as one. Called now and then, and at the end. */
  onProgress?: (done: number, of: number) => void
}

const OFTEN = 50

/** Counts what is done; `tick` is called once a line. */
export function counting({ onProgress }: PaperWork, of: number): () => void {
  if (!onProgress) return () => undefined
  let done = 0
  return () => {
    done++
    if (done % OFTEN === 0 || done === of) onProgress(done, of)
  }
}

const rowsOf = ({ rows, sum }: PaperTable): number => rows.length + (sum ? 1 : 0)

export const tablesOf = ({ blocks }: Paper): PaperTable[] => blocks.flatMap((block) => (block.as === 'table' ? [block.table] : []))

const linesOf = (block: Block): number => (block.as === 'table' ? rowsOf(block.table) : 1)

export const linesOfPaper = ({ blocks, annexes }: Paper): number =>
  blocks.reduce((sum, block) => sum + linesOf(block), 0) + annexes.reduce((sum, table) => sum + rowsOf(table), 0)

export const rowsOfPaper = (paper: Paper): number => [...tablesOf(paper), ...paper.annexes].reduce((sum, table) => sum + rowsOf(table), 0)

/** Characters. What stands above every page must leave room for the page. */
const MOST_ABOVE = 300

/** What stands above every page, before all else. */
export const marksOf = (paper: Paper, { stale }: PaperWork, practice: string): string[] => [
  ...(paper.practice ? [practice] : []),
  ...(stale ? [stale.length > MOST_ABOVE ? `${stale.slice(0, MOST_ABOVE)}…` : stale] : []),
]

/** "BÁO CÁO" and its subject in one line, as a file is called inside. */
export const fullTitle = ({ title, subject }: Paper): string => (subject === '' ? title : `${title} ${subject}`)
