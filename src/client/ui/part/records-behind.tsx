// The records behind a figure, as far as this phone holds them. An office has the sums of its communes, and opens their records one by
// one.

import type { KindName } from '../../../model/registry.ts'
import { behind, recordsAsked } from '../../../programme/behind.ts'
import { countedKinds } from '../../../programme/contribution.ts'
import { comeTo } from '../../../programme/opened.ts'
import type { Store } from '../../store/database.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useSay } from '../say.ts'
import { Fold } from './fold.tsx'
import type { MadeOf } from './made-of.ts'
import { OpenedRecords } from './opened-records.tsx'
import { RecordList } from './record-list.tsx'
import './rows.css'

export function RecordsBehind({ indicator, reading, figures, period }: MadeOf) {
  const { definition } = indicator
  const t = useWords()
  const { store } = useApp()
  const { role } = useMe()
  const say = useSay()
  const isSurvey = reading.flags.includes('survey')
  const all = useLive(async () => listKinds(store, isSurvey ? ['survey'] : countedKinds), [isSurvey])
  if (!all || !say) return null
  const isBehind = behind(definition, figures, period)
  const records = all.filter(
    (record) => record.state !== 'attention' && (isSurvey ? isTheSurvey(record, reading, figures.area) : isBehind(record.kind, record.data)),
  )
  return (
    <>
      {records.length > 0 && (
        <Fold title={t('overview.records', { count: records.length })}>
          <RecordList records={records} say={say} />
        </Fold>
      )}
      {role === 'province' && !isSurvey && (
        <OpenedRecords
          key={`${definition.type} ${period.from} ${period.to}`}
          asked={{ unit: figures.area, ...recordsAsked(definition, period) }}
          isBehind={({ kind, data }) => isBehind(kind, data)}
          comesToFigure={(opened) => comeTo(indicator, figures, reading, together(opened, records))}
        />
      )}
    </>
  )
}

const listKinds = async (store: Store, kinds: readonly KindName[]): Promise<Shown[]> =>
  (await Promise.all(kinds.map((kind) => listRecords(store, kind)))).flat().sort((a, b) => b.changedAt - a.changedAt)

/** What this phone holds itself may be newer than what was opened, or not at the office yet. */
const together = (opened: readonly Shown[], held: readonly Shown[]): Shown[] => [...new Map([...opened, ...held].map((record) => [record.id, record])).values()]

function isTheSurvey({ kind, data }: Shown, { survey }: MadeOf['reading'], area: string): boolean {
  return kind === 'survey' && 'sample' in data && data.unit === area && data.date === survey?.date && data.yes === survey.yes && data.sample === survey.sample
}
