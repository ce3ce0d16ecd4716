// Any text as XML holds it: what a file may not contain is gone, what XML would read as its own is written so that it stays text.

import { cleanText } from '../../model/text.ts'

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Nothing in it is to be done: printable ASCII but for XML's own signs, and letters of Vietnamese in one piece. Nearly every text is so. */
const PLAIN = /^[\t\n\r !#-%'-;=?-~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2013\u2026\u201c\u201d]*$/

/** For contents and for attributes between double quotes. Line breaks and tabs stay. */
export const xmlText = (raw: string): string => (PLAIN.test(raw) ? raw : cleanText(raw).replace(/[&<>"\ufffe\uffff]/g, (mark) => marks[mark] ?? ''))

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
