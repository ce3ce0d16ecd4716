// Who recorded something and when it changed last, and the way to what happened in between; and the screen for a record
// that isn't there.

import { formatMoment } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'

/** What was on its way for longer is told with the moment at which it came: until then nobody else had it. */
const LATE_MS = 86_400_000

export function Recorded({ record }: { record: Shown }) {
  const t = useWords()
  const { environment } = useApp()
  const now = environment.now()
  return (
    <div>
      <p class="hint">
        {t('record.by', { name: record.authorName, time: formatMoment(record.madeAt, now) })}
        {record.editedAt !== record.madeAt && ` ${t('record.changed', { time: formatMoment(record.editedAt, now) })}`}
        {record.createdAt - record.madeAt > LATE_MS && ` ${t('record.arrived', { time: formatMoment(record.createdAt, now) })}`}
        {record.marks.includes('future-date') && ` ${t('record.future')}`}
      </p>
      <a class="button quiet start no-print" href={`/history/${record.id}`}>
        <Icon name="again" />
        {t('history.link')}
      </a>
    </div>
  )
}

export function Missing({ back }: { back: string }) {
  const t = useWords()
  return (
    <Page title={t('record.missing-title')} back={back}>
      <p class="card">{t('record.missing')}</p>
    </Page>
  )
}
