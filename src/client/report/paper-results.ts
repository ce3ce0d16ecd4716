// Parts II.2 to II.6 of a report: models, material, media, tallies, and who did how much. A part says in a sentence what its tables
// hold; where it has nothing it says so.

import { compareNames } from '../../model/name-order.ts'
import { materialKinds, mediaForms, outletLevels, siteDepths, siteTypes } from '../../model/terms.ts'
import { sumIn } from '../../programme/sum-told.ts'
import { formatDate, formatNumber } from '../../text/format.ts'
import type { Block, PaperTable } from './paper.ts'
import { cellOf, codesIn, numbersColumn, wordsColumn } from './paper-cell.ts'
import { placesOf } from './paper-communication.ts'
import { listed, paragraph } from './paper-sentence.ts'
import { linesTable, measuresTable, type NamedLine, type NamedMeasure, named, wholeOf } from './paper-table.ts'
import type { Telling } from './report-about.ts'

const table = (made: PaperTable): Block => ({ as: 'table', table: made })

const orNothing = (blocks: Block[], { words: { t } }: Telling): Block[] => (blocks.length > 0 ? blocks : [paragraph(t('month.none'))])

/** A family's codes, each a row under its own word. */
function rowsOf(family: string, list: readonly string[], terms: string, { report, words }: Telling): NamedMeasure[] {
  return codesIn(report.whole.sums, family, list).map((code) => ({ name: words.term(terms, code), measure: `${family}.${code}` }))
}

export function modelBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const { t } = words
  const [types, depths] = [rowsOf('site-type', siteTypes, 'siteType', telling), rowsOf('site-active', siteDepths, 'siteDepth', telling)]
  const active = sumIn(report.whole.sums, 'site-type.*')
  const visits = ['visits', 'visit.meeting', 'visit.visit', 'visit-attendance'].filter((measure) => report.whole.sums[measure] !== undefined)
  const sentence = (count: number) => [
    paragraph(t('paper.sites', { date: formatDate(report.period.to), count: formatNumber(count, words.language) })),
    ...listed('paper.of-which', types, telling),
  ]
  const blocks = [
    ...(active === undefined ? [] : sentence(active)),
    ...listed('paper.result', named(['visits', 'visit-attendance'], words), telling),
    ...(types.length === 0
      ? []
      : [table(measuresTable({ id: 'site-types', title: t('figure.site-type'), first: t('field.site.type') }, types, telling, 'site-type.*'))]),
    ...(depths.length === 0
      ? []
      : [table(measuresTable({ id: 'site-depths', title: t('figure.site-active'), first: t('field.site.depth') }, depths, telling, 'site-active.*'))]),
    ...(visits.length === 0
      ? []
      : [table(measuresTable({ id: 'visits', title: t('figure.visits'), first: t('overview.counted') }, named(visits, words), telling))]),
  ]
  return orNothing(blocks, telling)
}

type MaterialKind = (typeof materialKinds)[number]

/** Handed out at sessions, and the tally that counts the same kind by itself. */
const tallyOf: Partial<Record<MaterialKind, string>> = { leaflet: 'leaflets', poster: 'posters', banner: 'banners', book: 'books' }
const tallyMeasure = (kind: MaterialKind): string => `tally.${tallyOf[kind] ?? kind}`

export function materialBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const { sums } = report.whole
  const handed = materialKinds.filter((kind) => sums[`handed.${kind}`] !== undefined || sums[tallyMeasure(kind)] !== undefined)
  const receipts = ['received', 'deployed'].filter((measure) => sums[measure] !== undefined)
  const blocks = [
    ...listed('paper.result', [...rowsOf('handed', materialKinds, 'materialKind', telling), ...named(receipts, words)], telling),
    ...(handed.length === 0 ? [] : [table(handedTable(handed, telling))]),
    ...(receipts.length === 0
      ? []
      : [
          table(
            measuresTable({ id: 'receipts', title: words.t('kind.material-receipt'), first: words.t('overview.counted') }, named(receipts, words), telling),
          ),
        ]),
    ...modelsByPlace(telling),
  ]
  return orNothing(blocks, telling)
}

function handedTable(handed: readonly MaterialKind[], telling: Telling): PaperTable {
  const { t, term } = telling.words
  const { line, of } = wholeOf(telling)
  const isTallied = handed.some((kind) => line.sums[tallyMeasure(kind)] !== undefined)
  return {
    id: 'materials',
    title: t('figure.handed'),
    columns: [
      wordsColumn(t('field.material.materialKind'), 3),
      numbersColumn(t('paper.at-sessions'), 1.5),
      ...(isTallied ? [numbersColumn(t('paper.tallied'), 1.5)] : []),
    ],
    rows: handed.map((kind) => [
      { text: term('materialKind', kind) },
      cellOf(line, `handed.${kind}`, of, t),
      ...(isTallied ? [cellOf(line, tallyMeasure(kind), of, t)] : []),
    ]),
    notes: isTallied ? [t('paper.not-added')] : [],
  }
}

/** A province's plan asks for models and material by commune (003, I.2, Chỉ tiêu 1 and 2). */
function modelsByPlace(telling: Telling): Block[] {
  const { report, words } = telling
  const measures = ['received', 'deployed', 'site-active.intensive', 'site-active.integrated', 'visits'].filter((one) => report.whole.sums[one] !== undefined)
  if (report.level !== 'province' || measures.length === 0) return []
  const head = { id: 'places-models', title: words.t('paper.units-models'), first: words.t('paper.column.place') }
  return [table(linesTable(head, placesOf(telling), measures, telling))]
}

const broadcast = ['times', 'minutes', 'messages'] as const

export function mediaBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const { t } = words
  const [levels, shapes] = [rowsOf('media', outletLevels, 'outletLevel', telling), rowsOf('media-form', mediaForms, 'mediaForm', telling)]
  const sent = broadcast.filter((measure) => report.whole.sums[measure] !== undefined)
  const blocks = [
    ...listed('paper.result', [{ name: t('paper.media-all'), measure: 'media.*' }, ...named(sent, words)], telling),
    ...(levels.length === 0
      ? []
      : [table(measuresTable({ id: 'media-levels', title: t('figure.media'), first: t('field.media-item.level') }, levels, telling, 'media.*'))]),
    ...(shapes.length === 0
      ? []
      : [table(measuresTable({ id: 'media-forms', title: t('figure.media-form'), first: t('field.media-item.mediaForm') }, shapes, telling, 'media-form.*'))]),
    ...(sent.length === 0
      ? []
      : [table(measuresTable({ id: 'broadcasts', title: t('paper.broadcast'), first: t('overview.counted') }, named(sent, words), telling))]),
  ]
  return orNothing(blocks, telling)
}

/** What was tallied, and what the plan's own indicators ask for and nobody tallied. */
export function tallyBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const { t } = words
  const counted = Object.keys(report.whole.sums).filter((name) => name.startsWith('tally.'))
  const asked = report.indicators.flatMap(({ definition }) => (definition.type === 'ratio' ? [definition.denominator, ...definition.numerator] : []))
  const missing = [...new Set(asked)].map((code) => `tally.${code}`).filter((name) => !counted.includes(name))
  const overlapping = report.whole.overlapping.length > 0 ? [t('indicator.flag.overlapping-tallies')] : []
  const rows = named([...inAskedOrder(counted, asked), ...missing], words)
  if (rows.length === 0) return orNothing([], telling)
  return [
    ...listed('paper.result', rows, telling),
    ...(missing.length === 0 ? [] : [paragraph(t('paper.tallies-missing', { list: missing.map((name) => words.figure(name)).join('; ') }))]),
    table(measuresTable({ id: 'tallies', title: t('paper.tallies'), first: t('overview.counted'), notes: overlapping }, rows, telling)),
  ]
}

/** What the plan asks for first, in its order; the rest as it stands. */
function inAskedOrder(counted: readonly string[], asked: readonly string[]): string[] {
  const place = (name: string): number => (asked.includes(name.slice('tally.'.length)) ? asked.indexOf(name.slice('tally.'.length)) : asked.length)
  return [...counted].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}

/** A page is wide enough for so many. */
const MOST_COLUMNS = 5

/** What is told of an organisation where no plan names it. */
const usual = ['sessions', 'attendance', 'handed.leaflet', 'visits', 'messages', 'deployed'] as const

/** By organisation: what the plan counts so (001), else what everybody asks for; some columns at a time. */
export function organisationBlocks(telling: Telling): Block[] {
  const { report, words } = telling
  const counted = report.indicators.flatMap(({ definition }) => (definition.type === 'count-by-organisation' ? definition.measures : []))
  const measures = counted.length > 0 ? [...new Set(counted)] : usual.filter((measure) => report.whole.sums[measure] !== undefined).slice(0, MOST_COLUMNS)
  const lines = report.organisations.map(({ organisation, ...line }): NamedLine => {
    const own = { name: words.organisation(organisation), line, of: { unit: report.area, organisation } }
    // A plan that counts by organisation shows all of them in every part of its table.
    return counted.length > 0 ? own : { ...own, mayBeLeftOut: true }
  })
  if (lines.length === 0 || measures.length === 0) return orNothing([], telling)
  const inOrder = lines.sort((a, b) => compareNames(a.name, b.name))
  const count = Math.ceil(measures.length / MOST_COLUMNS)
  // Parts alike: the last one is no table of one column.
  const each = Math.ceil(measures.length / count)
  const parts = Array.from({ length: count }, (_, place) => measures.slice(place * each, (place + 1) * each))
  return parts.map((some, place) => {
    const ofHowMany = parts.length === 1 ? '' : ` (${place + 1}/${parts.length})`
    const head = { id: `organisations-${place + 1}`, title: `${words.t('overview.by-organisation')}${ofHowMany}`, first: words.t('field.tally.organisation') }
    return table(linesTable(head, inOrder, some, telling))
  })
}
