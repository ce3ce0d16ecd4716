// What a report is told with beside its figures: who writes to whom, under which plan, what is silent, what was written last time;
// and the words for codes and ids, which a report does not know itself.

import type { ReadingTarget } from '../../programme/reading.ts'
import type { ReportFigures } from '../../programme/report.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { Look, PaperSignature, PaperTable } from './paper.ts'

/** The places to write in; what was written there last comes back under the same name. */
export const proseIds = ['directing', 'highlights', 'difficulties', 'next', 'proposals'] as const
export type ProseId = (typeof proseIds)[number]

export interface ReportAbout {
  look: Look
  practice: boolean
  /** "Ủy ban nhân dân xã A Lưới 1"; for the Women's Union its own name, the standing committee is put below it. */
  issuer: string
  /** The body above the issuing one. The Union's heading has none. */
  above?: string | undefined
  /** After "Số: …/BC-". */
  sign?: string | undefined
  place: string
  /** Civil date on which it is written. */
  date: string
  /** In the place of the one that programme and period make. */
  subject?: string | undefined
  programme?: ReportedProgramme | undefined
  /** As the pack has it (pack.ts). */
  report?: { to: readonly string[]; through?: string | undefined; onTo?: readonly string[] | undefined; whenAsked?: boolean } | undefined
  /** It is owed before this day. */
  before?: string | undefined
  /** Phones that were not heard of for long; absent: that is not known. */
  silent?: { phones: readonly { unit: string; contactAt: number }[]; at: number } | undefined
  prose?: Partial<Record<ProseId, string>> | undefined
  signature?: PaperSignature | undefined
  /** Between "Như trên;" and "Lưu": a line each. */
  copies?: readonly string[] | undefined
  /** Who drafted it, after "Lưu: VT, ". */
  filedBy?: string | undefined
  annexes?: readonly PaperTable[] | undefined
}

export interface ReportedProgramme {
  name: string
  document?: { number?: string | undefined; date?: string | undefined; issuer?: string | undefined; title?: string | undefined } | undefined
}

export interface PaperWording {
  t: Translate
  language: Language
  unit: (id: string) => string
  /** An empty id stands for records of none. */
  organisation: (id: string) => string
  /** A measure of the figures, a tally's "tally.<code>" among them. */
  figure: (measure: string) => string
  term: (list: string, code: string) => string
  /** With its id: "CT1. Xã đã nhận …". */
  indicator: (id: string) => string
  target: (target: ReadingTarget) => string
}

/** What every part of the paper is made from. */
export interface Telling {
  report: ReportFigures
  about: ReportAbout
  words: PaperWording
}
