// The cells of a report's tables. A sum that is not there is a 0 only where somebody recorded something and nobody had to be asked
// for it; everywhere else the cell says why there is no number.

import type { KeptFigures } from '../../programme/adjustment.ts'
import type { ReportLine } from '../../programme/report.ts'
import { isTally } from '../../programme/tallied.ts'
import type { MessageKey, Translate } from '../../text/translate.ts'
import type { PaperCell, PaperColumn, PaperFigure } from './paper.ts'

/** Whose sum it is. */
export type Of = Omit<PaperFigure, 'measure' | 'indicator'>

/** Taken down at some sessions and not at others. */
const taken = new Set(['female', 'male', 'under-14', '14-15', '16-60', 'over-60', 'minority', 'minority-female'])

/** `measure` may be a family, "media.*". */
export function cellOf(line: ReportLine, measure: string, of: Of, t: Translate): PaperCell {
  if (line.withheld.includes(measure)) return { none: t('paper.none.withheld') }
  const value = sumIn(line.sums, measure)
  const why = value === undefined ? whyNone(line, measure) : undefined
  return why === undefined ? { whole: value ?? 0, figure: { measure, ...of } } : { none: t(why) }
}

/** The sum of a measure or of a family; undefined where it has none. */
export function sumIn(sums: KeptFigures, measure: string): number | undefined {
  if (!measure.endsWith('*')) return sums[measure]
  const values = Object.entries(sums).filter(([name]) => name.startsWith(measure.slice(0, -1)))
  return values.length === 0 ? undefined : values.reduce((sum, [, value]) => sum + value, 0)
}

function whyNone({ sums, isRecorded }: ReportLine, measure: string): MessageKey | undefined {
  if (isTally(measure)) return 'paper.none.not-counted'
  if (!isRecorded) return 'paper.none.no-data'
  if (taken.has(measure) && sums['attendance'] !== undefined) return 'paper.none.not-taken'
  const mustBeAsked = measure.startsWith('first-time') && sums['attendance'] !== undefined
  return mustBeAsked && sums[`asked-${measure}`] === undefined ? 'coverage.not-asked' : undefined
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
