// A report as a message for Zalo: what it is about, its sentences with their figures, each indicator in a line. What has nothing in
// it is left out; the tables are in the file.

import type { Translate } from '../../text/translate.ts'
import type { Block, Paper, PaperCell, PaperTable } from './paper.ts'
import { saidCell } from './said-cell.ts'

export function paperText(paper: Paper, t: Translate, stale?: string): string {
  const { language, practice, title, subject, dates, blocks, heading } = paper
  const said = (cell: PaperCell): string => saidCell(cell, language)
  return [
    ...(practice ? [t('practice.mark')] : []),
    ...(stale === undefined ? [] : [stale]),
    [title, subject].filter(Boolean).join(' '),
    heading.issuer,
    ...dates,
    ...withoutEmptyParts(blocks).flatMap((block) => linesOf(block, said)),
  ].join('\n')
}

const isHeading = (block: Block | undefined): block is Extract<Block, { as: 'heading' }> => block?.as === 'heading'

/** A heading under which nothing is told before the next one of its level or above. */
function withoutEmptyParts(blocks: readonly Block[]): Block[] {
  const told = blocks.filter((block) => isHeading(block) || isTold(block))
  return told.filter((block, place) => {
    if (!isHeading(block)) return true
    const next = told.slice(place + 1).find((other) => !isHeading(other) || other.level <= block.level)
    return next !== undefined && !isHeading(next)
  })
}

function isTold(block: Block): boolean {
  if (block.as === 'prose') return block.text.trim() !== ''
  return block.as === 'table' ? isOfIndicators(block.table) : true
}

const isOfIndicators = ({ rows }: PaperTable): boolean => rows.some((row) => row.some((cell) => 'figure' in cell && cell.figure?.indicator !== undefined))

function linesOf(block: Block, said: (cell: PaperCell) => string): string[] {
  if (block.as !== 'table') return [block.text]
  return block.table.rows.map((row) => `• ${[row[0], ...row.filter((cell) => 'percent' in cell)].flatMap((cell) => (cell ? said(cell) : [])).join(': ')}`)
}
