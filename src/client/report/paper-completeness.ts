// The end of part II: what is not in the figures. Which places recorded nothing, which communes have not sent the period up, and
// what was changed since the province locked theirs (docs/domain.md §4.2, §4.5).

import type { HandedIn } from '../../programme/report-sent.ts'
import type { Block, PaperTable } from './paper.ts'
import { begun, numbersColumn, wordsColumn } from './paper-cell.ts'
import { namesOf, paragraph } from './paper-sentence.ts'
import type { Telling } from './report-about.ts'

export function completenessBlocks(telling: Telling): Block[] {
  const { report } = telling
  const { handedIn } = report
  const adjusted = handedIn && handedIn.adjusted.length > 0 ? adjustedTable(handedIn, telling) : undefined
  return [
    ...heard(telling).map(paragraph),
    ...(handedIn && handedIn.of > 0 ? [paragraph(sentUp(handedIn, telling))] : []),
    ...(adjusted ? [{ as: 'table', table: adjusted } as const] : []),
  ]
}

function heard(telling: Telling): string[] {
  const { report, words } = telling
  const { t } = words
  if (report.units.length === 0) return []
  const missing = report.units.filter(({ isRecorded }) => !isRecorded).map(({ unit }) => words.unit(unit))
  const counts = { numerator: report.units.length - missing.length, denominator: report.units.length }
  const share = t(report.level === 'commune' ? 'overview.told.villages' : 'overview.told.communes', counts)
  return [t('paper.heard', { share }), ...(missing.length === 0 ? [] : [t('paper.missing-places', { places: namesOf(missing, telling) })])]
}

function sentUp({ of, missing }: HandedIn, telling: Telling): string {
  const { t, unit } = telling.words
  if (missing.length === 0) return t('paper.all-sent', { of })
  const names = missing.map((one) =>
    one.standing === 'open' || one.standing === 'late' ? unit(one.unit) : `${unit(one.unit)} (${t(`standing.${one.standing}`)})`,
  )
  return t('paper.not-sent', { count: missing.length, of, places: namesOf(names, telling) })
}

/** What is read first; late records move many more. */
const isMain = (name: string): boolean => /^(sessions|attendance|female|minority|first-time|visits|received|deployed|tally\..+|indicator\..+)$/.test(name)

const openedBy = (name: string): { measure: string } | { indicator: string } => {
  const [, indicator] = /^indicator\.(.+)\.[a-z]+$/.exec(name) ?? []
  return indicator === undefined ? { measure: name } : { indicator }
}

function adjustedTable({ adjusted }: HandedIn, { words: { t, unit, figure } }: Telling): PaperTable {
  const all = adjusted.flatMap(({ unit: commune, figures }) => Object.entries(figures).map(([name, apart]) => ({ commune, name, ...apart })))
  const main = all.filter(({ name }) => isMain(name))
  const others = all.length - main.length
  return {
    id: 'adjustments',
    title: t('adjustment.title'),
    columns: [
      wordsColumn(t('paper.column.place'), 2),
      wordsColumn(t('overview.counted'), 2),
      numbersColumn(t('paper.adjusted.locked'), 1),
      numbersColumn(t('paper.adjusted.more'), 1),
      numbersColumn(t('paper.adjusted.now'), 1),
    ],
    rows: main.map(({ commune, name, locked, more }) => [
      { text: begun(unit(commune)) },
      { text: figure(name) },
      { whole: locked },
      { whole: more },
      { whole: locked + more, figure: { ...openedBy(name), unit: commune } },
    ]),
    notes: [t('adjustment.what'), ...(others > 0 ? [`${t('submission.all-figures', { count: others })}.`] : [])],
  }
}
