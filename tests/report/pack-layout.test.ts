// The rules of docs/reports/README.md held against the files of every report that the five provincial plans ask for, whatever stands in it;
// what each rule means in detail shows word-layout.test.ts on one report.

import { describe, expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import type { Paper, PaperTable } from '../../src/client/report/paper.ts'
import { placeAndDate } from '../../src/client/report/paper-words.ts'
import { boldWidth } from '../../src/client/report/word/text-width.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { expectExcelFigures, expectWordFigures } from '../fixture/file-figures.ts'
import { type Paragraph, part, partsOf, type WordFile, wordFile } from '../fixture/office-file.ts'
import { packPapers } from '../fixture/pack-paper.ts'
import { attributesOf, columnsOf, flat, lastLine, mm, page, ruleBelow, saying, tableWith, widthOf } from '../fixture/word-page.ts'
import { all, childrenOf, one, textOf } from '../fixture/xml.ts'

interface Files {
  paper: Paper
  word: WordFile
  excel: ReturnType<typeof partsOf>
}

const upper = (text: string): string => text.toLocaleUpperCase('vi')
const styleOf = ({ element }: Paragraph): string | undefined => attributesOf(element, 'w:pStyle')['w:val']
const styled = ({ paragraphs }: WordFile, style: string): Paragraph[] => paragraphs.filter((each) => styleOf(each) === style)
const tablesOf = ({ blocks }: Paper): PaperTable[] => blocks.flatMap((block) => (block.as === 'table' ? [block.table] : []))
const drawn = ({ tables }: WordFile) => tables.filter(({ rows }) => rows.length > 1)
const sheetsOf = (excel: Files['excel']) => Object.keys(excel).filter((name) => name.startsWith('xl/worksheets/'))

const practice = 'Diễn tập – không phải số liệu thật'

/** A third to a half, as the eye takes it. */
function expectShortRule(file: WordFile, above: Paragraph, points: number, room: number): void {
  const share = ruleBelow(file, above, room) / boldWidth(lastLine(above), points)
  expect([share >= 1 / 3, share <= 1 / 2]).toEqual([true, true])
}

const rules: Record<string, (files: Files) => void> = {
  R1({ paper, word }) {
    expect(word.sections).toHaveLength(1 + paper.annexes.length)
    for (const place of word.sections.keys()) {
      const turned = place > 0 && (paper.annexes[place - 1]?.columns.length ?? 0) > 6
      expect([mm(page(word, place)['w:w']), mm(page(word, place)['w:h'])]).toEqual(turned ? [297, 210] : [210, 297])
    }
  },
  R2({ word }) {
    for (const place of word.sections.keys()) {
      const { 'w:top': top, 'w:bottom': bottom, 'w:left': left, 'w:right': right } = page(word, place)
      expect([top, bottom, left, right].map(mm)).toEqual([25, 20, 30, 15])
    }
  },
  R3({ word, excel }) {
    expect(new Set(all(part(word.parts, 'word/styles.xml'), 'w:rFonts').flatMap(({ attributes }) => Object.values(attributes)))).toEqual(
      new Set(['Times New Roman']),
    )
    expect(all(part(word.parts, 'word/document.xml'), 'w:rFonts')).toEqual([])
    expect(new Set(all(part(excel, 'xl/styles.xml'), 'name').map(({ attributes }) => attributes['val']))).toEqual(new Set(['Times New Roman']))
  },
  R4({ word }) {
    for (const section of word.sections) {
      const [number] = word.header(section, 'default')
      expect([attributesOf(number?.element, 'w:fldSimple')['w:instr'], number?.look.align, number?.look.size]).toEqual([' PAGE ', 'center', 13])
      expect(word.header(section, 'first').flatMap(({ element }) => all(element, 'w:fldSimple'))).toEqual([])
      expect(attributesOf(section, 'w:pgNumType')['w:start']).toBe('1')
    }
  },
  R5({ word }) {
    const head = tableWith(word, 'CỘNG HÒA')
    expect([columnsOf(head).length, all(head.element, 'w:tblBorders')]).toEqual([2, []])
    const motto = saying(word, 'Độc lập - Tự do - Hạnh phúc')
    expect(Math.abs(ruleBelow(word, motto, columnsOf(head)[1] ?? 0) - 12.2 * 13 * 20)).toBeLessThan(5)
  },
  R6({ paper: { heading }, word }) {
    const [first, second] = word.paragraphs
    expect([first, second].map((each) => flat(each?.text ?? '')).slice(0, heading.above === '' ? 1 : 2)).toEqual(
      [heading.above, heading.issuer].filter((name) => name !== '').map(upper),
    )
    const [issuer] = styled(word, 'issuer')
    if (!issuer) throw new Error('Nobody issues it')
    expectShortRule(word, issuer, 12, columnsOf(tableWith(word, 'CỘNG HÒA'))[0] ?? 0)
  },
  R7({ paper: { heading }, word }) {
    expect(styled(word, 'number').map(({ text }) => flat(text))).toEqual([`Số:${' '.repeat(8)}/BC-${heading.sign}`])
    expect(styled(word, 'placeDate').map(({ text }) => text)).toEqual([placeAndDate(heading, 'vi')])
  },
  R8({ paper, word }) {
    expect(styled(word, 'title').map(({ text }) => text)).toEqual(['BÁO CÁO'])
    const subject = saying(word, paper.subject)
    expect(subject.look).toMatchObject({ size: 14, isBold: true, align: 'center' })
    expectShortRule(word, subject, 14, widthOf(word))
  },
  R9({ paper, word }) {
    const said = [...styled(word, 'to'), ...styled(word, 'toMany')].map(({ text }) => flat(text).replace(/\t- |\t/g, ' '))
    expect(said).toHaveLength(paper.to.length)
    for (const [place, receiver] of paper.to.entries()) {
      expect(said[place]).toContain(receiver)
      expect(said[place]?.endsWith(place === paper.to.length - 1 ? '.' : ';')).toBe(true)
    }
  },
  R10({ word }) {
    const body = styled(word, 'body')
    expect(body.length).toBeGreaterThan(5)
    for (const { look } of body) expect([look.size, look.align, mm(look.firstLine), look.after, look.lines]).toEqual([14, 'both', 10, 120, 1.1])
  },
  R11({ word }) {
    expect(styled(word, 'heading1').map(({ text }) => text.split('. ')[0])).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI'])
    const second = styled(word, 'heading2')
    expect(second.map(({ text }) => Number(text.split('. ')[0]))).toEqual(second.map((_, place) => place + 1))
    for (const each of [...styled(word, 'heading1'), ...second]) expect(each.look).toMatchObject({ isBold: true, leans: false, keepsNext: true })
    for (const { text } of styled(word, 'heading1')) expect(text).toBe(upper(text))
  },
  R12({ paper, word, excel }) {
    const own = [...tablesOf(paper), ...paper.annexes]
    for (const [place, table] of drawn(word).entries()) {
      const { columns = [], rows = [], sum } = own[place] ?? {}
      expect(all(table.rows[0]?.element ?? table.element, 'w:tblHeader')).toHaveLength(1)
      for (const { element } of table.rows) expect(all(element, 'w:cantSplit')).toHaveLength(1)
      for (const { cells } of table.rows.slice(1)) {
        if (cells.length === columns.length)
          expect(cells.map(([cell]) => cell?.look.align)).toEqual(columns.map(({ as }) => (as === 'numbers' ? 'right' : 'left')))
      }
      expect(columnsOf(table).reduce((all, width) => all + width, 0)).toBe(
        place < tablesOf(paper).length ? widthOf(word) : sectionWidth(word, place - tablesOf(paper).length + 1),
      )
      const kept = table.rows.slice(1).map(({ cells }) => cells.every(([cell]) => cell?.look.keepsNext))
      if (rows.length <= 8 && columns.length <= 6) expect(new Set(kept)).toEqual(new Set([true]))
      else expect(kept.slice(sum ? -2 : -1)).toEqual(sum ? [true, true] : [true])
    }
    expect(all(part(excel, 'xl/workbook.xml'), 'definedName')).toHaveLength(own.length)
    for (const name of sheetsOf(excel).slice(1)) expect(one(part(excel, name), 'pane').attributes['state']).toBe('frozen')
  },
  R13({ word }) {
    const ends = word.paragraphs.filter(({ text }) => text.includes('./.'))
    expect(ends).toHaveLength(1)
    expect(ends[0]?.text).toMatch(/[^./]\.\/\.$/)
    expect(ends[0]?.look.keepsNext).toBe(true)
  },
  R14({ paper: { signature }, word }) {
    const signed = tableWith(word, upper(signature.office)).rows[0]?.cells[1] ?? []
    expect(signed.map(({ text }) => text)).toEqual([signature.capacity, signature.office].filter(Boolean).map(upper).concat(['', '', '', '', '']))
    expect(all(tableWith(word, upper(signature.office)).element, 'w:cantSplit')).toHaveLength(1)
  },
  R15({ word }) {
    const [head, ...copies] = tableWith(word, 'Nơi nhận:').rows[0]?.cells[0] ?? []
    expect(head?.look).toMatchObject({ size: 12, isBold: true, leans: true })
    expect(copies.map(({ text }) => text)).toEqual(['- Như trên;', '- Lưu: VT, …'])
  },
  R16({ paper, word }) {
    expect(styled(word, 'annexNumber')).toHaveLength(paper.annexes.length)
    expect(styled(word, 'annexTitle').map(({ text }) => text)).toEqual(paper.annexes.map(({ title }) => upper(title)))
    for (const { text } of styled(word, 'attached'))
      expect(flat(text)).toMatch(/^\(Kèm theo Báo cáo số .* của (Ủy ban nhân dân|Ban Thường vụ Hội|Sở|Công an) .*\)$/)
  },
  R17({ paper, word, excel }) {
    expect(paper.practice).toBe(true)
    for (const section of word.sections) {
      for (const type of ['first', 'default']) expect(word.header(section, type).map(({ text }) => text)).toContain(practice)
    }
    for (const name of sheetsOf(excel)) expect(textOf(one(part(excel, name), 'oddHeader'))).toBe(`&C${practice}`)
  },
  R18({ paper, word }) {
    const open = paper.blocks.flatMap((block) => (block.as === 'prose' && block.text === '' ? [`(${block.label})`] : []))
    expect(open).toHaveLength(5)
    expect(styled(word, 'ask').map(({ text }) => text)).toEqual(open)
    expect(styled(word, 'dotted')).toHaveLength(3 * open.length)
  },
}

function sectionWidth(word: WordFile, place: number): number {
  const { 'w:w': width, 'w:left': left, 'w:right': right } = page(word, place)
  return Number(width) - Number(left) - Number(right)
}

/** What no paper of an office says: an id, a key, a word of the other language. */
const foreign = /[0-9a-f]{8}-[0-9a-f]{4}|\d+@\d{4}|undefined|NaN|\{\w+\}|\b(report|session|commune|village|total|period|none|no data|not counted)\b/i

describe.each(Object.entries(packPapers))('%s', (_, make) => {
  const paper = make()
  const files: Files = { paper, word: wordFile(paperToWord(paper)), excel: partsOf(paperToExcel(paper)) }

  test.each(Object.entries(rules))('[%s] holds', (__, holds) => holds(files))

  test('every figure stands in both files as the paper has it', async () => {
    expectWordFigures(paper)
    await expectExcelFigures(paper)
  })

  test('no section is empty, and everything is in Vietnamese', () => {
    const { paragraphs, parts } = files.word
    expect(paragraphs.map(({ text }) => text).filter((text) => foreign.test(text))).toEqual([])
    const strings = all(part(files.excel, 'xl/sharedStrings.xml'), 't').map(textOf)
    expect(strings.filter((text) => foreign.test(text))).toEqual([])
    const styles = childrenOf(one(part(parts, 'word/document.xml'), 'w:body'), 'w:p').map((each) => attributesOf(each, 'w:pStyle')['w:val'] ?? '')
    expect(styles.filter((style, place) => /^heading/.test(style) && /^heading1|^end$/.test(styles[place + 1] ?? ''))).toEqual([])
  })
})

test('each of the five plans has its report here', () => {
  expect([...new Set(Object.keys(packPapers).map((name) => name.slice(0, 3)))]).toEqual(['000', '001', '002', '003', '004'])
  expect(Object.keys(rules)).toEqual(Array.from({ length: 18 }, (_, place) => `R${place + 1}`))
})
