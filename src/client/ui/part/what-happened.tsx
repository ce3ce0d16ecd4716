// Who said something else of a record, what about and when: a line for each.

import type { Conflict } from '../../../model/merge.ts'
import { formatMoment } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { fieldLabel } from '../words.ts'

export function WhatHappened({ record }: { record: Shown }) {
  const t = useWords()
  const { environment } = useApp()
  const { identity } = useMe()
  return (
    <ul>
      {record.conflicts.map((conflict) => (
        <li key={conflict.change + conflict.account + String(conflict.removal)}>{say(conflict)}</li>
      ))}
    </ul>
  )

  function say({ account, name, at, fields = {}, removal }: Conflict): string {
    const time = formatMoment(at, environment.now())
    const labels = Object.keys(fields).map((field) => fieldLabel(t, record.kind, [field]))
    const said = { name, time, fields: labels.filter((label) => label !== '').join(', ') }
    const isMine = account === identity.scope.account
    if (removal) return t(isMine ? 'undecided.removal-mine' : 'undecided.removal', said)
    return t(isMine ? 'undecided.fields-mine' : 'undecided.fields', said)
  }
}
