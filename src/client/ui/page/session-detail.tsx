// One session: how many came, what was recorded, another like it, and sending it on.

import { formatDay, formatNumber } from '../../../text/format.ts'
import { cardText } from '../../report/card.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { fileName } from '../file-name.ts'
import { EventSessions } from '../part/event-sessions.tsx'
import { Icon } from '../part/icon.tsx'
import { RecordScreen } from '../part/record-screen.tsx'
import { SendByZalo } from '../part/send-by-zalo.tsx'
import { StarButton } from '../part/star-button.tsx'
import { sessionCard } from '../session-card.ts'
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
      actions={(session) => (
        <>
          <Send session={session} />
          <a class="button" href={`/session/new?like=${session.id}`}>
            <Icon name="again" />
            {t('session.again')}
          </a>
          <StarButton id={session.id} />
        </>
      )}
    />
  )
}

/** Not what was refused or taken away: it counts for nothing, so nobody should be told of it. */
function Send({ session: { data, removed, state } }: { session: Shown<'session'> }) {
  const t = useWords()
  const { units, identity, preferences } = useApp()
  if (removed || state === 'attention') return null
  const practice = identity.value?.scope.practice === true
  const { lookup } = units.value
  const card = sessionCard(data, { t, language: preferences.language.value, practice, lookup })
  return <SendByZalo card={card} text={cardText(card)} name={fileName(unitName(lookup(data.unit), t), data.date, 'png', practice)} />
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
