// The head of a report: issuer and number at the left, country, place and day at the right, then what it is, about what, to whom.
// The Women's Union's has the same body; what it calls itself comes with the paper.

import type { Paper } from '../paper.ts'
import { type PaperWords, placeAndDate, signOf } from '../paper-words.ts'
import { textWidth } from './page.ts'
import { paragraph, rule } from './paragraph.ts'
import { sizeOf } from './style.ts'
import { sideBySide } from './table.ts'
import { balanced, boldWidth } from './text-width.ts'

/** Where a number is written by hand. */
const BLANK = '\u00a0'.repeat(8)
/** R6, R8: a rule is a third to half as long as the line above it. */
const PART = 0.42

export function headingXml({ heading, language, title, subject, to, dates }: Paper, words: PaperWords): string {
  const width = textWidth('portrait')
  const left = Math.round(width * 0.41)
  const room = left - 60
  const above = nameLines(upper(heading.above), sizeOf('above'), room)
  const issuer = nameLines(upper(heading.issuer), sizeOf('issuer'), room)
  const issuing = [
    heading.above === '' ? '' : paragraph('above', above.join('\n')),
    paragraph('issuer', issuer.join('\n')),
    ruleBelow(issuer, sizeOf('issuer'), left),
    paragraph('number', `${words.number}${BLANK}/${signOf(heading, words)}`),
  ].join('')
  const country = [
    paragraph('country', words.country),
    paragraph('motto', words.motto),
    rule(boldWidth(words.motto, sizeOf('motto')), width - left),
    paragraph('placeDate', placeAndDate(heading, language)),
  ].join('')
  const what = balanced(subject === '' ? upper(title) : subject, sizeOf('subject'), width * 0.8)
  return [
    sideBySide(left, width - left, [issuing, country]),
    paragraph('title', upper(title)),
    subject === '' ? '' : paragraph('subject', what.join('\n')),
    ruleBelow(what, sizeOf('subject'), width),
    toXml(to, words),
    ...dates.map((text) => paragraph('dates', text)),
  ].join('')
}

/** A name is best broken before the place it is of, or after a comma; where that makes no two lines, wherever they are alike. */
function nameLines(name: string, points: number, room: number): string[] {
  const fits = (line: string): boolean => boldWidth(line, points) <= room
  if (fits(name)) return [name]
  const cuts = [...name.matchAll(/, | (?=(?:THÀNH PHỐ|TỈNH|XÃ|PHƯỜNG|ĐẶC KHU) )/g)].map(({ 0: cut, index }) => [
    name.slice(0, index + cut.length - 1),
    name.slice(index + cut.length),
  ])
  const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => boldWidth(line, points)))
  const [best] = cuts.filter((lines) => lines.every(fits)).sort((a, b) => longest(a) - longest(b))
  return best ?? balanced(name, points, room)
}

/** Part of the last line's length, as the eye takes it. */
const ruleBelow = (lines: readonly string[], points: number, room: number): string => rule(boldWidth(lines[lines.length - 1] ?? '', points) * PART, room)

/** One receiver stands beside the words, several below each other with dashes. */
function toXml(to: readonly string[], words: PaperWords): string {
  const [first, ...more] = to
  if (first === undefined) return paragraph('afterTable', '')
  if (more.length === 0) return paragraph('to', balanced(`${words.to} ${ended(first, '.')}`, sizeOf('to'), textWidth('portrait')).join('\n'))
  const last = more.length - 1
  return [
    paragraph('toMany', `${words.to}\t- ${ended(first, ';')}`),
    ...more.map((one, place) => paragraph('toMany', `\t- ${ended(one, place === last ? '.' : ';')}`)),
    paragraph('afterTable', ''),
  ].join('')
}

/** With this sign at its end, whatever stood there; dots to be written over stay alone. */
export const ended = (text: string, sign: string): string => (text.trim().endsWith('…') ? text.trim() : `${text.trim().replace(/[.;,]+$/, '')}${sign}`)

export const upper = (text: string): string => text.toLocaleUpperCase('vi')
