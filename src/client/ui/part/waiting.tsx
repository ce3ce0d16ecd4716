// The newest sessions with where each of them is; those that wait or need a look come first.

import { formatDay, formatMoment } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox, listSessions } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { mayDecide } from '../may-decide.ts'
import { SessionRow } from './session-row.tsx'

/** `brief`: only what is open, and nothing where nothing is. */
export function Waiting({ brief = false }: { brief?: boolean }) {
  const t = useWords()
  const today = useToday()
  const { store, environment, identity, preferences } = useApp()
  const me = useMe()
  const sessions = useLive(() => listSessions(store), [])
  const outbox = useLive(() => getOutbox(store), [])
  if (!sessions || !outbox) return null
  const toDecide = sessions.filter((session) => mayDecide(me, session))
  const open = sessions.filter((session) => session.state !== 'sent' || toDecide.includes(session))
  const mine = brief ? [] : sessions.filter((session) => session.mine && !open.includes(session)).slice(0, 3)
  if (brief && open.length === 0) return null
  const lastSent = identity.value?.lastSentAt
  return (
    <section class="card no-print">
      <h2>{t(toDecide.length > 0 ? 'home.unfinished' : open.length > 0 ? 'home.waiting' : 'home.newest')}</h2>
      {open.length + mine.length === 0 ? (
        <p class="hint">{t('home.none')}</p>
      ) : (
        <ul class="rows">
          {[...open.slice(0, brief ? 3 : 8), ...mine].map((session) => (
            <SessionRow key={session.id} session={session} when={formatDay(session.data.date, today, preferences.language.value)} />
          ))}
        </ul>
      )}
      <p class="hint">
        {!environment.isOnline() && `${t('net.none')} `}
        {lastSent ? t('net.last-sent', { time: formatMoment(lastSent, environment.now()) }) : outbox.waiting > 0 ? t('net.never-sent') : ''}
      </p>
    </section>
  )
}
