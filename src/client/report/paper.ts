// A report as it is read: headings, paragraphs, places to write and tables, in words, with typed numbers. Word, Excel, CSV, the
// print view and the text for Zalo are all made from a paper and from nothing else, so they can't disagree. Plain JSON: a frozen
// report keeps it whole.

import type { Language } from '../../text/translate.ts'

/** state: an office of the state, after Nghị định 30/2020/NĐ-CP, phụ lục I, mẫu 1.4. union: the Women's Union, with its own heading. */
export const looks = ['state', 'union'] as const
export type Look = (typeof looks)[number]

export interface Paper {
  language: Language
  look: Look
  /** True where what it tells was invented to practise with: every page says so. */
  practice: boolean
  heading: PaperHeading
  /** "Báo cáo" and what it is about. */
  title: string
  subject: string
  /** "Kính gửi"; empty where it is sent to nobody by name. */
  to: string[]
  /** Period, the day the figures run to, the day it is due, what is silent: each a sentence of its own. */
  dates: string[]
  blocks: Block[]
  signature: PaperSignature
  /** "Nơi nhận", a line each, without dashes. */
  receivers: string[]
  /** Tables that stand on pages of their own after the signature, and as sheets of their own: the records behind the figures. */
  annexes: PaperTable[]
}

export interface PaperHeading {
  /** The body above the issuing one; empty where there is none. */
  above: string
  issuer: string
  /** What stands after the blank of "Số: …/BC-". */
  sign: string
  place: string
  /** Civil date. */
  date: string
}

/** The person's name and signature are left blank. */
export interface PaperSignature {
  /** "TM. ỦY BAN NHÂN DÂN", "TM. BAN THƯỜNG VỤ" … ; empty where the signer stands for herself. */
  capacity: string
  office: string
}

export type Block =
  /** Level 1 is "I.", 2 is "1.", 3 is "a)"; the number is part of the text. */
  | { as: 'heading'; level: 1 | 2 | 3; text: string }
  | { as: 'paragraph'; text: string }
  /** A place to write; `id` finds again what was written there last. Empty: dotted lines on paper. */
  | { as: 'prose'; id: string; label: string; text: string }
  | { as: 'table'; table: PaperTable }

export interface PaperTable {
  /** Unique in the paper; lower case letters, digits and dashes. */
  id: string
  /** Names its sheet, too. */
  title: string
  columns: PaperColumn[]
  rows: PaperCell[][]
  /** The last row, where there is a sum. */
  sum?: PaperCell[]
  /** What has to stand under it: sources, what was not counted, what is withheld. */
  notes: string[]
}

export interface PaperColumn {
  heading: string
  /** How its cells stand: words to the left, numbers to the right. */
  as: 'words' | 'numbers'
  /** Share of the table's width, relative to the other columns. */
  width: number
}

export type PaperCell =
  | { text: string }
  /** A whole number; `figure` says what it counts and so which records it opens into. */
  | { whole: number; figure?: PaperFigure }
  /** Per cent with one decimal: 37.5. `said` is how it stands on paper: "3/8 xã (37,5 %)". */
  | { percent: number; said: string; figure?: PaperFigure }
  /** Civil date. */
  | { date: string }
  /** No number, and why: never drawn as zero. */
  | { none: string }

/** What opens a figure: its measure (src/programme/cell.ts) or indicator, of a unit, in the paper's period. */
export interface PaperFigure {
  /** "media.*" is the sum of a family. */
  measure?: string
  indicator?: string
  unit: string
  organisation?: string
  /** Only what was held for the unit itself, or in units below it that no longer hold. Absent: all of it. */
  part?: 'own' | 'former'
}
