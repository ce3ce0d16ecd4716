// Everything that is not daily work: who this phone belongs to, language and text size, what is stored, the registers.

import { periodRules } from '../../../programme/period.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import type { MessageKey } from '../../../text/translate.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, storedCounts } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { Choice } from '../part/choice.tsx'
import { Icon, type IconName } from '../part/icon.tsx'
import { InstallCard } from '../part/install-card.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { Page } from '../part/page.tsx'
import { RegisterLinks } from '../part/register-links.tsx'
import { StorageCard } from '../part/storage-card.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { UpdateCard } from '../part/update-card.tsx'
import { textSizes } from '../preference.ts'
import { unitName } from '../words.ts'
import '../part/facts.css'

const links: { path: string; icon: IconName; label: MessageKey; field?: true }[] = [
  { path: '/handbook', icon: 'file', label: 'handbook.list' },
  { path: '/coverage', icon: 'chart', label: 'coverage.open', field: true },
  { path: '/month', icon: 'print', label: 'month.link', field: true },
  { path: '/sending', icon: 'share', label: 'sending.title' },
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
          .filter(({ field }) => !field || role !== 'province')
          .map(({ path, icon, label }) => (
            <a key={path} class="button start" href={path}>
              <Icon name={icon} />
              {t(label)}
            </a>
          ))}
      </nav>
      <RegisterLinks />
      <Looks />
      <Who />
      <Stored />
      <StorageCard />
    </Page>
  )
}

function Looks() {
  const t = useWords()
  const { preferences } = useApp()
  const { textSize, periodRule } = preferences
  return (
    <section class="card">
      <h2>{t('more.language')}</h2>
      <LanguageSwitch />
      <h2>{t('more.text-size')}</h2>
      <Choice
        options={textSizes.map((value) => ({ value, label: t(`more.text.${value}`) }))}
        chosen={[textSize.value]}
        onChoose={(value) => (textSize.value = value as (typeof textSizes)[number])}
      />
      <h2>{t('more.periods')}</h2>
      <Choice
        options={periodRules.map((value) => ({ value, label: t(`more.periods.${value}`) }))}
        chosen={[periodRule.value]}
        onChoose={(value) => (periodRule.value = value as (typeof periodRules)[number])}
      />
    </section>
  )
}

function Who() {
  const t = useWords()
  const { store, units } = useApp()
  const { identity } = useMe()
  const organisation = useLive(() => getRecord(store, identity.scope.organisation), [identity.scope.organisation])
  const named = organisation?.kind === 'organisation' ? (organisation.data as { name: string }).name : undefined
  return (
    <section class="card">
      <h2>{t('more.who')}</h2>
      <p>
        <b>{identity.scope.name}</b>
        {named && ` · ${named}`}
      </p>
      <ul>
        {identity.scope.roles.map((held) => (
          <li key={held.role + held.unit}>
            {t(`role.${held.role}`)} · {unitName(units.value.lookup(held.unit), t)}{' '}
            <span class="hint">{t('more.role-from', { date: formatDate(held.from) })}</span>
          </li>
        ))}
      </ul>
    </section>
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
