// The records behind a figure, one tap away.

import { useState } from 'preact/hooks'
import { formatDay } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday } from '../context.ts'
import { Fold } from './fold.tsx'
import { MoreButton } from './more-button.tsx'
import { SessionRow } from './session-row.tsx'

const STEP = 30

export function SessionFold({ title, sessions }: { title: string; sessions: readonly Shown<'session'>[] }) {
  const today = useToday()
  const language = useApp().preferences.language.value
  const [most, setMost] = useState(STEP)
  if (sessions.length === 0) return null
  return (
    <Fold title={title}>
      <ul class="rows">
        {sessions.slice(0, most).map((session) => (
          <SessionRow key={session.id} session={session} when={formatDay(session.data.date, today, language)} />
        ))}
      </ul>
      <MoreButton left={sessions.length - most} onMore={() => setMost(most + STEP)} />
    </Fold>
  )
}
