// One model site, with its statuses over time and its meetings and visits.

import { isConfidential, statusOn } from '../../../model/site.ts'
import { formatDate } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useToday, useWords } from '../context.ts'
import { Icon } from '../part/icon.tsx'
import { RecordScreen } from '../part/record-screen.tsx'
import { SiteVisits } from '../part/site-visits.tsx'
import { termName } from '../words.ts'

export function SiteDetail() {
  const t = useWords()
  return (
    <RecordScreen
      kind="site"
      title={({ data }) => data.name}
      lead={(site) => <Statuses site={site} />}
      except={['name', 'statuses']}
      more={(site) => <SiteVisits site={site} />}
      editLabel={t('site.edit-link')}
    />
  )
}

function Statuses({ site: { data } }: { site: Shown<'site'> }) {
  const t = useWords()
  const today = useToday()
  const status = statusOn(data.statuses, today)
  const history = [...data.statuses].sort((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <>
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
    </>
  )
}
