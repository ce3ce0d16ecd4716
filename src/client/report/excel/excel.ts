// A paper as an Excel file: a sheet about it, then each of its tables and annexes as a sheet, numbers as numbers and days as days.
// Texts are texts whatever they begin with. The same paper makes the same bytes on any day.

import type { Paper } from '../paper.ts'
import { paperWords } from '../paper-words.ts'
import { counting, fullTitle, marksOf, type PaperWork, rowsOfPaper, tablesOf } from '../paper-work.ts'
import { xmlText } from '../xml-text.ts'
import { OFFICE, relations, zipParts } from '../zip-parts.ts'
import { aboutSheet } from './about-sheet.ts'
import type { Sheet } from './sheet.ts'
import { sheetNames } from './sheet-name.ts'
import { newStrings } from './strings.ts'
import { excelStyles } from './style.ts'
import { tableSheet } from './table-sheet.ts'

const EXCEL = 'spreadsheetml'

export function paperToExcel(paper: Paper, work: PaperWork = {}): Uint8Array<ArrayBuffer> {
  const words = paperWords[paper.language]
  const strings = newStrings()
  const marks = marksOf(paper, work, words.practice)
  const tick = counting(work, rowsOfPaper(paper))
  const tables = [...tablesOf(paper), ...paper.annexes]
  const [first = words.about, ...names] = sheetNames([words.about, ...tables.map(({ title }) => title)], words.tables)
  const sheets = [
    aboutSheet(paper, { name: first, tables, names, marks, words, strings }),
    ...tables.map((table, place) => tableSheet(table, { name: names[place] ?? '', language: paper.language, marks, strings, tick })),
  ]
  const sheetPath = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`
  return zipParts(
    {
      'xl/workbook.xml': `${EXCEL}.sheet.main`,
      'xl/styles.xml': `${EXCEL}.styles`,
      'xl/sharedStrings.xml': `${EXCEL}.sharedStrings`,
      ...Object.fromEntries(sheets.map((_, place) => [sheetPath(place), `${EXCEL}.worksheet`])),
    },
    'xl/workbook.xml',
    {
      'xl/workbook.xml': workbookXml(sheets),
      'xl/_rels/workbook.xml.rels': relations([
        { id: 'rId1', type: 'styles', target: 'styles.xml' },
        { id: 'rId2', type: 'sharedStrings', target: 'sharedStrings.xml' },
        ...sheets.map((_, place) => ({ id: sheetId(place), type: 'worksheet', target: `worksheets/sheet${place + 1}.xml` })),
      ]),
      'xl/styles.xml': excelStyles(),
      'xl/sharedStrings.xml': strings.xml(),
      ...Object.fromEntries(sheets.map(({ xml }, place) => [sheetPath(place), xml])),
    },
    { title: fullTitle(paper), author: paper.heading.issuer, date: paper.heading.date, locale: paper.language === 'vi' ? 'vi-VN' : 'en-GB' },
  )
}

const sheetId = (place: number): string => `rId${place + 3}`

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="${sheetId(place)}"/>`)
  const printed = sheets.flatMap(({ name, headingRow }, place) =>
    headingRow ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${titleRow(name, headingRow)}</definedName>`] : [],
  )
  const names = printed.length > 0 ? `<definedNames>${printed.join('')}</definedNames>` : ''
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>${names}</workbook>`
}

const titleRow = (name: string, row: number): string => `'${xmlText(name.replaceAll("'", "''"))}'!$${row}:$${row}`
