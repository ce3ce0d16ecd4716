// What a reading says in plain words: how many of how many, and how many are still missing until the target is met. A share of
// fewer than ten is told in counts, and what nobody recorded is never told as zero.

import { daysBetween } from '../../model/civil-date.ts'
import type { Definition } from '../../programme/pack.ts'
import type { Reading, ReadingTarget } from '../../programme/reading.ts'
import { tellsPercent } from '../../programme/share.ts'
import { leftUntilMet } from '../../programme/target.ts'
import { type Told, thingsOf, toldOf } from '../../programme/told.ts'
import { formatDate, formatNumber, formatPercent } from '../../text/format.ts'
import type { Language, Translate } from '../../text/translate.ts'
import { termName } from './words.ts'

/** "7/12 thôn, còn 3 thôn nữa là đạt." */
export function sentenceOf(definition: Definition, reading: Reading, t: Translate, language: Language): string {
  const told = toldOf(reading)
  if (!told) return t('coverage.never')
  const kind = thingsOf(definition, reading)
  const count = t(`overview.told.${kind}`, { numerator: formatNumber(told.numerator, language), denominator: formatNumber(told.denominator, language) })
  const left =
    reading.target?.met === false && kind !== 'asked' && !isPartOfYear(definition, reading) ? leftUntilMet(reading.target, told.numerator, told.denominator) : 0
  return left > 0 ? `${count}, ${t(`overview.left.${kind}`, { count: left, left: formatNumber(left, language) })}.` : `${count}.`
}

/** Who came for the first time this year is counted over the whole year: a quarter's sum lacks those of the others. */
const isPartOfYear = ({ type }: Definition, { period }: Reading): boolean => type === 'reached' && daysBetween(period.from, period.to) < 350

/** "58,3 %", or "7/9" where a percentage would say more than there is. */
export const shareText = ({ numerator, denominator, percent }: Told, language: Language): string =>
  tellsPercent(denominator) ? formatPercent(percent, language) : `${formatNumber(numerator, language)}/${formatNumber(denominator, language)}`

/** "Ít nhất 75 % đến 31/12/2026" */
export function targetText({ threshold, compare, by }: ReadingTarget, t: Translate, language: Language): string {
  const said = { compare: termName(t, 'comparison', compare), threshold: formatNumber(threshold, language, Number.isInteger(threshold) ? 0 : 1) }
  return by === undefined ? t('programme.threshold', said) : t('programme.threshold-by', { ...said, date: formatDate(by) })
}
