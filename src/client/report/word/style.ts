// Every sort of paragraph that a report has, after Nghị định 30/2020/NĐ-CP, phụ lục I; rule numbers as in docs/reports/README.md.
// Sizes are in points, lengths in twentieths of a point.

import { mm } from './page.ts'

interface Look {
  /** As a person finds it in Word's list of styles. */
  name: string
  size: number
  bold?: true
  italic?: true
  align?: 'left' | 'center' | 'right' | 'both'
  before?: number
  after?: number
  /** Lines, where they stand further apart than one below the other. */
  spacing?: number
  firstLine?: number
  left?: number
  hanging?: number
  keepNext?: true
  outline?: 0 | 1 | 2
  extra?: string
}

/** R9: the first line of a paragraph 1 to 1.27 cm in, at least 6 points between paragraphs, lines 1 to 1.5 apart. */
const body = { size: 14, align: 'both', before: 0, after: 120, spacing: 1.1, firstLine: mm(10) } as const

/** Dots from margin to margin, to write on. */
const DOTS = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${mm(165)}"/></w:tabs>`
const RULE =
  '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="20" w:after="0" w:line="40" w:lineRule="exact"/>'
const BOX = '<w:pBdr>'
  .concat(...['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="1" w:color="000000"/>`))
  .concat('</w:pBdr>')

const looks = {
  above: { name: 'Cơ quan chủ quản', size: 12, align: 'center' },
  issuer: { name: 'Cơ quan ban hành', size: 12, bold: true, align: 'center' },
  country: { name: 'Quốc hiệu', size: 12, bold: true, align: 'center' },
  motto: { name: 'Tiêu ngữ', size: 13, bold: true, align: 'center' },
  number: { name: 'Số ký hiệu', size: 13, align: 'center', before: 80 },
  placeDate: { name: 'Địa danh thời gian', size: 13, italic: true, align: 'center', before: 80 },
  title: { name: 'Tên loại', size: 14, bold: true, align: 'center', before: 240, keepNext: true },
  subject: { name: 'Trích yếu', size: 14, bold: true, align: 'center', keepNext: true },
  rule: { name: 'Đường kẻ', size: 2, extra: RULE },
  to: { name: 'Kính gửi', size: 14, align: 'center', before: 200, after: 120 },
  toMany: {
    name: 'Kính gửi nhiều nơi',
    size: 14,
    before: 60,
    left: mm(52),
    hanging: mm(25),
    extra: `<w:tabs><w:tab w:val="left" w:pos="${mm(52)}"/></w:tabs>`,
  },
  dates: { name: 'Kỳ và số liệu', ...body, italic: true },
  heading1: { name: 'heading 1', ...body, bold: true, before: 120, keepNext: true, outline: 0 },
  heading2: { name: 'heading 2', ...body, bold: true, keepNext: true, outline: 1 },
  heading3: { name: 'heading 3', ...body, keepNext: true, outline: 2 },
  body: { name: 'Nội dung', ...body },
  ask: { name: 'Gợi ý viết', ...body, italic: true, keepNext: true },
  dotted: { name: 'Dòng để viết', size: 14, after: 120, extra: DOTS },
  end: { name: 'Hết', size: 14, align: 'right', after: 120, keepNext: true },
  tableTitle: { name: 'Tên bảng', size: 13, bold: true, align: 'center', before: 120, after: 80, keepNext: true },
  'head-12': { name: 'Đầu cột', size: 12, bold: true, align: 'center' },
  'head-11': { name: 'Đầu cột 11', size: 11, bold: true, align: 'center' },
  'head-10': { name: 'Đầu cột 10', size: 10, bold: true, align: 'center' },
  'words-12': { name: 'Ô chữ', size: 12 },
  'words-11': { name: 'Ô chữ 11', size: 11 },
  'words-10': { name: 'Ô chữ 10', size: 10 },
  'numbers-12': { name: 'Ô số', size: 12, align: 'right' },
  'numbers-11': { name: 'Ô số 11', size: 11, align: 'right' },
  'numbers-10': { name: 'Ô số 10', size: 10, align: 'right' },
  'sum-words-12': { name: 'Ô tổng chữ', size: 12, bold: true },
  'sum-words-11': { name: 'Ô tổng chữ 11', size: 11, bold: true },
  'sum-words-10': { name: 'Ô tổng chữ 10', size: 10, bold: true },
  'sum-numbers-12': { name: 'Ô tổng số', size: 12, bold: true, align: 'right' },
  'sum-numbers-11': { name: 'Ô tổng số 11', size: 11, bold: true, align: 'right' },
  'sum-numbers-10': { name: 'Ô tổng số 10', size: 10, bold: true, align: 'right' },
  note: { name: 'Ghi chú bảng', size: 11, italic: true, align: 'both', before: 40 },
  afterTable: { name: 'Sau bảng', size: 6 },
  receiversHead: { name: 'Nơi nhận', size: 12, bold: true, italic: true },
  receivers: { name: 'Danh sách nơi nhận', size: 11 },
  signature: { name: 'Chức vụ người ký', size: 14, bold: true, align: 'center' },
  annexNumber: { name: 'Số phụ lục', size: 14, bold: true, align: 'center', keepNext: true },
  annexTitle: { name: 'Tên phụ lục', size: 14, bold: true, align: 'center', keepNext: true, outline: 0 },
  attached: { name: 'Kèm theo', size: 13, italic: true, align: 'center', after: 160, keepNext: true },
  pageNumber: { name: 'header', size: 13, align: 'center' },
  mark: { name: 'Dấu mọi trang', size: 11, bold: true, align: 'center', before: 40, after: 120, extra: BOX },
} as const satisfies Record<string, Look>

export type StyleId = keyof typeof looks

export const sizeOf = (style: StyleId): number => looks[style].size

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** R3. */
const FONT = 'Times New Roman'

export const styles = (locale: string): string =>
  `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="${locale}" w:eastAsia="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${Object.entries<Look>(
    looks,
  )
    .map(([id, look]) => styled(id, look))
    .join('')}</w:styles>`

function styled(id: string, { name, size, bold, italic, keepNext, extra = '', outline, ...look }: Look): string {
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    extra,
    extra.includes('<w:spacing') ? '' : spacing(look),
    indent(look),
    `<w:jc w:val="${look.align ?? 'left'}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('')
  const letters = `${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  return `<w:style w:type="paragraph"${/^[a-z]/.test(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
}

const spacing = ({ before = 0, after = 0, spacing: lines = 1 }: Pick<Look, 'before' | 'after' | 'spacing'>): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${Math.round(lines * 240)}" w:lineRule="auto"/>`

function indent({ left = 0, firstLine, hanging }: Pick<Look, 'left' | 'firstLine' | 'hanging'>): string {
  const first = firstLine ? ` w:firstLine="${firstLine}"` : hanging ? ` w:hanging="${hanging}"` : ''
  return left === 0 && first === '' ? '' : `<w:ind w:left="${left}"${first}/>`
}
