// The way from a sum to the single records of communes, for the province's office: on a tap, page by page, noted at the office; and
// whether they come to the sum.

import type { ComponentChildren } from 'preact'
import { formatMoment } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useNow, useWords } from '../context.ts'
import { type Opened, type OpenedAsked, useOpened } from '../opened.ts'
import { recordName } from '../record-name.ts'
import { useSay } from '../say.ts'
import { useSpoken } from '../spoken.ts'
import { problemSentence } from '../words.ts'
import { Facts } from './facts.tsx'
import { Fold } from './fold.tsx'
import { Icon } from './icon.tsx'
import './rows.css'

interface OpenedRecordsProps {
  asked: OpenedAsked
  /** Whether one of them makes the figure. */
  isBehind: (record: Shown) => boolean
  /** Whether all of them together come to it; undefined where it has no number. */
  comesToFigure: (records: readonly Shown[]) => boolean | undefined
}

export function OpenedRecords({ asked, isBehind, comesToFigure }: OpenedRecordsProps) {
  const t = useWords()
  const say = useSay()
  const { opened, open, isAsking, trouble } = useOpened(asked)
  const isOfSessions = asked.kinds.every((kind) => kind === 'session')
  const records = opened.records.filter(isBehind)
  const isBegun = opened.at !== undefined
  useSpoken(isBegun && !isAsking ? t('opened.title', { count: records.length }) : undefined)
  if (!say) return null
  return (
    <section class="card stack no-print" aria-busy={isAsking}>
      {isBegun && <h2>{t('opened.title', { count: records.length })}</h2>}
      {records.length > 0 && (
        <ul class="rows">
          {records.map((record) => (
            <li key={record.id}>
              <Fold title={recordName(record, say)} about={record.authorName}>
                <Facts kind={record.kind} fields={record.data} />
              </Fold>
            </li>
          ))}
        </ul>
      )}
      {isBegun && <Standing opened={opened} records={records} comesToFigure={comesToFigure} />}
      {trouble && <Trouble>{trouble.code === 'no-connection' ? t('opened.no-network') : problemSentence(t, trouble)}</Trouble>}
      {opened.more && (
        <button type="button" class="button" disabled={isAsking} onClick={() => void open()}>
          <Icon name="list" />
          {t(isBegun ? 'opened.more' : isOfSessions ? 'opened.sessions' : 'opened.records')}
        </button>
      )}
      <p class="hint">{isAsking ? t('opened.asking') : t('opened.noted')}</p>
    </section>
  )
}

function Standing({ opened, records, comesToFigure }: { opened: Opened; records: readonly Shown[] } & Pick<OpenedRecordsProps, 'comesToFigure'>) {
  const t = useWords()
  const now = useNow()
  const time = opened.at === undefined ? '' : formatMoment(opened.at, now)
  if (opened.more) return <p class="hint">{t('opened.so-far')}</p>
  const comes = comesToFigure(records)
  return (
    <>
      {comes !== undefined && <p>{t(comes ? 'opened.same' : 'opened.other', { time })}</p>}
      {opened.unreadable > 0 && <p>{t('opened.unreadable', { count: opened.unreadable })}</p>}
    </>
  )
}

const Trouble = ({ children }: { children: ComponentChildren }) => (
  <p class="line" role="alert">
    <Icon name="off" />
    <span>{children}</span>
  </p>
)
