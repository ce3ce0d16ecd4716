// The sessions that one event made in other communes, each a tap away.

import { formatDate } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { SessionRow } from './session-row.tsx'

export function EventSessions({ session: { id, data } }: { session: Shown<'session'> }) {
  const t = useWords()
  const { store } = useApp()
  const { event, date } = data
  const others = useLive(
    async () => (event ? (await listSessions(store, { from: date, to: date })).filter((one) => one.id !== id && one.data.event?.id === event.id) : []),
    [id, event?.id, date],
  )
  if (!others || others.length === 0) return null
  return (
    <section class="card">
      <h2>{t('event.with')}</h2>
      <ul class="rows">
        {others.map((session) => (
          <SessionRow key={session.id} session={session} when={formatDate(session.data.date)} />
        ))}
      </ul>
    </section>
  )
}
