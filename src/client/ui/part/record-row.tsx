// A record of any kind as a line of a list that has several kinds: what it is called, and the way to it.

import type { Shown } from '../../store/shown.ts'
import { recordName } from '../record-name.ts'
import { type RegisterKind, recordPath } from '../record-path.ts'
import { registers } from '../register/registers.ts'
import type { Say } from '../say.ts'
import { RegisterRow } from './register-row.tsx'
import { SessionLink } from './session-link.tsx'

export function RecordRow({ record, say }: { record: Shown; say: Say }) {
  if (isSession(record)) return <SessionLink session={record} />
  if (record.kind !== 'site' && record.kind in registers) return <RegisterRow register={registers[record.kind as RegisterKind]} record={record} say={say} />
  return (
    <a class="row" href={recordPath(record.kind, record.id)}>
      <span class="row-main">{recordName(record, say)}</span>
    </a>
  )
}

const isSession = (record: Shown): record is Shown<'session'> & Shown => record.kind === 'session'
