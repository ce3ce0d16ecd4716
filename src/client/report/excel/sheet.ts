// One sheet, row by row: cells of words, whole numbers, percentages and days, with the rows above the line that stay in sight.

import { dateToDay } from '../../../model/civil-date.ts'
import type { GridCell } from '../table-grid.ts'
import { wrap } from '../wrap.ts'
import { xmlText } from '../xml-text.ts'
import type { Strings } from './strings.ts'
import { type LookName, lookPlace } from './style.ts'

export interface Sheet {
  name: string
  xml: string
  /** The row that is printed again on every page, where there is one. */
  headingRow?: number
}

/** Excel counts days from 30 December 1899. */
const FIRST_DAY = 25_569
/** Characters. */
const NARROWEST = 9
const WIDEST = 60
/** A day, or a number of ten digits. */
const LEAST_WORDS = 16
/** A letter, in the widths that Excel counts in: with room to spare, since fonts differ. */
const WIDE = 1.1

/** A program that opens the file runs nothing in it; one in which somebody edits such a cell would. */
const FORMULA = /^[=+\-@\t\r\0]/

const own = { words: 'words', none: 'none', whole: 'whole', percent: 'percent', date: 'date' } as const
const ofSum = { words: 'sumWords', none: 'sumNone', whole: 'sumWhole', percent: 'sumPercent', date: 'sumDate' } as const

export function cellXml(at: string, cell: GridCell, isSum: boolean, strings: Strings): string {
  if (!cell) return wordsXml(at, '', isSum ? 'sumWords' : 'words', strings)
  const look = (isSum ? ofSum : own)[cell.as]
  if (cell.as === 'words' || cell.as === 'none') return wordsXml(at, cell.text, look, strings)
  const value = cell.as === 'whole' ? cell.number : cell.as === 'percent' ? hundredth(cell.number) : dateToDay(cell.date) + FIRST_DAY
  return `<c r="${at}" s="${lookPlace(look)}"><v>${value}</v></c>`
}

/** 37.5 → 0.375, without the dust of a division. */
const hundredth = (percent: number): number => Math.round(percent * 10) / 1000

export const wordsXml = (at: string, text: string, look: LookName, strings: Strings): string =>
  text === '' ? `<c r="${at}" s="${lookPlace(look)}"/>` : `<c r="${at}" s="${lookPlace(look, FORMULA.test(text))}" t="s"><v>${strings.place(text)}</v></c>`

/** 0 → A, 26 → AA. */
export function letters(place: number): string {
  const rest = place % 26
  const last = String.fromCharCode(65 + rest)
  return place < 26 ? last : letters((place - rest) / 26 - 1) + last
}

/** Columns as wide as the longest of what stands in them, within reason: longer words go on in the next line. */
export function widthsOf(headings: readonly string[], rows: readonly (readonly GridCell[])[]): number[] {
  const widths = headings.map((heading) => Math.max(NARROWEST, ...heading.split(/\s+/).map((word) => word.length + 2), Math.ceil(heading.length / 2)))
  for (const row of rows) {
    row.forEach((cell, place) => {
      const length = lengthOf(cell)
      if (length > (widths[place] ?? 0)) widths[place] = length
    })
  }
  return fitted(widths.map((width) => Math.min(width, WIDEST)))
}

/** Printed across a page, wider letters can't be read; narrower than this, notes and marks stand in a column of single words. */
const PAGE = { least: 60, most: 170 }

/** The widest columns give way until a page holds them all; the first one takes the room that is left over. */
function fitted(widths: readonly number[]): number[] {
  const sum = (some: readonly number[]): number => some.reduce((all, width) => all + width, 0)
  let [fits, limit] = [[...widths], WIDEST]
  while (sum(fits) > PAGE.most && limit > LEAST_WORDS) {
    limit--
    fits = fits.map((width) => Math.min(width, limit))
  }
  const [first = 0, ...others] = fits
  return [Math.max(first, PAGE.least - sum(others)), ...others]
}

function lengthOf(cell: GridCell): number {
  if (!cell) return 0
  if (cell.as === 'date') return 13
  // Room for the marks between thousands, and for the sign of per cent.
  if (cell.as === 'whole' || cell.as === 'percent') return Math.ceil(String(cell.number).length * 1.35) + 3
  return Math.ceil(cell.text.length * WIDE) + 2
}

/** Points. Programs differ in whether they find a row's height by themselves, so one of several lines says its own. */
const LINE = 17
/** Excel's own limit is 409. */
const HIGHEST = 400

/** How high a row is in which `texts` stand in columns of such `widths`; undefined where one line is enough. */
export function heightOf(texts: readonly (string | undefined)[], widths: readonly number[]): number | undefined {
  const lines = texts.reduce((most, text = '', place) => Math.max(most, linesIn(text, widths[place] ?? NARROWEST)), 1)
  return lines > 1 ? Math.min(HIGHEST, lines * LINE) : undefined
}

function linesIn(text: string, width: number): number {
  if (text.length * WIDE < width && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, wrap(line, width, (part) => part.length * WIDE).length), 0)
}

export const rowXml = (number: number, cells: string, height?: number): string =>
  `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells}</row>`

interface SheetParts {
  widths: readonly number[]
  rows: readonly string[]
  /** How many rows stay in sight. */
  frozen: number
  merged: readonly string[]
  /** Above every page that is printed. */
  mark: string
  isFirst: boolean
}

export function sheetXml({ widths, rows, frozen, merged, mark, isFirst }: SheetParts): string {
  const pane = frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : ''
  const view = `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>`
  // "&" begins a code of Excel's there.
  const above = mark === '' ? '' : `&amp;C${xmlText(mark.replaceAll('&', '&&'))}`
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    view,
    '<sheetFormatPr defaultRowHeight="16"/>',
    `<cols>${widths.map((width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    '<pageMargins left="0.6" right="0.5" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter>${above === '' ? '' : `<oddHeader>${above}</oddHeader>`}<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('')
}
