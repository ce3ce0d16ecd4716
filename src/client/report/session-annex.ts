// The sessions behind a report's figures as a table of its own. No note and no names of those who led it: they stay in the unit.

import { compareNames } from '../../model/name-order.ts'
import type { Held } from './month.ts'
import type { PaperTable } from './paper.ts'
import { begun, numbersColumn, wordsColumn } from './paper-cell.ts'
import type { PaperWording } from './report-about.ts'

/** Oldest first; `sessions` are those of the report's area and period. */
export function sessionAnnex(sessions: readonly Held[], { t, unit, organisation, term }: PaperWording): PaperTable {
  const inOrder = sessions
    .map(({ id, data }) => ({ id, data, place: begun(unit(data.unit)) }))
    .sort((a, b) => compareDates(a.data.date, b.data.date) || compareNames(a.place, b.place) || (a.id < b.id ? -1 : 1))
  return {
    id: 'sessions',
    title: t('month.list'),
    columns: [
      wordsColumn(t('field.session.date'), 1.15),
      wordsColumn(t('paper.column.place'), 1.6),
      wordsColumn(t('field.session.organisation'), 2.5),
      wordsColumn(t('field.session.form'), 2),
      wordsColumn(t('field.session.topics'), 2.9),
      numbersColumn(t('coverage.attendance'), 1),
      wordsColumn(t('part.counts.method'), 1.2),
    ],
    rows: inOrder.map(({ data, place }) => [
      { date: data.date },
      { text: place },
      { text: organisation(data.organisation) },
      { text: term('form', data.form) },
      { text: data.topics.map((topic) => term('topic', topic)).join(', ') },
      { whole: data.counts.total },
      { text: t(data.counts.method === 'estimated' ? 'part.counts.estimated' : 'part.counts.counted') },
    ]),
    notes: [],
  }
}

const compareDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
