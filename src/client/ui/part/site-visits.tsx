// Meetings of a site and visits to it, newest first, on the site's own screen.

import { useState } from 'preact/hooks'
import { communeOf } from '../../../model/unit.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { newPath } from '../record-path.ts'
import { siteVisits } from '../register/commune.tsx'
import { useSay } from '../say.ts'
import { Icon } from './icon.tsx'
import { MoreButton } from './more-button.tsx'
import { RegisterRow } from './register-row.tsx'

const STEP = 5

export function SiteVisits({ site }: { site: Shown<'site'> }) {
  const t = useWords()
  const me = useMe()
  const say = useSay()
  const { store, units } = useApp()
  const [most, setMost] = useState(STEP)
  const all = useLive(() => listRecords(store, 'site-visit'), [])
  if (!all || !say) return null
  const visits = all.filter(({ data }) => data.site === site.id).sort((a, b) => (a.data.date < b.data.date ? 1 : -1))
  const unit = communeOf(site.data.unit, units.value.lookup)?.id ?? site.data.unit
  const mayMake = me.mayMake('site-visit', unit)
  return (
    <section class="card">
      <h2>{t('site-visit.list')}</h2>
      {visits.length === 0 ? (
        <p class="hint">{t('site-visit.empty')}</p>
      ) : (
        <>
          <p class="hint">{t('site-visit.count', { count: say.number(visits.length) })}</p>
          <ul class="rows">
            {visits.slice(0, most).map((visit) => (
              <li key={visit.id}>
                <RegisterRow register={siteVisits} record={visit} say={say} />
              </li>
            ))}
          </ul>
        </>
      )}
      <MoreButton left={visits.length - most} onMore={() => setMost(most + STEP)} />
      {mayMake && !site.removed && (
        <a class="button no-print" href={`${newPath('site-visit')}?site=${site.id}`}>
          <Icon name="plus" />
          {t('site-visit.add')}
        </a>
      )}
    </section>
  )
}
