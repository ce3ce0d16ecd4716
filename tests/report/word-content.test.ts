// What is in a Word file: the paper's figures and none else, texts that stay texts, and the same bytes on any day.

import { test as property } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperCell, PaperTable } from '../../src/client/report/paper.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { cleanText } from '../../src/model/text.ts'
import { partsOf, type Table, wordFile } from '../fixture/office-file.ts'
import { hostilePaper, hostileTexts, quarterPaper, unionPaper, yearPaper } from '../fixture/paper.ts'

/** What a cell of the file says, in the paper's own terms. */
function typed(said: string, cell: PaperCell): PaperCell {
  if ('whole' in cell) return { ...cell, whole: Number(said.replaceAll('.', '')) }
  if ('percent' in cell) {
    const [, whole, part] = /(\d+),(\d)\u00a0%\)?$/.exec(said) ?? []
    return { ...cell, percent: Number(`${whole}.${part}`), said }
  }
  if ('date' in cell) return { date: said.split('/').reverse().join('-') }
  return 'text' in cell ? { text: said } : { none: said }
}

const typedRows = ({ rows }: Table, { rows: own, sum }: PaperTable): PaperCell[][] =>
  (sum ? [...own, sum] : own).map((cells, row) => cells.map((cell, column) => typed(rows[row + 1]?.cells[column]?.[0]?.text ?? 'nothing', cell)))

test.each([
  ['a commune’s quarter', quarterPaper()],
  ['the Union’s', unionPaper()],
  ['a province’s year', yearPaper(Array.from({ length: 9 }, (_, place) => `Xã ${place + 1}`))],
])('every figure of %s stands in the file as it stands on the paper', (_, paper) => {
  const { tables } = wordFile(paperToWord(paper))
  const own = [...paper.blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...paper.annexes]
  const drawn = tables.filter(({ rows }) => rows.length > 1)
  expect(drawn).toHaveLength(own.length)
  for (const [place, table] of own.entries()) {
    const found = drawn[place]
    if (!found) throw new Error(`${table.id} is not in the file`)
    expect(found.rows).toHaveLength(1 + table.rows.length + (table.sum ? 1 : 0))
    expect(found.rows[0]?.cells.map(([cell]) => cell?.text)).toEqual(table.columns.map(({ heading }) => heading))
    expect(typedRows(found, table)).toEqual(table.sum ? [...table.rows, table.sum] : table.rows)
  }
})

test('a table without a row says so', () => {
  const [annex] = quarterPaper().annexes
  if (!annex) throw new Error('The quarter has an annex')
  const { tables } = wordFile(paperToWord({ ...quarterPaper(), annexes: [{ ...annex, rows: [] }] }))
  expect(
    tables
      .at(-1)
      ?.rows[1]?.cells.flat()
      .map(({ text }) => text),
  ).toEqual(['Không có dòng nào.'])
})

test('an English paper says its fixed words and its numbers in English', () => {
  const { paragraphs } = wordFile(paperToWord({ ...quarterPaper(), language: 'en', receivers: ['File'] }))
  const said = paragraphs.map(({ text }) => text)
  for (const words of ['SOCIALIST REPUBLIC OF VIET NAM', 'Independence - Freedom - Happiness', 'A Lưới 1, 8 September 2026', 'Copies to:', 'Annex', '1,184'])
    expect(said).toContain(words)
})

test.each(hostileTexts.map((text) => [text.slice(0, 30), text]))('%j is a text wherever it stands', (_, text) => {
  const paper = hostilePaper(text)
  const { paragraphs, tables, sections } = wordFile(paperToWord(paper, { stale: text }))
  expect(sections).toHaveLength(3)
  expect(tables.filter(({ rows }) => rows.length > 1)).toHaveLength(3)
  const shown = cleanText(text)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/\r\n|\r/g, '\n')
  expect(paragraphs.filter((each) => each.text === shown).length).toBeGreaterThan(text === '' ? 0 : 15)
})

property.prop([fc.string({ unit: 'binary', maxLength: 200 })], { numRuns: 30 })('whatever is written into it, the file can be read', (text) => {
  expect(wordFile(paperToWord(hostilePaper(text))).sections).toHaveLength(3)
})

test('the same paper makes the same bytes, and what it says of itself is the paper’s', () => {
  expect(paperToWord(quarterPaper())).toEqual(paperToWord(structuredClone(quarterPaper())))
  expect(paperToWord(quarterPaper())).not.toEqual(paperToWord(unionPaper()))
  const about = JSON.stringify(partsOf(paperToWord(quarterPaper()))['docProps/core.xml'])
  expect(about).toContain('2026-09-08T00:00:00Z')
  expect(about).toContain('Ủy ban nhân dân xã A Lưới 1')
})

test('it says how far it is, up to the end', () => {
  const told: [number, number][] = []
  paperToWord(quarterPaper(), { onProgress: (done, of) => told.push([done, of]) })
  // 13 rows and 3 of tables, 40 of the annex, 15 other blocks.
  expect(told).toEqual([
    [50, 71],
    [71, 71],
  ])
})
