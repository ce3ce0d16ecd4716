// One session: how many came, what was recorded, another like it.

import { formatDay, formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { EventSessions } from '../part/event-sessions.tsx'
import { Icon } from '../part/icon.tsx'
import { RecordScreen } from '../part/record-screen.tsx'
import { StarButton } from '../part/star-button.tsx'
import { termName, unitName } from '../words.ts'
import '../part/figure.css'

export function SessionDetail() {
  const t = useWords()
  const { units } = useApp()
  return (
    <RecordScreen
      kind="session"
      title={({ data }) => unitName(units.value.lookup(data.unit), t)}
      lead={(session) => <Attended session={session} />}
      except={['programme', 'event']}
      more={(session) => <EventSessions session={session} />}
      editLabel={t('action.edit')}
      actions={({ id }) => (
        <>
          <a class="button" href={`/session/new?like=${id}`}>
            <Icon name="again" />
            {t('session.again')}
          </a>
          <StarButton id={id} />
        </>
      )}
    />
  )
}

function Attended({ session: { data } }: { session: Shown<'session'> }) {
  const t = useWords()
  const today = useToday()
  const language = useApp().preferences.language.value
  return (
    <section class="card">
      <p>
        <b>{formatDay(data.date, today, language)}</b> · {termName(t, 'form', data.form)}
      </p>
      <p class="figure">{formatNumber(data.counts.total, language)}</p>
      <p class="hint">{t('session.attendance')}</p>
    </section>
  )
}
