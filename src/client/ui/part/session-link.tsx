// What stands in a row of the long list of sessions: where, when, how many, and where the record is just now.

import { formatDay } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'
import { SessionLine } from './session-row.tsx'

export function SessionLink({ session }: { session: Shown<'session'> }) {
  const today = useToday()
  const language = useApp().preferences.language.value
  return (
    <SessionLine session={session} when={formatDay(session.data.date, today, language)}>
      <State session={session} />
    </SessionLine>
  )
}

/** Beside what every badge says, also that it is on its way. */
function State({ session }: { session: Shown<'session'> }) {
  const t = useWords()
  const { status } = useApp()
  if (session.state !== 'waiting' || status.value.at !== 'sending') return <Badge record={session} />
  return (
    <span class="badge wait">
      <Icon name="share" />
      {t('sessions.state-sending')}
    </span>
  )
}
