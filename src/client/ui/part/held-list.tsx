// The records that have arrived and are kept until what they stand on arrives, too.

import { formatMoment } from '../../../text/format.ts'
import type { Held } from '../../store/outgoing.ts'
import { useApp, useWords } from '../context.ts'
import { awaitedName, recordName } from '../record-name.ts'
import { recordPath } from '../record-path.ts'
import type { Say } from '../say.ts'

export function HeldList({ held, say }: { held: readonly Held[]; say: Say }) {
  const t = useWords()
  const { environment } = useApp()
  if (held.length === 0) return null
  return (
    <section class="card">
      <h2>{t('sending.held')}</h2>
      <p class="hint">{t('sending.held-why')}</p>
      <ul class="rows">
        {held.map(({ shown, since, awaited }) => (
          <li key={shown.id}>
            <a class="row" href={recordPath(shown.kind, shown.id)}>
              <span class="row-main">{recordName(shown, say)}</span>
              <span class="hint row-sub">{t('sending.waits-for', { name: awaitedName(awaited, say), time: formatMoment(since, environment.now()) })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
