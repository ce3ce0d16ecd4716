// One record of a register in its list: a way to its form for who may edit it, else its facts on a tap.

import type { Shown } from '../../store/shown.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { editPath } from '../record-path.ts'
import type { Register } from '../register/register.ts'
import type { Say } from '../say.ts'
import { Attention } from './attention.tsx'
import { Badge } from './badge.tsx'
import { Facts } from './facts.tsx'
import { Fold } from './fold.tsx'
import { ReadOnly } from './read-only.tsx'
import './rows.css'

interface RegisterRowProps {
  register: Register
  record: Shown
  say: Say
}

export function RegisterRow({ register, record, say }: RegisterRowProps) {
  const me = useMe()
  const [name, about] = [register.name(record, say), register.about(record, say)]
  const mayEdit = me.may('edit', subjectOf(record.kind, record.data, record.author), 'asked in the form')
  if (!mayEdit || record.readOnly) {
    return (
      <Fold title={name} about={about}>
        <Facts kind={record.kind} fields={record.data} {...(register.hidden ? { except: register.hidden } : {})} />
        {register.more?.(record, say)}
        {mayEdit && <ReadOnly />}
        <Attention record={record} />
      </Fold>
    )
  }
  return (
    <a class="row" href={editPath(record.kind, record.id)}>
      <span class="row-main">{name}</span>
      {about && <span class="hint row-sub">{about}</span>}
      <Badge record={record} quiet />
    </a>
  )
}
