// The paper of a report as this phone would make it now.

import type { ReportHead } from '../../model/report.ts'
import type { ReportFigures } from '../../programme/report.ts'
import type { Paper } from '../report/paper.ts'
import { proseIds } from '../report/report-about.ts'
import { reportPaper } from '../report/report-paper.ts'
import { sessionAnnex } from '../report/session-annex.ts'
import type { SilentPhones } from './completeness.ts'
import { documentOf } from './pack-words.ts'
import { paperWording } from './paper-wording.ts'
import { packReport } from './report-dues.ts'
import type { ReportRead } from './report-read.ts'
import type { Say } from './say.ts'

export interface ReportTold {
  head: ReportHead
  /** What was written, by the place's id. */
  prose: Readonly<Record<string, string>>
  before: string | undefined
  silent: SilentPhones | undefined
  practice: boolean
  say: Say
}

export function paperOf({ ask, programme, sessions }: ReportRead, figures: ReportFigures, told: ReportTold): Paper {
  const { head, say, before, silent, practice } = told
  const { t, today } = say
  const pack = programme?.data.pack
  const words = { ...paperWording(say, pack), ...(pack ? {} : { indicator: () => t('coverage.vc1') }) }
  const report = packReport(programme, ask.report)
  const isSigned = head.capacity !== undefined || head.office !== undefined
  return reportPaper(
    figures,
    {
      look: head.look,
      practice,
      issuer: head.issuer,
      above: head.above,
      sign: head.sign,
      place: head.place,
      date: today,
      programme: programme && { name: programme.data.name, document: documentOf(pack) },
      report: report && { to: report.to ?? [], through: report.through, onTo: report.onTo, whenAsked: report.due === 'when asked' },
      before,
      silent,
      prose: Object.fromEntries(proseIds.map((id) => [id, told.prose[id] ?? ''])),
      signature: isSigned ? { capacity: head.capacity ?? '', office: head.office ?? '' } : undefined,
      annexes: sessions.length > 0 ? [sessionAnnex(sessions, words)] : [],
    },
    words,
  )
}

/** What was written on a paper, by the place's id. */
export const proseOf = ({ blocks }: Paper): Record<string, string> =>
  Object.fromEntries(blocks.flatMap((block) => (block.as === 'prose' && block.text !== '' ? [[block.id, block.text]] : [])))
