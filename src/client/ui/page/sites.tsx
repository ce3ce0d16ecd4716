// The model sites of the commune: what kind, where, and whether each is active today.

import { useState } from 'preact/hooks'
import { isConfidential, type SiteStatus, statusOn } from '../../../model/site.ts'
import { siteStatuses } from '../../../model/terms.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Badge } from '../part/badge.tsx'
import { Choice } from '../part/choice.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { sortedByName } from '../sorting.ts'
import { termName, unitName } from '../words.ts'
import '../part/rows.css'

export function Sites() {
  const t = useWords()
  const today = useToday()
  const { store } = useApp()
  const { may, commune, identity } = useMe()
  const { account, scope } = identity
  const mayAdd = may('make', { kind: 'site', unit: commune?.id ?? scope.province, author: account, organisation: scope.organisation })
  const sites = useLive(() => listRecords(store, 'site'), [])
  const [status, setStatus] = useState<string | undefined>(undefined)
  const shown = sortedByName(sites ?? [], ({ data }) => data.name).filter(({ data }) => status === undefined || statusOn(data.statuses, today) === status)
  const counted = (wanted: SiteStatus) => (sites ?? []).filter(({ data }) => statusOn(data.statuses, today) === wanted).length
  const options = siteStatuses
    .filter((code) => counted(code) > 0)
    .map((code) => ({ value: code, label: `${termName(t, 'siteStatus', code)} (${counted(code)})` }))
  return (
    <Page title={t('site.list')} aside={<SyncPill />}>
      {mayAdd && (
        <a class="button primary" href="/site/new">
          <Icon name="plus" />
          {t('site.add')}
        </a>
      )}
      {options.length > 1 && <Choice options={options} chosen={status ? [status] : []} onChoose={(code) => setStatus(code === status ? undefined : code)} />}
      {sites?.length === 0 && (
        <section class="card">
          <h2>{t('site.empty')}</h2>
          <p>{t('site.empty-why')}</p>
        </section>
      )}
      <ul class="rows">
        {shown.map((site) => (
          <SiteRow key={site.id} site={site} />
        ))}
      </ul>
    </Page>
  )
}

function SiteRow({ site }: { site: Shown<'site'> }) {
  const t = useWords()
  const today = useToday()
  const { units } = useApp()
  const { data } = site
  const status = statusOn(data.statuses, today)
  return (
    <li>
      <a class="row" href={`/site/${site.id}`}>
        <span class="row-main">{data.name}</span>
        <span class="hint row-sub">
          {termName(t, 'siteType', data.type)} · {unitName(units.value.lookup(data.unit), t)} ·{' '}
          {status ? termName(t, 'siteStatus', status) : t('site.not-begun')}
          {isConfidential(data) && ` · ${t('site.confidential')}`}
        </span>
        <Badge record={site} />
      </a>
    </li>
  )
}
