// One session in a list: where, when, how many, and where the record is.

import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Badge } from './badge.tsx'
import './rows.css'

interface SessionRowProps {
  session: Shown<'session'>
  when: string
}

export const SessionRow = (row: SessionRowProps) => (
  <li>
    <SessionLine {...row}>
      <Badge record={row.session} />
    </SessionLine>
  </li>
)

/** What stands in the row; its badge is given. */
export function SessionLine({ session, when, children }: SessionRowProps & { children: ComponentChildren }) {
  const t = useWords()
  const { units, preferences } = useApp()
  const { data } = session
  return (
    <a class="row" href={`/session/${session.id}`}>
      <span class="row-main">{unitName(units.value.lookup(data.unit), t)}</span>
      <span class="hint row-sub">
        {when} · {termName(t, 'form', data.form)} · {t('count.people', { count: formatNumber(data.counts.total, preferences.language.value) })}
      </span>
      {children}
    </a>
  )
}
