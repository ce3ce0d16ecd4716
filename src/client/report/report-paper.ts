// A report as a paper: its figures in the sections of an official report (docs/domain.md §6), with places to write where only people
// know. Pure; the same figures and the same words give the same paper. It leaves the unit, so small groups are taken out first.

import type { ReportFigures } from '../../programme/report.ts'
import { withoutSmallCells } from '../../programme/small-cell.ts'
import { formatDate } from '../../text/format.ts'
import type { MessageKey } from '../../text/translate.ts'
import { officialPeriod, roman } from './official-date.ts'
import type { Block, Paper } from './paper.ts'
import { begun } from './paper-cell.ts'
import { communicationBlocks } from './paper-communication.ts'
import { completenessBlocks } from './paper-completeness.ts'
import { addressees, frameOf, upper } from './paper-frame.ts'
import { indicatorBlocks } from './paper-indicators.ts'
import { materialBlocks, mediaBlocks, modelBlocks, organisationBlocks, tallyBlocks } from './paper-results.ts'
import { paragraph } from './paper-sentence.ts'
import type { PaperWording, ProseId, ReportAbout, Telling } from './report-about.ts'

export function reportPaper(report: ReportFigures, about: ReportAbout, words: PaperWording): Paper {
  const telling: Telling = { report: withoutSmallCells(report), about, words }
  const { blocks, annexes } = withAnnexes(bodyOf(telling), words)
  return {
    language: words.language,
    look: about.look,
    practice: about.practice,
    ...frameOf(telling),
    blocks,
    annexes: [...annexes, ...(about.annexes ?? [])],
  }
}

/** A longer table stands after the signature, on pages of its own. */
const MOST_ROWS = 30

function withAnnexes(body: readonly Block[], { t }: PaperWording): Pick<Paper, 'blocks' | 'annexes'> {
  const annexes = body.flatMap((block) => (isLong(block) ? [block.table] : []))
  return { annexes, blocks: body.map((block) => (isLong(block) ? paragraph(t('paper.in-annex', { title: block.table.title })) : block)) }
}

const isLong = (block: Block): block is Block & { as: 'table' } => block.as === 'table' && block.table.rows.length > MOST_ROWS

function bodyOf(telling: Telling): Block[] {
  const parts: [MessageKey, Block[]][] = [
    ['paper.part.directing', [prose('directing', telling)]],
    ['paper.part.results', resultBlocks(telling)],
    ['paper.part.indicators', indicatorBlocks(telling)],
    ['paper.part.difficulties', [prose('difficulties', telling)]],
    ['paper.part.next', [prose('next', telling)]],
    ['paper.part.proposals', [prose('proposals', telling)]],
  ]
  const { t } = telling.words
  return [
    paragraph(openingOf(telling)),
    ...parts.flatMap(([key, blocks], place): Block[] => [{ as: 'heading', level: 1, text: `${roman(place + 1)}. ${upper(t(key))}` }, ...blocks]),
    paragraph(closingOf(telling)),
  ]
}

function resultBlocks(telling: Telling): Block[] {
  const parts: [MessageKey, Block[]][] = [
    ['paper.part.communication', communicationBlocks(telling)],
    ['paper.models', modelBlocks(telling)],
    ['paper.materials', materialBlocks(telling)],
    ['paper.media', mediaBlocks(telling)],
    ['paper.tallies', tallyBlocks(telling)],
    ...(telling.report.organisation === undefined ? [['overview.by-organisation', organisationBlocks(telling)] as [MessageKey, Block[]]] : []),
    ['paper.part.completeness', completenessBlocks(telling)],
  ]
  const { t } = telling.words
  const told = parts.filter(([, blocks]) => blocks.length > 0)
  return [
    ...told.flatMap(([key, blocks], place): Block[] => [{ as: 'heading', level: 2, text: `${place + 1}. ${t(key)}` }, ...blocks]),
    prose('highlights', telling),
  ]
}

const prose = (id: ProseId, { about, words: { t } }: Telling): Block => ({ as: 'prose', id, label: t(`paper.write.${id}`), text: about.prose?.[id] ?? '' })

function openingOf(telling: Telling): string {
  const { report, about, words } = telling
  const { t } = words
  const said = { issuer: about.issuer, period: officialPeriod(report.period, words) }
  const document = documentSaid(telling)
  return begun(document === undefined ? t('paper.opening-plain', said) : t('paper.opening', { ...said, document }))
}

/** By number and date, else by its title, else as the office calls the plan; undefined where it is of none. */
function documentSaid({ about: { programme }, words: { t } }: Telling): string | undefined {
  const { number, date, issuer, title } = programme?.document ?? {}
  if (issuer === undefined) return programme?.name
  if (number !== undefined && date !== undefined) return t('paper.document', { number, date: formatDate(date), issuer })
  return title === undefined ? programme?.name : t('paper.document-titled', { title, issuer })
}

/** The body of an official paper ends with "./." */
function closingOf(telling: Telling): string {
  const { report, about, words } = telling
  const { t } = words
  const said = { issuer: about.issuer, period: officialPeriod(report.period, words) }
  const receivers = addressees(telling)
  const [to, onTo] = [receivers.to.join(', '), receivers.onTo.join(', ')]
  if (to === '') return t('paper.closing-plain', said)
  return t('paper.closing', { ...said, to: onTo === '' ? to : t('paper.on-to', { to, onTo }) })
}
