// The records behind a figure, one tap away.

import { useState } from 'preact/hooks'
import { formatDay } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Fold } from './fold.tsx'
import { SessionRow } from './session-row.tsx'

const STEP = 30

export function SessionFold({ title, sessions }: { title: string; sessions: readonly Shown<'session'>[] }) {
  const t = useWords()
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
      {sessions.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + STEP)}>
          {t('form.more', { count: sessions.length - most })}
        </button>
      )}
    </Fold>
  )
}
