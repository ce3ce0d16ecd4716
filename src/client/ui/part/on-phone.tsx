// The records that still lie on this phone, on their way.

import { formatMoment } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { recordName } from '../record-name.ts'
import { recordPath } from '../record-path.ts'
import type { Say } from '../say.ts'

const MOST = 50

export function OnPhone({ records, say }: { records: readonly Shown[]; say: Say }) {
  const t = useWords()
  const { environment } = useApp()
  if (records.length === 0) return null
  return (
    <section class="card">
      <h2>{t('sending.on-phone')}</h2>
      <ul class="rows">
        {records.slice(0, MOST).map((record) => (
          <li key={record.id}>
            <a class="row" href={recordPath(record.kind, record.id)}>
              <span class="row-main">{recordName(record, say)}</span>
              <span class="hint row-sub">{t('sending.saved-at', { time: formatMoment(record.changedAt, environment.now()) })}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{t('sending.keep')}</p>
    </section>
  )
}
