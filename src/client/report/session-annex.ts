// The sessions behind a report's figures, as a table of its own: when, where, in which form, about what, how many came. Who held
// them and what was noted stay out.

import type { Data } from '../../model/registry.ts'
import type { PaperTable } from './paper.ts'
import { begun, numbersColumn, wordsColumn } from './paper-cell.ts'
import type { PaperWording } from './report-about.ts'

/** Oldest first; undefined where there is none. */
export function sessionAnnex(sessions: readonly { data: Data<'session'> }[], { t, unit, term }: PaperWording): PaperTable | undefined {
  if (sessions.length === 0) return undefined
  const estimated = sessions.some(({ data }) => data.counts.method === 'estimated')
  return {
    id: 'sessions',
    title: t('month.list'),
    columns: [
      wordsColumn(t('field.session.date'), 1.2),
      wordsColumn(t('field.session.unit'), 2),
      wordsColumn(t('field.session.form'), 2),
      wordsColumn(t('field.session.topics'), 3),
      numbersColumn(t('coverage.attendance'), 1),
      ...(estimated ? [wordsColumn(t('report.how-counted'), 1.2)] : []),
    ],
    rows: sessions.map(({ data }) => [
      { date: data.date },
      { text: begun(unit(data.unit)) },
      { text: term('form', data.form) },
      { text: data.topics.map((topic) => term('topic', topic)).join(', ') },
      { whole: data.counts.total },
      ...(estimated ? [{ text: t(data.counts.method === 'estimated' ? 'part.counts.estimated' : 'part.counts.counted') }] : []),
    ]),
    sum: [
      { text: t('month.sum') },
      { text: t('report.sessions', { count: sessions.length }) },
      { text: '' },
      { text: '' },
      { whole: sessions.reduce((sum, { data }) => sum + data.counts.total, 0) },
      ...(estimated ? [{ text: '' }] : []),
    ],
    notes: [],
  }
}
