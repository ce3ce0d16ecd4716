// Everything that is not daily work: who this phone belongs to, language and looks, her villages, what is stored, the registers.

import type { Role } from '../../../model/permission.ts'
import { formatNumber } from '../../../text/format.ts'
import type { MessageKey } from '../../../text/translate.ts'
import { useLive } from '../../store/live.ts'
import { storedCounts } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { Icon, type IconName } from '../part/icon.tsx'
import { InstallCard } from '../part/install-card.tsx'
import { Looks } from '../part/looks.tsx'
import { MyVillages } from '../part/my-villages.tsx'
import { Page } from '../part/page.tsx'
import { RegisterLinks } from '../part/register-links.tsx'
import { StorageCard } from '../part/storage-card.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { UpdateCard } from '../part/update-card.tsx'
import { Who } from '../part/who.tsx'
import '../part/facts.css'

/** `of`: for whom it is; without it for everybody. What is a tab of theirs is not here. */
const links: { path: string; icon: IconName; label: MessageKey; of?: readonly Role[] }[] = [
  { path: '/handbook', icon: 'file', label: 'handbook.list' },
  { path: '/coverage', icon: 'chart', label: 'coverage.open', of: ['collaborator'] },
  { path: '/sites', icon: 'site', label: 'site.list', of: ['official'] },
  { path: '/month', icon: 'print', label: 'month.link', of: ['collaborator'] },
  { path: '/quality', icon: 'search', label: 'quality.link', of: ['official', 'province'] },
  { path: '/sending', icon: 'share', label: 'sending.title' },
  { path: '/tally-sheet', icon: 'list', label: 'sheet.link', of: ['collaborator', 'official'] },
]

export function More() {
  const t = useWords()
  const { role } = useMe()
  return (
    <Page title={t('tab.more')} aside={<SyncPill />}>
      <UpdateCard />
      <InstallCard asked />
      <nav class="stack" aria-label={t('more.links')}>
        {links
          .filter(({ of }) => !of || (role && of.includes(role)))
          .map(({ path, icon, label }) => (
            <a key={path} class="button start" href={path}>
              <Icon name={icon} />
              {t(label)}
            </a>
          ))}
      </nav>
      <RegisterLinks />
      <MyVillagesCard />
      <section class="card">
        <Looks />
      </section>
      <section class="card">
        <Who />
      </section>
      <Stored />
      <StorageCard />
      <TryOutLink />
    </Page>
  )
}

function MyVillagesCard() {
  const t = useWords()
  const { commune } = useMe()
  if (!commune) return null
  return (
    <section class="card">
      <h2>{t('begin.villages')}</h2>
      <MyVillages commune={commune} />
    </section>
  )
}

function TryOutLink() {
  const t = useWords()
  const { endTryOut } = useApp()
  return (
    <a class="button start" href="/try-out">
      <Icon name="edit" />
      {t(endTryOut ? 'tryout.leave' : 'tryout.link')}
    </a>
  )
}

function Stored() {
  const t = useWords()
  const { store, preferences } = useApp()
  const counts = useLive(() => storedCounts(store), [])
  const language = preferences.language.value
  return (
    <section class="card">
      <h2>{t('more.stored')}</h2>
      {counts && (
        <dl class="facts">
          <Fact label={t('more.sessions')} value={formatNumber(counts.sessions, language)} />
          <Fact label={t('more.other-records')} value={formatNumber(counts.others, language)} />
          <Fact label={t('more.unsent')} value={formatNumber(counts.unsent, language)} />
          <Fact label={t('more.drafts')} value={formatNumber(counts.drafts, language)} />
        </dl>
      )}
      <p class="hint">{t('more.what-is-kept')}</p>
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
