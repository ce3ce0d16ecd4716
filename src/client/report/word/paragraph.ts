// Paragraphs of a Word file. How they look is in their style (style.ts), so that an office can change it for all at once.

import { xmlText } from '../xml-text.ts'
import type { StyleId } from './style.ts'

export interface Further {
  /** Stands with the next paragraph on one page. */
  keepNext?: boolean
  leans?: boolean
  /** Of the section that ends with it. */
  section?: string
  indent?: { left: number; right: number }
}

export const paragraph = (style: StyleId, text: string, further?: Further): string => `<w:p>${properties(style, further)}${run(text, further?.leans)}</w:p>`

const run = (text: string, leans = false): string =>
  text === '' ? '' : `<w:r>${leans ? '<w:rPr><w:i/><w:iCs/></w:rPr>' : ''}<w:t xml:space="preserve">${runText(text)}</w:t></w:r>`

const BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
const TAB = '</w:t><w:tab/><w:t xml:space="preserve">'

/** A number and its sign stay in one line. */
const PER_CENT = '$1\u00a0%'

function runText(text: string): string {
  const safe = text.includes(' %') ? xmlText(text).replace(/(\d) %/g, PER_CENT) : xmlText(text)
  return /[\t\r\n]/.test(safe) ? safe.replace(/\r\n|\r|\n/g, BREAK).replaceAll('\t', TAB) : safe
}

/** A line of `width` in the middle of `room`: nothing but the upper border of a paragraph without height. */
export function rule(width: number, room: number): string {
  const side = Math.max(0, Math.round((room - width) / 2))
  return `<w:p>${properties('rule', { indent: { left: side, right: side } })}</w:p>`
}

function properties(style: StyleId, { keepNext = false, section = '', indent }: Further = {}): string {
  const between = indent ? `<w:ind w:left="${indent.left}" w:right="${indent.right}"/>` : ''
  return `<w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${between}${section}</w:pPr>`
}
