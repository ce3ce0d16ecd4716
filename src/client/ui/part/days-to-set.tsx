// For the office's first screen: days of reports that an adopted plan leaves open. Nothing where there are none.

import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { duesToSet } from '../pack-to-set.ts'
import { editPath } from '../record-path.ts'
import { Icon } from './icon.tsx'
import './rows.css'

/** Of plans that are not over: nobody is reminded of a report until the office has set its day. */
export function DaysToSet() {
  const t = useWords()
  const today = useToday()
  const { store, preferences } = useApp()
  const language = preferences.language.value
  const programmes = useLive(() => listRecords(store, 'programme'), []) ?? []
  const open = programmes.filter(({ data }) => (data.to === undefined || today <= data.to) && duesToSet(data.pack).length > 0)
  if (open.length === 0) return null
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {t('adapt.set-due')}
      </h2>
      <ul class="rows">
        {open.map(({ id, data }) => (
          <li key={id}>
            <a class="row" href={editPath('programme', id)}>
              <span class="row-main">{data.name}</span>
              <span class="row-sub">
                {duesToSet(data.pack)
                  .map(({ name }) => name[language])
                  .join(', ')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
