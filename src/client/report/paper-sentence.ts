// Figures in sentences. "At least" is said where phones are silent and nowhere else (docs/domain.md §4.1); every number said here
// stands in a table of the same paper, too, where it opens.

import { isLevel } from '../../programme/level.ts'
import { sumIn } from '../../programme/sum-told.ts'
import { formatNumber } from '../../text/format.ts'
import type { Block } from './paper.ts'
import type { NamedMeasure } from './paper-table.ts'
import type { Telling } from './report-about.ts'

export const paragraph = (text: string): Block => ({ as: 'paragraph', text })

/** "4.210", or "ít nhất 4.210". */
export function said(value: number, telling: Telling): string {
  const { t, language } = telling.words
  const count = formatNumber(value, language)
  return hasSilent(telling) ? t('paper.least', { count }) : count
}

const hasSilent = ({ about }: Telling): boolean => (about.silent?.phones.length ?? 0) > 0

/** "Trong đó: nữ 210; nam 190.": those that have a number; nothing where none has. */
export function listed(key: 'paper.of-which' | 'paper.result', measured: readonly NamedMeasure[], telling: Telling): Block[] {
  const { t, language } = telling.words
  const list = measured.flatMap(({ name, measure }) => {
    const value = sumIn(telling.report.whole.sums, measure)
    return value === undefined ? [] : `${inside(name)} ${formatNumber(value, language)}`
  })
  // What is there on a day may have become less: of models a silent phone says neither.
  const isLeast = hasSilent(telling) && !measured.some(({ measure }) => isLevel(measure))
  return list.length === 0 ? [] : [paragraph(t(isLeast ? `${key}-least` : key, { list: list.join('; ') }))]
}

/** Within a sentence; an abbreviation keeps its capitals. */
const inside = (name: string): string => (/^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1))

/** So many names, and how many more there are; a province has hundreds of villages. */
const MOST_NAMES = 30

export function namesOf(names: readonly string[], { words: { t } }: Telling): string {
  const left = names.length - MOST_NAMES
  // A village of a province is told with its commune: "Thôn Đông, xã A Lưới 1".
  const shown = names.slice(0, MOST_NAMES).join(names.some((name) => name.includes(', ')) ? '; ' : ', ')
  return left > 0 ? `${shown} ${t('paper.and-more', { count: left })}` : shown
}
