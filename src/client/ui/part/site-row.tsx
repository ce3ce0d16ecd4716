// One model site in the list: what and where it is, when somebody was last there, and a visit begun with one tap.

import { isConfidential, statusOn } from '../../../model/site.ts'
import { communeOf } from '../../../model/unit.ts'
import { formatDate } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { newPath } from '../record-path.ts'
import { LONG_MONTHS, monthsUnvisited } from '../site-contact.ts'
import { termName, unitName } from '../words.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'
import './rows.css'

interface SiteRowProps {
  site: Shown<'site'>
  /** The date of the newest visit. */
  last: string | undefined
}

export function SiteRow({ site, last }: SiteRowProps) {
  const t = useWords()
  const today = useToday()
  const { units } = useApp()
  const { data } = site
  const status = statusOn(data.statuses, today)
  const about = [
    termName(t, 'siteType', data.type),
    unitName(units.value.lookup(data.unit), t),
    data.members && t('site.members', { count: data.members.total }),
    status ? termName(t, 'siteStatus', status) : t('site.not-begun'),
    isConfidential(data) && t('site.confidential'),
  ]
  return (
    <li class="row site-row">
      <a class="row-main row-link" href={`/site/${site.id}`}>
        {data.name}
      </a>
      <span class="hint row-sub">
        {about.filter(Boolean).join(' · ')} <Badge record={site} quiet />
      </span>
      <LastVisit site={site} last={last} />
      {status === 'active' && <LogVisit site={site} />}
    </li>
  )
}

function LastVisit({ site, last }: SiteRowProps) {
  const t = useWords()
  const today = useToday()
  const months = monthsUnvisited(site.data, last, today)
  if (last === undefined && months === undefined) return null
  const isLong = months !== undefined && months >= LONG_MONTHS
  const said = last === undefined ? t('site.never-visited') : t('site.last-visit', { date: formatDate(last) })
  return (
    <span class={isLong ? 'row-sub line site-long' : 'hint row-sub'}>
      {isLong && <Icon name="alert" />}
      {months ? `${said} · ${t('site.unvisited', { count: months })}` : said}
    </span>
  )
}

function LogVisit({ site }: { site: Shown<'site'> }) {
  const t = useWords()
  const me = useMe()
  const { units } = useApp()
  const unit = communeOf(site.data.unit, units.value.lookup)?.id ?? site.data.unit
  if (!me.mayMake('site-visit', unit)) return null
  return (
    <a class="button" href={`${newPath('site-visit')}?site=${site.id}`}>
      <Icon name="plus" />
      {t('site.log-visit')} <span class="unseen">{site.data.name}</span>
    </a>
  )
}
