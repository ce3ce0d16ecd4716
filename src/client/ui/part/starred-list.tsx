// Begins a session like one that was starred: the village, the form and the topics stand there already.

import { useLive } from '../../store/live.ts'
import { listStarred } from '../../store/starred.ts'
import { useApp, useWords } from '../context.ts'
import { termName, unitName } from '../words.ts'
import { Icon } from './icon.tsx'

export function StarredList() {
  const t = useWords()
  const { store, units } = useApp()
  const starred = useLive(() => listStarred(store), [])
  if (!starred || starred.length === 0) return null
  return (
    <section class="card">
      <h2>{t('star.list')}</h2>
      {starred.map(({ id, data }) => (
        <a key={id} class="button start" href={`/session/new?like=${id}`}>
          <Icon name="star" />
          <span>
            {termName(t, 'form', data.form)}
            <br />
            <span class="hint">{unitName(units.value.lookup(data.unit), t)}</span>
          </span>
        </a>
      ))}
    </section>
  )
}
