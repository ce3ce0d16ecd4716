// A report as Nghị định 30/2020/NĐ-CP wants to see it. Every rule of docs/reports/README.md has its test here, which carries its number.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Paper } from '../../src/client/report/paper.ts'
import { boldWidth } from '../../src/client/report/word/text-width.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { root } from '../../tool/files.ts'
import { part, type WordFile, wordFile } from '../fixture/office-file.ts'
import { quarterPaper, unionPaper } from '../fixture/paper.ts'
import { attributesOf, columnsOf, flat, lastLine, mm, page, ruleBelow, saying, tableWith, widthOf } from '../fixture/word-page.ts'
import { all, childrenOf, textOf } from '../fixture/xml.ts'

const report = (changed: Partial<Paper> = {}, stale?: string): WordFile => wordFile(paperToWord({ ...quarterPaper(), ...changed }, { ...(stale && { stale }) }))

const quarter = report()
const union = wordFile(paperToWord(unionPaper()))

test('[R1] a report is on A4 upright; an annex of more than six columns lies across', () => {
  expect([mm(page(quarter, 0)['w:w']), mm(page(quarter, 0)['w:h']), page(quarter, 0)['w:orient']]).toEqual([210, 297, undefined])
  expect([mm(page(quarter, 1)['w:w']), mm(page(quarter, 1)['w:h']), page(quarter, 1)['w:orient']]).toEqual([297, 210, 'landscape'])
  const [annex] = quarterPaper().annexes
  if (!annex) throw new Error('The quarter has an annex')
  const narrow = report({ annexes: [{ ...annex, columns: annex.columns.slice(0, 6), rows: annex.rows.map((row) => row.slice(0, 6)) }] })
  expect(page(narrow, 1)['w:orient']).toBeUndefined()
})

test.each([
  ['an office', quarter],
  ['the Union', union],
  ['an office, marked by nothing', report({ practice: false })],
])('[R2] the margins of %s are within what is allowed', (_, file) => {
  for (const place of file.sections.keys()) {
    const { 'w:top': top, 'w:bottom': bottom, 'w:left': left, 'w:right': right, 'w:header': header } = page(file, place)
    for (const edge of [top, bottom]) expect([mm(edge) >= 20, mm(edge) <= 25]).toEqual([true, true])
    expect([mm(left) >= 30, mm(left) <= 35]).toEqual([true, true])
    expect([mm(right) >= 15, mm(right) <= 20]).toEqual([true, true])
    expect(mm(header)).toBeLessThan(mm(top))
  }
})

test('[R3] every letter is black Times New Roman', () => {
  const styles = part(quarter.parts, 'word/styles.xml')
  expect(new Set(all(styles, 'w:rFonts').flatMap(({ attributes }) => Object.values(attributes)))).toEqual(new Set(['Times New Roman']))
  expect(all(styles, 'w:color').map(({ attributes }) => attributes['w:val'])).toEqual(['000000'])
  expect(all(part(quarter.parts, 'word/document.xml'), 'w:rFonts')).toEqual([])
})

test('[R4] pages are numbered in the middle above, but not the first; an annex is counted anew', () => {
  for (const section of quarter.sections) {
    const [number] = quarter.header(section, 'default')
    expect(attributesOf(number?.element, 'w:fldSimple')['w:instr']).toBe(' PAGE ')
    expect([number?.look.align, number?.look.size]).toEqual(['center', 13])
    expect(all(section, 'w:titlePg')).toHaveLength(1)
    expect(quarter.header(section, 'first').flatMap(({ element }) => all(element, 'w:fldSimple'))).toEqual([])
    expect(attributesOf(section, 'w:pgNumType')['w:start']).toBe('1')
  }
})

test('[R5] the country stands at the right of a heading in two columns without borders, its motto over a rule as long as itself', () => {
  const head = tableWith(quarter, 'CỘNG HÒA')
  expect([columnsOf(head).length, all(head.element, 'w:tblBorders')]).toEqual([2, []])
  expect(flat(head.rows[0]?.cells[1]?.[0]?.text ?? '')).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  const motto = saying(quarter, 'Độc lập - Tự do - Hạnh phúc')
  expect(saying(quarter, /^CỘNG HÒA/).look).toMatchObject({ size: 12, isBold: true, leans: false, align: 'center' })
  expect(motto.look).toMatchObject({ size: 13, isBold: true, leans: false, align: 'center' })
  // Its letters sum to 12.2 times their size.
  expect(Math.abs(ruleBelow(quarter, motto, columnsOf(head)[1] ?? 0) - 12.2 * 13 * 20)).toBeLessThan(5)
})

test.each([
  ['an office', quarter, 'ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ', 'ỦY BAN NHÂN DÂN XÃ A LƯỚI 1'],
  ['the Union', union, 'HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ HUẾ', 'BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ XÃ A LƯỚI 1'],
])('[R6] %s stands at the left in bold capitals over a short rule, below the body above it', (_, file, above, issuer) => {
  const head = tableWith(file, 'CỘNG HÒA')
  const named = saying(file, issuer)
  expect(saying(file, above).look).toMatchObject({ size: 12, isBold: false, align: 'center' })
  expect(named.look).toMatchObject({ size: 12, isBold: true, align: 'center' })
  const share = ruleBelow(file, named, columnsOf(head)[0] ?? 0) / boldWidth(lastLine(named), 12)
  expect([share >= 1 / 3, share <= 1 / 2]).toEqual([true, true])
  const [first, second] = file.paragraphs
  expect([flat(first?.text ?? ''), flat(second?.text ?? '')]).toEqual([above, issuer])
})

test('[R6] a name that needs two lines is broken before its place or after a comma', () => {
  const issuing = (issuer: string): string | undefined => report({ heading: { ...quarterPaper().heading, above: '', issuer } }).paragraphs[0]?.text
  expect(saying(union, 'HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ HUẾ').text).toBe('HỘI LIÊN HIỆP PHỤ NỮ\nTHÀNH PHỐ HUẾ')
  expect(issuing('Sở Văn hóa, Thể thao và Du lịch')).toBe('SỞ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH')
  expect(issuing('Ủy ban nhân dân phường Thuận Hóa')).toBe('ỦY BAN NHÂN DÂN\nPHƯỜNG THUẬN HÓA')
  expect(issuing('Công an xã')).toBe('CÔNG AN XÃ')
})

test('[R6] without a body above, the issuer begins', () => {
  const { heading } = quarterPaper()
  expect(flat(report({ heading: { ...heading, above: '' } }).paragraphs[0]?.text ?? '')).toBe('ỦY BAN NHÂN DÂN XÃ A LƯỚI 1')
})

test('[R7] a number is left to write; days under ten and the months January and February have a zero', () => {
  expect(saying(quarter, /^Số: {8}\/BC-UBND$/).look).toMatchObject({ size: 13, isBold: false, leans: false })
  expect(saying(quarter, 'A Lưới 1, ngày 08 tháng 9 năm 2026').look).toMatchObject({ size: 13, leans: true, align: 'center' })
  expect(saying(union, 'A Lưới 1, ngày 05 tháng 02 năm 2026')).toBeDefined()
})

test('[R8] what it is and about what: bold, in the middle, over a short rule', () => {
  const [title, subject] = [saying(quarter, 'BÁO CÁO'), saying(quarter, quarterPaper().subject)]
  for (const { look } of [title, subject]) expect(look).toMatchObject({ size: 14, isBold: true, leans: false, align: 'center' })
  const share = ruleBelow(quarter, subject, widthOf(quarter)) / boldWidth(lastLine(subject), 14)
  expect([share >= 1 / 3, share <= 1 / 2]).toEqual([true, true])
})

test('[R9] one receiver stands in the line of "Kính gửi:", several below each other', () => {
  expect(saying(quarter, 'Kính gửi: Công an thành phố Huế.').look).toMatchObject({ size: 14, align: 'center' })
  const lines = union.paragraphs.filter(({ text }) => /^(Kính gửi:)?\t- /.test(text)).map(({ text }) => text)
  expect(lines).toEqual(['Kính gửi:\t- Ban Thường vụ Hội Liên hiệp Phụ nữ thành phố Huế;', '\t- Ủy ban nhân dân xã A Lưới 1.'])
  expect(report({ to: [] }).paragraphs.some(({ text }) => text.includes('Kính gửi'))).toBe(false)
})

test('[R9] a receiver of two lines has them about as long', () => {
  const [said] = report({ to: ['Ban Chỉ đạo Phòng, chống tội phạm tỉnh (qua Phòng Tham mưu - Công an tỉnh)'] }).paragraphs.flatMap(({ text }) =>
    text.startsWith('Kính gửi:') ? [text.split('\n')] : [],
  )
  expect(said).toHaveLength(2)
  const [first = '', second = ''] = said ?? []
  expect(Math.abs(first.length - second.length)).toBeLessThan(15)
})

test('[R10] the body has 13 or 14 points, is justified, begins 10 to 12.7 mm in, and its paragraphs stand 6 points apart or more', () => {
  for (const text of [/^Trong kỳ, toàn xã/, /^Hai thôn ở xa/, /^Tài liệu bằng tiếng/, /^Kỳ báo cáo/]) {
    const { size, align, firstLine, before, after, lines } = saying(quarter, text).look
    expect([size >= 13, size <= 14, align]).toEqual([true, true, 'both'])
    expect([mm(firstLine) >= 10, mm(firstLine) <= 12.7]).toEqual([true, true])
    expect([before + after >= 120, lines >= 1, lines <= 1.5]).toEqual([true, true, true])
  }
})

test('[R11] headings: "I." in bold capitals, "1." bold, "a)" upright, each on the page of what follows', () => {
  expect(saying(quarter, 'II. KẾT QUẢ THỰC HIỆN').look).toMatchObject({ isBold: true, keepsNext: true })
  expect(saying(quarter, '1. Công tác truyền thông').look).toMatchObject({ isBold: true, leans: false, keepsNext: true })
  expect(saying(quarter, 'a) Theo thôn').look).toMatchObject({ isBold: false, leans: false, keepsNext: true })
})

test('[R12] a table repeats its heading, breaks no row, has its numbers at the right, and keeps its sum with the last row', () => {
  const table = tableWith(quarter, 'Buổi gần nhất')
  const [head, ...rows] = table.rows
  expect(all(head?.element ?? table.element, 'w:tblHeader')).toHaveLength(1)
  for (const { element } of table.rows) expect(all(element, 'w:cantSplit')).toHaveLength(1)
  expect(rows).toHaveLength(13)
  for (const { cells } of rows) expect(cells.map(([cell]) => cell?.look.align)).toEqual(['right', 'left', 'right', 'right', 'right', 'right', 'right', 'left'])
  expect(rows.map(({ cells }) => cells.every(([cell]) => cell?.look.keepsNext))).toEqual([...Array.from({ length: 11 }, () => false), true, true])
  expect(saying(quarter, 'Kết quả theo thôn').look).toMatchObject({ isBold: true, align: 'center', keepsNext: true })
  expect(columnsOf(table).reduce((sum, width) => sum + width, 0)).toBe(widthOf(quarter))
})

test('[R12] a small table stays on one page; one with many columns, whose rows are high, may go on', () => {
  const kept = (file: WordFile, text: string): boolean[] =>
    tableWith(file, text)
      .rows.slice(1)
      .map(({ cells }) => cells.every(([cell]) => cell?.look.keepsNext))
  expect(kept(quarter, 'Nguồn của mẫu số')).toEqual([true, true, true])
  const [annex] = quarterPaper().annexes
  if (!annex) throw new Error('The quarter has an annex')
  expect(kept(report({ annexes: [{ ...annex, rows: annex.rows.slice(0, 3) }] }), 'Cơ quan chủ trì')).toEqual([false, false, true])
})

test('[R12] no number leans and is never a zero; a percentage is not cut from its sign', () => {
  const shares = tableWith(quarter, 'Nguồn của mẫu số')
  expect(shares.rows[3]?.cells[1]?.[0]).toMatchObject({ text: 'chưa đủ số liệu', look: { leans: true } })
  expect(shares.rows[1]?.cells[1]?.[0]).toMatchObject({ text: '10/12 thôn (83,3\u00a0%)', look: { leans: false } })
})

test('[R13] the last word is followed by "./.", once, whatever the report ends with', () => {
  const ends = (file: WordFile): string[] => file.paragraphs.filter(({ text }) => text.endsWith('./.')).map(({ text }) => text)
  expect(ends(quarter)).toEqual(['Đề nghị cấp thêm tờ rơi song ngữ cho các thôn./.'])
  expect(saying(quarter, /\.\/\.$/).look.keepsNext).toBe(true)
  const last = { as: 'paragraph' as const, text: 'Trên đây là báo cáo của xã./.' }
  expect(ends(report({ blocks: [last] }))).toEqual([last.text])
  expect(ends(report({ blocks: quarterPaper().blocks.slice(0, 7) }))).toEqual(['./.'])
  expect(ends(report({ blocks: [] }))).toEqual(['./.'])
})

test('[R14] who signs stands at the right in bold capitals, with room and without a name, in one piece', () => {
  const foot = tableWith(quarter, 'TM. ỦY BAN NHÂN DÂN')
  expect(all(foot.element, 'w:tblBorders')).toEqual([])
  expect(all(foot.element, 'w:cantSplit')).toHaveLength(1)
  const signed = foot.rows[0]?.cells[1] ?? []
  expect(signed.map(({ text }) => text)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', '', '', '', '', ''])
  for (const { look } of signed) expect(look).toMatchObject({ size: 14, isBold: true, align: 'center' })
  expect(tableWith(union, 'TM. BAN THƯỜNG VỤ').rows[0]?.cells[1]?.[1]?.text).toBe('CHỦ TỊCH')
})

test('[R15] "Nơi nhận:" leans in bold 12, its lines have 11 points and a dash, and the last one ends with a full stop', () => {
  const copies = tableWith(quarter, 'Nơi nhận:').rows[0]?.cells[0] ?? []
  expect(copies.map(({ text }) => text)).toEqual(['Nơi nhận:', '- Như trên;', '- Thường trực Đảng ủy, HĐND xã;', '- Lưu: VT, VHXH.'])
  expect(copies[0]?.look).toMatchObject({ size: 12, isBold: true, leans: true })
  // What is left to be written has no full stop behind its dots.
  expect(tableWith(report({ receivers: ['Như trên;', 'Lưu: VT, …'] }), 'Nơi nhận:').rows[0]?.cells[0]?.map(({ text }) => text)).toEqual([
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT, …',
  ])
  for (const { look } of copies.slice(1)) expect(look).toMatchObject({ size: 11, isBold: false, leans: false, align: 'left' })
})

test('[R16] an annex begins a page after the signature, with its number, its title and where it belongs to', () => {
  const [annex] = quarterPaper().annexes
  if (!annex) throw new Error('The quarter has an annex')
  const two = report({ annexes: [annex, { ...annex, id: 'more', title: 'Tài liệu' }] })
  expect(two.sections.map((section) => all(section, 'w:type').map(({ attributes }) => attributes['w:val']))).toEqual([[], ['nextPage'], ['nextPage']])
  expect([saying(two, 'Phụ lục I'), saying(two, 'Phụ lục II'), saying(quarter, 'Phụ lục')].map(({ look }) => [look.size, look.isBold, look.align])).toEqual(
    Array.from({ length: 3 }, () => [14, true, 'center']),
  )
  expect(saying(two, 'TÀI LIỆU').look).toMatchObject({ size: 14, isBold: true, align: 'center' })
  expect(saying(quarter, /^\(Kèm theo Báo cáo số +\/BC-UBND ngày .* của Ủy ban nhân dân xã A Lưới 1\)$/).look).toMatchObject({ size: 13, leans: true })
  const heading = { ...quarterPaper().heading, above: 'Hội Liên hiệp Phụ nữ thành phố Huế', issuer: 'Ban Thường vụ' }
  expect(saying(report({ look: 'union', heading }), /^\(Kèm theo .* của Ban Thường vụ Hội Liên hiệp Phụ nữ thành phố Huế\)$/)).toBeDefined()
  const order = flat(textOf(part(two.parts, 'word/document.xml')))
  expect(order.indexOf('Nơi nhận:')).toBeLessThan(order.indexOf('Phụ lục I'))
})

test('[R17] what was invented to practise with, and figures that have moved since, are said on every page', () => {
  const marksOf = (file: WordFile): string[][] =>
    file.sections.flatMap((section) =>
      ['first', 'default'].map((type) => file.header(section, type).flatMap(({ text }) => (text === '' || text === '2' ? [] : [text]))),
    )
  const practice = 'Diễn tập – không phải số liệu thật'
  expect(marksOf(quarter)).toEqual(Array.from({ length: 4 }, () => [practice]))
  expect(marksOf(report({}, 'Số liệu đã đổi từ ngày 20/9/2026.'))).toEqual(Array.from({ length: 4 }, () => [`${practice}\nSố liệu đã đổi từ ngày 20/9/2026.`]))
  expect(marksOf(report({ practice: false }, 'x'.repeat(10_000)))[0]?.[0]).toHaveLength(301)
  expect(marksOf(report({ practice: false }))).toEqual(Array.from({ length: 4 }, () => []))
})

test('[R18] a place where nothing was written says what is asked for and has dots to write on; one that was written in has neither', () => {
  expect(saying(quarter, /^\(Nêu các văn bản/).look).toMatchObject({ leans: true, keepsNext: true })
  expect(quarter.paragraphs.filter(({ element, text }) => text === '\t' && attributesOf(element, 'w:pStyle')['w:val'] === 'dotted')).toHaveLength(3)
  const lines = quarter.paragraphs.filter(({ element }) => attributesOf(element, 'w:pStyle')['w:val'] === 'dotted')
  expect(lines.map(({ look }) => look.keepsNext)).toEqual([true, true, false])
  const dotted = all(part(quarter.parts, 'word/styles.xml'), 'w:style').find(({ attributes }) => attributes['w:styleId'] === 'dotted')
  expect(attributesOf(dotted, 'w:tab')).toMatchObject({ 'w:leader': 'dot', 'w:val': 'right' })
  expect(quarter.paragraphs.some(({ text }) => text.includes('Nêu khó khăn'))).toBe(false)
})

test('every rule of the layout has a test that carries its number', () => {
  const rules = [...readFileSync(join(root, 'docs/reports/README.md'), 'utf8').matchAll(/^\| (R\d+) \|/gm)].map(([, id]) => id)
  const here = new Set([...readFileSync(import.meta.filename, 'utf8').matchAll(/\('\[(R\d+)\]/g)].map(([, id]) => id))
  expect(rules).toEqual([...here])
  expect(rules).toEqual(rules.map((_, place) => `R${place + 1}`))
  expect(childrenOf(part(quarter.parts, 'word/document.xml'), 'w:body')).toHaveLength(1)
})
