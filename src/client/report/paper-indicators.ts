// Part III of a report: each indicator against its target. A share never stands alone: with it are its numerator, its denominator
// with source and year, and what is missing; a share that can't be told says why (docs/domain.md §4).

import type { Definition } from '../../programme/pack.ts'
import type { Apart, Reading } from '../../programme/reading.ts'
import { thingsOf, toldOf } from '../../programme/told.ts'
import { formatNumber, formatPercent } from '../../text/format.ts'
import type { Block, PaperCell, PaperTable } from './paper.ts'
import { numbersColumn, wordsColumn } from './paper-cell.ts'
import { namesOf, paragraph } from './paper-sentence.ts'
import type { Telling } from './report-about.ts'

interface Told {
  definition: Definition
  reading: Reading
}

export function indicatorBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const [plain, counting] = [report.indicators.filter((one) => !isCounting(one)), report.indicators.filter(isCounting)]
  return [
    ...counting.map(({ reading }) => paragraph(words.t('paper.counts-only', { indicator: words.indicator(reading.id) }))),
    ...(plain.length === 0 ? [] : [{ as: 'table', table: indicatorTable(plain, telling) } as const]),
    ...(report.indicators.length === 0 ? [paragraph(words.t('overview.no-plan'))] : []),
  ]
}

const isCounting = ({ definition }: Told): boolean => definition.type === 'count-by-organisation'

function indicatorTable(told: readonly Told[], telling: Telling): PaperTable {
  const { t } = telling.words
  return {
    id: 'indicators',
    title: t('paper.part.indicators'),
    columns: [
      wordsColumn(t('paper.column.indicator'), 2.5),
      numbersColumn(t('paper.column.numerator'), 1.15),
      numbersColumn(t('paper.column.denominator'), 1.15),
      wordsColumn(t('paper.column.source'), 2.1),
      wordsColumn(t('paper.column.share'), 1.8),
      wordsColumn(t('paper.column.target'), 1.85),
      wordsColumn(t('paper.column.result'), 1.35),
    ],
    rows: told.map((one) => rowOf(one, telling)),
    notes: told.flatMap((one) => notesOf(one, telling)),
  }
}

function rowOf({ definition, reading }: Told, { report, words }: Telling): PaperCell[] {
  const { t, language } = words
  const told = toldOf(reading)
  const figure = { indicator: reading.id, unit: report.area }
  const whole = (value: number | undefined): PaperCell => (value === undefined ? { none: t('paper.none.no-data') } : { whole: value, figure })
  return [
    { text: words.indicator(reading.id) },
    whole(told?.numerator),
    whole(reading.denominator),
    { text: sourcesOf(reading, words).slice(0, MOST_SOURCES).join(' ') },
    told ? { percent: told.percent, said: shareSaid(definition, reading, { t, language }), figure } : { none: t(whyNone(reading)) },
    { text: reading.target ? words.target(reading.target) : unended(t('indicator.flag.target-not-set')) },
    judgement(told === undefined ? undefined : reading.target?.met, t),
  ]
}

type Words = Telling['words']

/** "3/8 xã (37,5 %)": on paper a share of few is told in per cent, too. */
function shareSaid(definition: Definition, reading: Reading, { t, language }: Pick<Words, 't' | 'language'>): string {
  const told = toldOf(reading)
  if (!told) return ''
  const [numerator, denominator] = [formatNumber(told.numerator, language), formatNumber(told.denominator, language)]
  return `${t(`overview.told.${thingsOf(definition, reading)}`, { numerator, denominator })} (${formatPercent(told.percent, language)})`
}

const whyNone = ({ value }: Reading) => ('none' in value ? (`indicator.none.${value.none}` as const) : 'indicator.flag.nothing-recorded')

const judgement = (isMet: boolean | undefined, t: Words['t']): PaperCell =>
  isMet === undefined ? { none: t('paper.unjudged') } : { text: unended(t(isMet ? 'overview.met' : 'overview.under')) }

const unended = (sentence: string): string => sentence.replace(/\.$/, '')

/** In the table; the others stand under it. */
const MOST_SOURCES = 3

const sourcesOf = ({ sources }: Reading, { t }: Words): string[] =>
  sources.map(({ what, text = '', year = '' }) => t(`indicator.source.${what}`, { text, year }))

function notesOf({ definition, reading }: Told, telling: Telling): string[] {
  const { words, report } = telling
  const { t, language } = words
  const isReach = definition.type === 'reached'
  // Two stand in cells of their own; that the period is not over stands above, once for all.
  const flags = reading.flags.filter((flag) => flag !== 'target-not-set' && flag !== 'nothing-recorded' && flag !== 'not-over')
  const notes = [
    ...flags.map((flag) => t(`indicator.flag.${flag}`)),
    ...missingNote(reading, telling),
    ...(reading.apart ?? []).map((apart) => apartSaid(apart, words)),
    ...(isReach ? [t('paper.attendance-beside', { count: formatNumber(report.whole.sums['attendance'] ?? 0, language) })] : []),
    ...sourcesOf(reading, words).slice(MOST_SOURCES),
  ]
  return notes.length === 0 ? [] : [`${reading.id}: ${notes.join(' ')}`]
}

/** Months ("2017-03"), tallies or units, as the definition has them. */
function missingNote({ missing, value }: Reading, telling: Telling): string[] {
  const { t, figure, unit } = telling.words
  if (missing.length === 0) return []
  const isTallies = 'none' in value && value.none === 'no tally'
  const nameOf = (one: string): string => {
    if (isTallies) return figure(`tally.${one}`)
    return /^\d{4}-\d{2}$/.test(one) ? `${Number(one.slice(5))}/${one.slice(0, 4)}` : unit(one)
  }
  return [t('paper.missing-places', { places: namesOf(missing.map(nameOf), telling) })]
}

function apartSaid({ who, people, of, share }: Apart, { t, language }: Words): string {
  const number = (value: number) => formatNumber(value, language)
  if (people === undefined) return `${t(`indicator.apart.${who}`)}: ${t('coverage.not-asked')}.`
  const counted = of === undefined ? number(people) : `${number(people)}/${number(of)}`
  return `${t(`indicator.apart.${who}`)}: ${counted}${share ? ` (${formatPercent(share.percent, language)})` : ''}.`
}
