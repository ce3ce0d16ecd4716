// One record of a register in its list: a way to its form for who may edit it, else its facts on a tap.

import type { Subject } from '../../../model/permission.ts'
import { kindNamed } from '../../../model/registry.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { editPath } from '../record-path.ts'
import type { Register } from '../register/register.ts'
import type { Say } from '../say.ts'
import { Badge } from './badge.tsx'
import { Facts } from './facts.tsx'
import { Fold } from './fold.tsx'
import './rows.css'

interface RegisterRowProps {
  register: Register
  record: Shown
  say: Say
}

export function RegisterRow({ register, record, say }: RegisterRowProps) {
  const me = useMe()
  const [name, about] = [register.name(record, say), register.about(record, say)]
  if (register.readOnly || !me.may('edit', subjectOf(record), 'asked in the form')) {
    return (
      <Fold title={name} about={about}>
        <Facts kind={record.kind} fields={record.data} {...(register.hidden ? { except: register.hidden } : {})} />
        {register.more?.(record, say)}
      </Fold>
    )
  }
  return (
    <a class="row" href={editPath(record.kind, record.id)}>
      <span class="row-main">{name}</span>
      {about && <span class="hint row-sub">{about}</span>}
      {record.state !== 'sent' && <Badge state={record.state} />}
    </a>
  )
}

/** What permissions are asked about, for a record of any kind. */
export function subjectOf({ kind: name, data, author }: Shown): Subject {
  const kind = kindNamed(name)
  // The data is that of the kind: both come from one record.
  return { kind: name, unit: kind.home(data as never), author, organisation: kind.organisation?.(data as never) }
}
