// How cells look. A cell names its look by its number in the list.

const FONT = '<name val="Times New Roman"/><family val="1"/>'
const fonts = {
  plain: `<sz val="12"/>${FONT}`,
  bold: `<b/><sz val="12"/>${FONT}`,
  title: `<b/><sz val="14"/>${FONT}`,
  leaning: `<i/><sz val="12"/><color rgb="FF404040"/>${FONT}`,
} as const
const fontPlace = (font: keyof typeof fonts): number => Object.keys(fonts).indexOf(font)

/** Number formats: 3 is Excel's own for whole numbers with their thousands apart. */
const WHOLE = 3
const PERCENT = 164
const DAY = 165

interface Look {
  font: keyof typeof fonts
  format?: number
  side?: 'left' | 'center' | 'right'
  wraps?: true
  boxed?: true
  filled?: true
}

const looks = {
  plain: { font: 'plain' },
  title: { font: 'title' },
  label: { font: 'bold' },
  mark: { font: 'bold', wraps: true },
  heading: { font: 'bold', side: 'center', wraps: true, boxed: true, filled: true },
  line: { font: 'plain', wraps: true },
  note: { font: 'leaning', wraps: true },
  words: { font: 'plain', wraps: true, boxed: true },
  none: { font: 'leaning', side: 'right', wraps: true, boxed: true },
  whole: { font: 'plain', format: WHOLE, boxed: true },
  percent: { font: 'plain', format: PERCENT, boxed: true },
  date: { font: 'plain', format: DAY, side: 'center', boxed: true },
  sumWords: { font: 'bold', wraps: true, boxed: true },
  sumNone: { font: 'leaning', side: 'right', wraps: true, boxed: true },
  sumWhole: { font: 'bold', format: WHOLE, boxed: true },
  sumPercent: { font: 'bold', format: PERCENT, boxed: true },
  sumDate: { font: 'bold', format: DAY, side: 'center', boxed: true },
} as const satisfies Record<string, Look>

export type LookName = keyof typeof looks

const places = Object.fromEntries(Object.keys(looks).map((name, place) => [name, place]))
const COUNT = Object.keys(looks).length

/** `isQuoted`: a text that a program would run as a formula once somebody types into its cell stays text. */
export const lookPlace = (name: LookName, isQuoted = false): number => (places[name] ?? 0) + (isQuoted ? COUNT : 0)

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`).join('')

export const excelStyles = (): string =>
  [
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="${PERCENT}" formatCode="0.0%"/><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/></numFmts>`,
    `<fonts count="${Object.keys(fonts).length}">${Object.values(fonts)
      .map((font) => `<font>${font}</font>`)
      .join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${2 * COUNT}">${formats(false)}${formats(true)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')

const formats = (isQuoted: boolean): string =>
  Object.values<Look>(looks)
    .map((look) => formatXml(look, isQuoted))
    .join('')

function formatXml({ font, format = 0, side, wraps, boxed, filled }: Look, isQuoted: boolean): string {
  const aligned = `<alignment${side ? ` horizontal="${side}"` : ''} vertical="${filled ? 'center' : 'top'}"${wraps ? ' wrapText="1"' : ''}/>`
  return `<xf numFmtId="${format}" fontId="${fontPlace(font)}" fillId="${filled ? 2 : 0}" borderId="${boxed ? 1 : 0}" xfId="0"${isQuoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${aligned}</xf>`
}
