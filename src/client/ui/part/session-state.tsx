// Where a session of a list is; beside what every badge says also that it is on its way just now.

import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'

export function SessionState({ session }: { session: Shown<'session'> }) {
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
