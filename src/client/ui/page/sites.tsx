// The model sites of the commune: what kind, where, whether each is active today, and when somebody was last there. A visit
// is begun right from the list.

import { useState } from 'preact/hooks'
import { statusOn } from '../../../model/site.ts'
import { siteStatuses } from '../../../model/terms.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Choice } from '../part/choice.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { SiteRow } from '../part/site-row.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { useSearch } from '../search.tsx'
import { LONG_MONTHS, lastVisits, monthsUnvisited } from '../site-contact.ts'
import { sortedByName } from '../sorting.ts'
import { termName, unitName } from '../words.ts'
import '../part/rows.css'

type Site = Shown<'site'>

export function Sites() {
  const t = useWords()
  const { store } = useApp()
  const { mayMake, role } = useMe()
  const known = useLive(async () => ({ sites: await listRecords(store, 'site'), last: lastVisits(await listRecords(store, 'site-visit')) }), [])
  return (
    <Page title={t('site.list')} back={role === 'official' ? '/more' : undefined} aside={<SyncPill />}>
      {mayMake('site') && (
        <a class="button primary" href="/site/new">
          <Icon name="plus" />
          {t('site.add')}
        </a>
      )}
      {known?.sites.length === 0 && (
        <section class="card">
          <h2>{t('site.empty')}</h2>
          <p>{t('site.empty-why')}</p>
          <p>{t('site.empty-next')}</p>
        </section>
      )}
      {known && known.sites.length > 0 && <List {...known} />}
    </Page>
  )
}

function List({ sites, last }: { sites: readonly Site[]; last: ReadonlyMap<string, string> }) {
  const t = useWords()
  const { units } = useApp()
  const { groups, chosen, choose } = useGroups(sites, last)
  const sorted = sortedByName(chosen ? chosen.sites : sites, ({ data }) => data.name)
  const { found, box } = useSearch(sorted, ({ data }) => `${data.name} ${termName(t, 'siteType', data.type)} ${unitName(units.value.lookup(data.unit), t)}`)
  return (
    <>
      {groups.length > 1 && <Choice options={groups} chosen={chosen ? [chosen.value] : []} onChoose={choose} />}
      {box}
      {found.length === 0 && <p class="card">{t('site.none-found')}</p>}
      <ul class="rows">
        {found.map((site) => (
          <SiteRow key={site.id} site={site} last={last.get(site.id)} />
        ))}
      </ul>
    </>
  )
}

interface Group {
  value: string
  label: string
  sites: readonly Site[]
}

/** By the status of today, and those where nobody was for long; only those that there are. */
function useGroups(sites: readonly Site[], last: ReadonlyMap<string, string>) {
  const t = useWords()
  const today = useToday()
  const [value, setValue] = useState<string | undefined>(undefined)
  const isLong = ({ id, data }: Site) => (monthsUnvisited(data, last.get(id), today) ?? 0) >= LONG_MONTHS
  const group = (code: string, name: string, held: readonly Site[]): Group => ({ value: code, label: `${name} (${held.length})`, sites: held })
  const all = siteStatuses.map((code) =>
    group(
      code,
      termName(t, 'siteStatus', code),
      sites.filter(({ data }) => statusOn(data.statuses, today) === code),
    ),
  )
  const groups = [...all, group('unvisited', t('site.unvisited-long', { count: LONG_MONTHS }), sites.filter(isLong))].filter(
    ({ sites: held }) => held.length > 0,
  )
  return { groups, chosen: groups.find((one) => one.value === value), choose: (code: string) => setValue(code === value ? undefined : code) }
}
