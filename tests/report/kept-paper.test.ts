import { createHash } from 'node:crypto'
import { test as property } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paperToText, readPaper } from '../../src/client/report/kept-paper.ts'
import type { Paper, PaperCell, PaperTable } from '../../src/client/report/paper.ts'
import { changedFigures } from '../../src/client/report/paper-changes.ts'
import { paperText } from '../../src/client/report/paper-text.ts'
import { sha256 } from '../../src/client/report/sha-256.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { sorted } from '../../src/model/record.ts'
import { cleanAll } from '../../src/model/text.ts'
import { addWords } from '../../src/text/translate.ts'
import vi from '../../src/text/vi.json' with { type: 'json' }
import { quarterPaper, unionPaper, yearPaper } from '../fixture/paper.ts'

const t = addWords('vi', vi)
const papers = [quarterPaper(), unionPaper(), yearPaper(['Xã A Lưới 1', 'Xã A Lưới 2'])]

/** Every key of every object in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

test('the proof of a text is the one that the server works out', () => {
  const expected = (text: string) => createHash('sha256').update(text).digest('hex')
  for (let length = 0; length < 200; length++) expect(sha256('Ấ'.repeat(length))).toBe(expected('Ấ'.repeat(length)))
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => sha256(text) === expected(text)))
})

test('a paper that is kept and read again is the same paper, and its file has the same bytes', () => {
  for (const paper of papers) {
    const kept = paperToText(paper)
    const again = readPaper(kept)
    expect(again).toEqual(paper)
    expect(paperToText(again as Paper)).toBe(kept)
    expect(paperToText(turned(paper) as Paper)).toBe(kept)
    expect(paperToWord(again as Paper)).toEqual(paperToWord(paper))
  }
})

/** As papers were kept before they were packed. */
const keptWhole = (paper: Paper): string => JSON.stringify(sorted(cleanAll(paper)))

test('a paper that was kept before papers were packed opens as it did', () => {
  for (const paper of papers) {
    expect(readPaper(keptWhole(paper))).toEqual(paper)
    expect(keptWhole(paper).length).toBeGreaterThan(paperToText(paper).length)
  }
})

const words = fc.constantFrom('a', 'b', 'Xã A Lưới 1', 'không ghi')
const figure = fc.record(
  { measure: words, indicator: words, unit: words, organisation: words, part: fc.constantFrom('own', 'former') },
  { requiredKeys: ['unit'] },
)
const cell = fc.oneof(
  fc.record({ text: words }),
  fc.record({ whole: fc.integer(), figure, later: words }, { requiredKeys: ['whole'] }),
  fc.record({ whole: fc.integer(), figure }),
  fc.record({ percent: fc.integer(), said: words, figure }, { requiredKeys: ['percent', 'said'] }),
  fc.record({ date: fc.constant('2026-06-15') }),
  fc.record({ none: words }),
) as fc.Arbitrary<PaperCell>
const table = fc
  .integer({ min: 0, max: 4 })
  .chain((width) => {
    const row = fc.array(cell, { minLength: width, maxLength: width })
    return fc.record(
      {
        columns: fc.array(fc.record({ heading: words, as: fc.constantFrom('words', 'numbers'), width: fc.constant(1) }), {
          minLength: width,
          maxLength: width,
        }),
        rows: fc.array(row, { maxLength: 5 }),
        sum: row,
        later: words,
      },
      { requiredKeys: ['columns', 'rows'] },
    )
  })
  .map((made) => ({ id: 'any', title: 'Bảng', notes: [], ...made }) as unknown as PaperTable)

property.prop([fc.array(table, { maxLength: 3 }), fc.array(table, { maxLength: 2 })])(
  'whatever stands in its tables is there again, and the same paper is the same text',
  (tables, annexes) => {
    const paper: Paper = { ...unionPaper(), blocks: tables.map((one) => ({ as: 'table', table: one })), annexes }
    const kept = paperToText(paper)
    expect(readPaper(kept)).toEqual(paper)
    expect(paperToText(turned(paper) as Paper)).toBe(kept)
  },
)

test('a paper that names a place it does not have, or is of a newer form, is not read', () => {
  const kept: Record<string, unknown> = JSON.parse(paperToText(quarterPaper()))
  for (const changed of [{ cells: [] }, { texts: [] }, { form: 3 }, { form: '2' }]) expect(readPaper(JSON.stringify({ ...kept, ...changed }))).toBeUndefined()
})

test('what is no paper is not read as one', () => {
  const whole: Record<string, unknown> = JSON.parse(paperToText(quarterPaper()))
  for (const name of Object.keys(whole)) expect(readPaper(JSON.stringify({ ...whole, [name]: 7 }))).toBeUndefined()
  for (const text of ['', 'null', '[]', '{', '{}']) expect(readPaper(text)).toBeUndefined()
  expect(readPaper(JSON.stringify({ ...whole, later: 'of a newer build' }))).toMatchObject({ later: 'of a newer build' })
})

const withRow = (whole: number | undefined, part?: 'own'): Paper => ({
  ...quarterPaper(),
  annexes: [],
  blocks: [
    {
      as: 'table',
      table: {
        id: 'places',
        title: 'Theo xã',
        columns: [
          { heading: 'Nơi', as: 'words', width: 1 },
          { heading: 'Số buổi', as: 'numbers', width: 1 },
        ],
        rows: [
          [
            { text: 'Xã A Lưới 1' },
            whole === undefined ? { none: 'chưa ghi gì' } : { whole, figure: { measure: 'sessions', unit: 'a', ...(part && { part }) } },
          ],
        ],
        notes: [],
      },
    },
  ],
})

test('a figure that is another is told with what it was; one that came or went, as none', () => {
  expect(changedFigures(withRow(3), withRow(3))).toEqual([])
  expect(changedFigures(withRow(3), withRow(4))).toMatchObject([
    { table: 'Theo xã', row: 'Xã A Lưới 1', column: 'Số buổi', before: { whole: 3 }, after: { whole: 4 } },
  ])
  expect(changedFigures(withRow(undefined), withRow(4))).toMatchObject([{ before: undefined, after: { whole: 4 } }])
  expect(changedFigures(withRow(3), withRow(undefined))).toMatchObject([{ before: { whole: 3 }, after: undefined }])
  expect(changedFigures(withRow(3), withRow(3, 'own'))).toHaveLength(2)
})

test('an indicator’s numerator, denominator and share are told apart, and a figure in two tables once', () => {
  const [table] = withRow(1).blocks.flatMap((block) => (block.as === 'table' ? [block.table] : []))
  if (!table) throw new Error('The table is gone.')
  const figure = { indicator: 'VC1', unit: 'a' }
  const of = (numerator: number): Paper => {
    const row = [{ text: 'VC1' }, { whole: numerator, figure }, { whole: 12, figure }, { percent: (numerator / 12) * 100, said: `${numerator}/12`, figure }]
    const one = { ...table, columns: row.map((_, place) => ({ heading: `cột ${place}`, as: 'numbers' as const, width: 1 })), rows: [row] }
    return { ...quarterPaper(), blocks: [{ as: 'table', table: one }], annexes: [{ ...one, id: 'again' }] }
  }
  expect(changedFigures(of(3), of(6)).map(({ column, before }) => [column, before])).toEqual([
    ['cột 1', { whole: 3, figure }],
    ['cột 3', { percent: 25, said: '3/12', figure }],
  ])
})

test('the message has the heading, the sentences and each indicator, and no heading without anything below it', () => {
  const paper = unionPaper()
  const lines = paperText(paper, t).split('\n')
  expect(lines.some((line) => line.startsWith('• '))).toBe(true)
  expect(lines.join('\n')).toContain(paper.subject)
  const bare: Paper = {
    ...paper,
    blocks: [
      { as: 'heading', level: 1, text: 'I. CHỈ ĐẠO' },
      { as: 'prose', id: 'directing', label: 'Viết', text: '' },
      { as: 'heading', level: 1, text: 'II. KẾT QUẢ' },
      { as: 'heading', level: 2, text: '1. Truyền thông' },
      { as: 'paragraph', text: 'Tổ chức 3 buổi.' },
    ],
  }
  const said = paperText(bare, t)
  expect(said).not.toContain('I. CHỈ ĐẠO\n')
  expect(said).toContain('II. KẾT QUẢ\n1. Truyền thông\nTổ chức 3 buổi.')
})
