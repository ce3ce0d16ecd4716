// Figures in sentences. "At least" is said where phones are silent and nowhere else (docs/domain.md §4.1); every number said here
// stands in a table of the same paper, too, where it opens.

import { formatNumber } from '../../text/format.ts'
import type { Block } from './paper.ts'
import { sumIn } from './paper-cell.ts'
import type { NamedMeasure } from './paper-table.ts'
import type { Telling } from './report-about.ts'

export const paragraph = (text: string): Block => ({ as: 'paragraph', text })

/** "4.210", or "ít nhất 4.210". */
export function said(value: number, { about, words: { t, language } }: Telling): string {
  const count = formatNumber(value, language)
  return (about.silent?.phones.length ?? 0) > 0 ? t('paper.least', { count }) : count
}

/** "nữ: 210; nam: 190": those that have a number; empty where none has. */
export function listed(measured: readonly NamedMeasure[], telling: Telling): string {
  const { sums } = telling.report.whole
  return measured
    .flatMap(({ name, measure }) => {
      const value = sumIn(sums, measure)
      return value === undefined ? [] : `${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}: ${said(value, telling)}`
    })
    .join('; ')
}

/** So many names, and how many more there are; a province has hundreds of villages. */
const MOST_NAMES = 40

export function namesOf(names: readonly string[], { words: { t } }: Telling): string {
  const left = names.length - MOST_NAMES
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return left > 0 ? `${shown} ${t('paper.and-more', { count: left })}` : shown
}
