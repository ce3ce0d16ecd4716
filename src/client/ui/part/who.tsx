// Whom this phone belongs to: name, organisation, what she may do where.

import { formatDate } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { unitName } from '../words.ts'

export function Who() {
  const t = useWords()
  const { store, units } = useApp()
  const { identity } = useMe()
  const organisation = useLive(() => getRecord(store, identity.scope.organisation), [identity.scope.organisation])
  const named = organisation?.kind === 'organisation' ? (organisation.data as { name: string }).name : undefined
  return (
    <>
      <h2>{t('more.who')}</h2>
      <p>
        <b>{identity.scope.name}</b>
        {named && ` · ${named}`}
      </p>
      <ul>
        {identity.scope.roles.map((held) => (
          <li key={held.role + held.unit}>
            {t(`role.${held.role}`)} · {unitName(units.value.lookup(held.unit), t)}{' '}
            <span class="hint">{t('more.role-from', { date: formatDate(held.from) })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
