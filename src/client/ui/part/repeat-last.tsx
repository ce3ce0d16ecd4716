// One tap begins a session like the last one that this account made.

import { useLive } from '../../store/live.ts'
import { latestSession } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Icon } from './icon.tsx'

export function RepeatLast() {
  const t = useWords()
  const { store, units } = useApp()
  const { account } = useMe().identity
  const last = useLive(() => latestSession(store, account), [account])
  if (!last) return null
  const { form, unit } = last.data
  return (
    <a class="button start no-print" href={`/session/new?like=${last.id}`}>
      <Icon name="again" />
      <span>
        {t('home.repeat')}
        <br />
        <span class="hint">
          {termName(t, 'form', form)} · {unitName(units.value.lookup(unit), t)}
        </span>
      </span>
    </a>
  )
}
