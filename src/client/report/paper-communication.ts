// Part II.1 of a report: sessions and who came to them, by place, form and kind.

import { forms, sessionKinds } from '../../model/terms.ts'
import { ages, printedMeasures, sexes } from '../../programme/printed-measure.ts'
import { formatNumber } from '../../text/format.ts'
import type { Block, PaperTable } from './paper.ts'
import { cellOf, codesIn, numbersColumn, wordsColumn } from './paper-cell.ts'
import { listed, paragraph, said } from './paper-sentence.ts'
import { linesTable, measuresTable, type NamedLine, named, wholeOf } from './paper-table.ts'
import type { Telling } from './report-about.ts'

const perPlace = ['sessions', 'attendance', 'female', 'minority', 'first-time'] as const

export function communicationBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  if (!report.whole.sums['sessions']) return [paragraph(words.t('month.none')), ...tables(placesTable(telling))]
  const attendance = report.whole.sums['attendance'] ?? 0
  return [
    paragraph(words.t('paper.held', { sessions: said(report.sessionCount, telling), attendance: said(attendance, telling) })),
    ...eventNote(telling).map(paragraph),
    ...listed('paper.of-which', named(['female', 'male', 'minority', 'first-time'], words), telling),
    ...tables(totalsTable(telling), placesTable(telling), formsTable(telling), kindsTable(telling)),
  ]
}

const tables = (...all: (PaperTable | undefined)[]): Block[] => all.flatMap((table) => (table ? [{ as: 'table', table }] : []))

/** A province's own number differs from what its communes add up to: both are said. */
function eventNote({ report, words: { t, language } }: Telling): string[] {
  const { sessions = 0 } = report.whole.sums
  if (report.sessionCount === sessions) return []
  return [t('paper.events', { events: formatNumber(report.sessionCount, language), sessions: formatNumber(sessions, language) })]
}

function totalsTable(telling: Telling): PaperTable {
  const { report, words } = telling
  const notes = [words.t('coverage.attendance-note'), ...partNotes(telling)]
  const rows = named(printedMeasures(report.level === 'province'), words)
  return measuresTable({ id: 'totals', title: words.t('paper.people'), first: words.t('overview.counted'), notes }, rows, telling)
}

/** A breakdown that was taken down at some sessions only says of how many people, and of how many sessions. */
function partNotes({ report, words: { t, language, figure } }: Telling): string[] {
  const { sums } = report.whole
  const number = (value: number) => formatNumber(value, language)
  const all = sums['attendance'] ?? 0
  const given = [sexes, ages].flatMap((parts) => {
    const taken = parts.reduce((sum, part) => sum + (sums[part] ?? 0), 0)
    const what = parts.map((part) => figure(part)).join(', ')
    return taken === 0 || taken === all ? [] : t('paper.given-part', { what, given: number(taken), all: number(all) })
  })
  const [asked, sessions] = [sums['asked-first-time'] ?? 0, sums['sessions'] ?? 0]
  const isPart = asked > 0 && asked < sessions
  return isPart ? [...given, t('paper.asked-part', { what: figure('first-time'), given: number(asked), all: number(sessions) })] : given
}

/** By the units right below; what was held for the area itself and in places that are gone stands after them, so that all adds up. */
export function placesOf({ report, words }: Telling): NamedLine[] {
  const organisation = report.organisation === undefined ? {} : { organisation: report.organisation }
  const rest = ([part, name]: readonly ['own' | 'former', string]): NamedLine[] => {
    const line = report[part]
    return Object.keys(line.sums).length === 0 ? [] : [{ name, line, of: { unit: report.area, ...organisation, part }, mayBeLeftOut: true }]
  }
  return [
    ...report.units.map((line): NamedLine => ({ name: words.unit(line.unit), line, of: { unit: line.unit, ...organisation } })),
    ...[['own', words.t('overview.whole-area')] as const, ['former', words.t('paper.former')] as const].flatMap(rest),
  ]
}

function placesTable(telling: Telling): PaperTable | undefined {
  const { report, words } = telling
  if (report.units.length === 0) return undefined
  const title = words.t(report.level === 'province' ? 'overview.by-place' : 'month.by-village')
  const notes = [words.t('paper.some-only'), ...eventNote(telling)]
  return linesTable({ id: 'places', title, first: words.t('paper.column.place'), notes }, placesOf(telling), perPlace, telling)
}

/** Sessions and attendance by form. */
function formsTable(telling: Telling): PaperTable {
  const { words } = telling
  const { line, of } = wholeOf(telling)
  return {
    id: 'forms',
    title: words.t('figure.form'),
    columns: [wordsColumn(words.t('field.session.form'), 3), numbersColumn(words.t('coverage.sessions'), 1), numbersColumn(words.t('coverage.attendance'), 1)],
    rows: codesIn(line.sums, 'form', forms).map((code) => [
      { text: words.term('form', code) },
      cellOf(line, `form.${code}`, of, words.t),
      cellOf(line, `form-attendance.${code}`, of, words.t),
    ]),
    sum: [{ text: words.t('month.sum') }, cellOf(line, 'sessions', of, words.t), cellOf(line, 'attendance', of, words.t)],
    notes: [],
  }
}

function kindsTable(telling: Telling): PaperTable {
  const { report, words } = telling
  const rows = codesIn(report.whole.sums, 'kind', sessionKinds).map((code) => ({ name: words.term('sessionKind', code), measure: `kind.${code}` }))
  return measuresTable({ id: 'kinds', title: words.t('figure.kind'), first: words.t('field.session.sessionKind') }, rows, telling, 'sessions')
}
