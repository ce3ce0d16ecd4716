// What is in a Word file: the paper's figures and none else, texts that stay texts, and the same bytes on any day.

import { test as property } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { cleanText } from '../../src/model/text.ts'
import { expectWordFigures } from '../fixture/file-figures.ts'
import { partsOf, wordFile } from '../fixture/office-file.ts'
import { hostilePaper, hostileTexts, quarterPaper, unionPaper, yearPaper } from '../fixture/paper.ts'

test.each([
  ['a commune’s quarter', quarterPaper()],
  ['the Union’s', unionPaper()],
  ['a province’s year', yearPaper(Array.from({ length: 9 }, (_, place) => `Xã ${place + 1}`))],
])('every figure of %s stands in the file as it stands on the paper', (_, paper) => {
  expectWordFigures(paper)
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
