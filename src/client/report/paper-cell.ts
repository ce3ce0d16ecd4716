// The cells of a report's tables: the number, or in words why there is none (src/programme/sum-told.ts).

import type { KeptFigures } from '../../programme/adjustment.ts'
import type { ReportLine } from '../../programme/report.ts'
import { sumTold, type UntoldReason } from '../../programme/sum-told.ts'
import type { MessageKey, Translate } from '../../text/translate.ts'
import type { PaperCell, PaperColumn, PaperFigure } from './paper.ts'

/** Whose sum it is. */
export type Of = Omit<PaperFigure, 'measure' | 'indicator'>

const untold: Record<UntoldReason, MessageKey> = {
  withheld: 'paper.none.withheld',
  'not-counted': 'paper.none.not-counted',
  'no-data': 'paper.none.no-data',
  'not-taken': 'paper.none.not-taken',
  'not-asked': 'coverage.not-asked',
}

/** `measure` may be a family, "media.*". */
export function cellOf(line: ReportLine, measure: string, of: Of, t: Translate): PaperCell {
  const told = sumTold(line, measure)
  return typeof told === 'number' ? { whole: told, figure: { measure, ...of } } : { none: t(untold[told.none]) }
}

/** The codes of a family that the sums have, in the order of their list; those that no list knows after them. */
export function codesIn(sums: KeptFigures, family: string, list: readonly string[]): string[] {
  const found = Object.keys(sums).flatMap((name) => (name.startsWith(`${family}.`) ? name.slice(family.length + 1) : []))
  const place = (code: string): number => (list.includes(code) ? list.indexOf(code) : list.length)
  return found.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

export const wordsColumn = (heading: string, width: number): PaperColumn => ({ heading, as: 'words', width })
export const numbersColumn = (heading: string, width: number): PaperColumn => ({ heading, as: 'numbers', width })

/** A row or a sentence begins with a capital letter: "Xã A Lưới 1". */
export const begun = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
