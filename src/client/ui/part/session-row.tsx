// One session in a list: where, when, how many, and where the record is.

import { formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Badge } from './badge.tsx'
import './rows.css'

export function SessionRow({ session, when }: { session: Shown<'session'>; when: string }) {
  const t = useWords()
  const { units, preferences } = useApp()
  const { data } = session
  return (
    <li>
      <a class="row" href={`/session/${session.id}`}>
        <span class="row-main">{unitName(units.value.lookup(data.unit), t)}</span>
        <span class="hint row-sub">
          {when} · {termName(t, 'form', data.form)} · {t('count.people', { count: formatNumber(data.counts.total, preferences.language.value) })}
        </span>
        <Badge record={session} />
      </a>
    </li>
  )
}
