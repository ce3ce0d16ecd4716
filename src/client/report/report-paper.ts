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
  return {
    language: words.language,
    look: about.look,
    practice: about.practice,
    ...frameOf(telling),
    blocks: bodyOf(telling),
    annexes: [...(about.annexes ?? [])],
  }
}

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

function openingOf({ report, about, words }: Telling): string {
  const { t } = words
  const said = { issuer: about.issuer, period: officialPeriod(report.period, words) }
  const { number, date, issuer } = about.programme?.document ?? {}
  const isNamed = number !== undefined && date !== undefined && issuer !== undefined
  const document = isNamed ? t('paper.document', { number, date: formatDate(date), issuer }) : about.programme?.name
  return begun(document === undefined ? t('paper.opening-plain', said) : t('paper.opening', { ...said, document }))
}

/** The body of an official paper ends with "./." */
function closingOf(telling: Telling): string {
  const { report, about, words } = telling
  const { t } = words
  const said = { issuer: about.issuer, period: officialPeriod(report.period, words) }
  const [to, onTo] = [addressees(telling).join(', '), about.report?.onTo?.join(', ') ?? '']
  if (to === '') return t('paper.closing-plain', said)
  return t('paper.closing', { ...said, to: onTo === '' ? to : t('paper.on-to', { to, onTo }) })
}
