// A table of figures: rows don't break over two pages, the heading stands again on each page, numbers to the right.

import type { Language } from '../../../text/translate.ts'
import type { PaperCell, PaperColumn, PaperTable } from '../paper.ts'
import { paperWords } from '../paper-words.ts'
import { saidCell } from '../said-cell.ts'
import { isInOnePiece } from '../table-size.ts'
import { paragraph } from './paragraph.ts'
import type { StyleId } from './style.ts'

interface RowPlace {
  isSum: boolean
  /** On one page with what comes next. */
  keepNext: boolean
}

/** Points: many columns need small letters. */
type Size = 10 | 11 | 12
const sizeFor = (columns: number, width: number): Size => (width / columns > 1300 ? 12 : width / columns > 900 ? 11 : 10)

/** `width` is what the columns share, in twentieths of a point. `tick` is called once a row. */
export function tableXml({ columns, rows, sum }: PaperTable, width: number, language: Language, tick: () => void): string {
  const widths = shares(columns, width)
  const size = sizeFor(columns.length, width)
  const opened = widths.map((one) => `<w:tc><w:tcPr><w:tcW w:w="${one}" w:type="dxa"/>`)
  const last = rows.length - 1
  const isShort = isInOnePiece(columns.length, rows.length)
  const row = (cells: readonly PaperCell[], { isSum, keepNext }: RowPlace): string => {
    tick()
    const inner = columns.map(({ as }, place) => {
      const cell = cells[place]
      return `${opened[place]}</w:tcPr>${cell ? cellText(cell, `${isSum ? 'sum-' : ''}${as}-${size}`, keepNext, language) : '<w:p/>'}</w:tc>`
    })
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inner.join('')}</w:tr>`
  }
  const head = columns.map(({ heading }, place) => `${opened[place]}<w:vAlign w:val="center"/></w:tcPr>${paragraph(`head-${size}`, heading)}</w:tc>`)
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`,
    // The sum never stands on a page by itself, and neither does the first note.
    ...rows.map((cells, place) => row(cells, { isSum: false, keepNext: isShort || place === last })),
    rows.length === 0 ? noRows(columns.length, width, size, language) : '',
    sum ? row(sum, { isSum: true, keepNext: true }) : '',
    '</w:tbl>',
  ].join('')
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

function cellText(cell: PaperCell, style: StyleId, keepNext: boolean, language: Language): string {
  // No number is never taken for one: it leans.
  return paragraph(style, saidCell(cell, language), { keepNext, leans: 'none' in cell })
}

const noRows = (columns: number, width: number, size: Size, language: Language): string =>
  `<w:tr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph(`words-${size}`, paperWords[language].noRows)}</w:tc></w:tr>`

/** What each column gets, together exactly `width`. */
function shares(columns: readonly PaperColumn[], width: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0) || 1
  let [before, edge] = [0, 0]
  return columns.map((column) => {
    before += column.width
    const from = edge
    edge = Math.round((before / whole) * width)
    return edge - from
  })
}

/** Two cells side by side without borders: the heading, and the signature. */
export function sideBySide(left: number, right: number, contents: readonly [string, string]): string {
  const cells = [left, right].map((one, place) => `<w:tc><w:tcPr><w:tcW w:w="${one}" w:type="dxa"/></w:tcPr>${contents[place]}</w:tc>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="${left + right}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${left}"/><w:gridCol w:w="${right}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr></w:tbl>`
}
