// One session in a list: where, when, how many, and where the record is.

import type { VNode } from 'preact'
import { formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Badge } from './badge.tsx'
import './rows.css'

export function SessionRow(given: SessionLinkProps) {
  return (
    <li>
      <SessionLink {...given} />
    </li>
  )
}

interface SessionLinkProps {
  session: Shown<'session'>
  when: string
  /** Where a list says more of where its records are than the usual badge. */
  badge?: VNode
}

export function SessionLink({ session, when, badge = <Badge record={session} /> }: SessionLinkProps) {
  const t = useWords()
  const { units, preferences } = useApp()
  const { data } = session
  return (
    <a class="row" href={`/session/${session.id}`}>
      <span class="row-main">{unitName(units.value.lookup(data.unit), t)}</span>
      <span class="hint row-sub">
        {when} · {termName(t, 'form', data.form)} · {t('count.people', { count: formatNumber(data.counts.total, preferences.language.value) })}
      </span>
      {badge}
    </a>
  )
}
