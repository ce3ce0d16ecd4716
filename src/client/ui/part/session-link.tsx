// What stands in a row of the long list of sessions: where, when, how many, and where the record is just now.

import { formatDay, formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'

export function SessionLink({ session }: { session: Shown<'session'> }) {
  const t = useWords()
  const today = useToday()
  const { units, preferences } = useApp()
  const language = preferences.language.value
  const { date, unit, form, counts } = session.data
  return (
    <a class="row" href={`/session/${session.id}`}>
      <span class="row-main">{unitName(units.value.lookup(unit), t)}</span>
      <span class="hint row-sub">
        {formatDay(date, today, language)} · {termName(t, 'form', form)} · {t('count.people', { count: formatNumber(counts.total, language) })}
      </span>
      <State session={session} />
    </a>
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
