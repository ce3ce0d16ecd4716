// What a report says, block by block, and its last sign.

import type { Language } from '../../../text/translate.ts'
import type { Block, PaperTable } from '../paper.ts'
import { paperWords } from '../paper-words.ts'
import { upper } from './heading.ts'
import { textWidth } from './page.ts'
import { paragraph } from './paragraph.ts'
import { tableXml } from './table.ts'

/** Lines of dots for a place where nothing was written. */
const DOTTED = 3

export function bodyXml(blocks: readonly Block[], language: Language, tick: () => void): string {
  const { end } = paperWords[language]
  const last = blocks.length - 1
  const isClosed = blocks.length > 0 && isText(blocks[last])
  const parts = blocks.map((block, place) => {
    const xml = blockXml(block, place === last && isClosed ? end : '', language, tick)
    if (block.as !== 'table') tick()
    return xml
  })
  // After a table, or after dots, it stands by itself.
  return [...parts, isClosed ? '' : paragraph('end', end)].join('')
}

const isText = (block: Block | undefined): boolean => block?.as === 'paragraph' || (block?.as === 'prose' && block.text.trim() !== '')

function blockXml(block: Block, end: string, language: Language, tick: () => void): string {
  if (block.as === 'heading') return paragraph(`heading${block.level}`, block.level === 1 ? upper(block.text) : block.text)
  if (block.as === 'paragraph') return paragraphs(block.text, end)
  if (block.as === 'table') return bodyTable(block.table, language, tick)
  if (block.text.trim() !== '') return paragraphs(block.text, end)
  return [
    paragraph('ask', `(${block.label})`),
    ...Array.from({ length: DOTTED }, (_, line) => paragraph('dotted', '\t', { keepNext: line < DOTTED - 1 })),
  ].join('')
}

/** What was written in several lines stands in several paragraphs. The end goes with the last, in place of its full stop. */
function paragraphs(text: string, end: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const last = lines.length - 1
  return lines
    .map((line, place) => {
      const isEnd = end !== '' && place === last
      // The signature never stands on a page by itself.
      return paragraph('body', isEnd ? `${line.trimEnd().replace(/(\.\/)?\.$/, '')}${end}` : line, isEnd ? { keepNext: true } : undefined)
    })
    .join('')
}

function bodyTable(table: PaperTable, language: Language, tick: () => void): string {
  return [paragraph('tableTitle', table.title), tableXml(table, textWidth('portrait'), language, tick), notesXml(table)].join('')
}

/** Two tables with nothing between them would be one. The notes stay together. */
export const notesXml = ({ notes }: PaperTable): string =>
  [...notes.map((note, place) => paragraph('note', note, { keepNext: place < notes.length - 1 })), paragraph('afterTable', '')].join('')
