// One model site, with its statuses over time.

import { useLocation, useRoute } from 'preact-iso'
import { isConfidential, statusOn } from '../../../model/site.ts'
import { formatDate } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Attention } from '../part/attention.tsx'
import { Badge } from '../part/badge.tsx'
import { Facts } from '../part/facts.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { Missing, Recorded } from '../part/recorded.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { SiteVisits } from '../part/site-visits.tsx'
import { termName } from '../words.ts'

export function SiteDetail() {
  const { params } = useRoute()
  const id = params['id'] ?? ''
  const t = useWords()
  const { store } = useApp()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found)
    return (
      <Page title={t('site.title')} back="/sites">
        {null}
      </Page>
    )
  const site = found.record as Shown<'site'> | undefined
  if (site?.kind !== 'site') return <Missing back="/sites" />
  return <Site site={site} />
}

function Site({ site }: { site: Shown<'site'> }) {
  const t = useWords()
  const today = useToday()
  const me = useMe()
  const { route } = useLocation()
  const { data } = site
  const subject = { kind: 'site', unit: data.unit, author: site.author, organisation: data.organisation } as const
  const status = statusOn(data.statuses, today)
  const history = [...data.statuses].sort((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <Page title={data.name} back="/sites" aside={<Badge state={site.state} />}>
      {site.removed && <p class="card bad">{t('record.removed')}</p>}
      <Attention record={site} />
      {isConfidential(data) && (
        <p class="card wait line">
          <Icon name="lock" />
          {t('site.confidential-why')}
        </p>
      )}
      <section class="card">
        <h2>{status ? termName(t, 'siteStatus', status) : t('site.not-begun')}</h2>
        <ul>
          {history.map((entry) => (
            <li key={entry.from + entry.status} class="hint">
              {t('site.status-from', { status: termName(t, 'siteStatus', entry.status), date: formatDate(entry.from) })}
            </li>
          ))}
        </ul>
      </section>
      <section class="card">
        <h2>{t('session.recorded')}</h2>
        <Facts kind="site" fields={data} except={['name', 'statuses']} />
      </section>
      <SiteVisits site={site} />
      <Recorded record={site} />
      <div class="stack no-print">
        {me.may('edit', subject, 'asked in the form') && !site.removed && (
          <a class="button" href={`/site/${site.id}/edit`}>
            <Icon name="edit" />
            {t('site.edit-link')}
          </a>
        )}
        <RemoveButton record={site} subject={subject} onRemoved={() => route('/sites', true)} />
      </div>
    </Page>
  )
}
