// The ways to all registers that somebody may look into: those of her commune and those of the province, apart.

import type { KindName } from '../../../model/registry.ts'
import type { MessageKey } from '../../../text/translate.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import { listPath, type RegisterKind } from '../record-path.ts'
import { Icon, type IconName } from './icon.tsx'

interface Link {
  kind: RegisterKind
  icon: IconName
  label: MessageKey
}

/** Everybody works with these where they are: in their commune, or for the province. */
const own: readonly Link[] = [
  { kind: 'plan', icon: 'day', label: 'plan.list' },
  { kind: 'media-item', icon: 'share', label: 'media-item.list' },
  { kind: 'tally', icon: 'chart', label: 'tally.list' },
  { kind: 'survey', icon: 'search', label: 'survey.list' },
  { kind: 'person', icon: 'people', label: 'person.list' },
]

const ofCommune: readonly Link[] = [
  { kind: 'unit', icon: 'place', label: 'village.list' },
  { kind: 'material-receipt', icon: 'check', label: 'material-receipt.list' },
]

const ofProvince: readonly Link[] = [
  { kind: 'programme', icon: 'file', label: 'programme.list' },
  { kind: 'target', icon: 'chart', label: 'target.list' },
  { kind: 'key-area', icon: 'alert', label: 'key-area.list' },
  { kind: 'material', icon: 'copy', label: 'material.list' },
  { kind: 'baseline', icon: 'people', label: 'baseline.list' },
  { kind: 'organisation', icon: 'house', label: 'organisation.list' },
]

export function RegisterLinks() {
  const t = useWords()
  const { commune } = useMe()
  return (
    <>
      <Group title={t('more.of-commune')} links={commune ? [...own, ...ofCommune] : ofCommune} />
      <Group title={t('more.of-province')} links={commune ? ofProvince : [...own, ...ofProvince]} />
    </>
  )
}

function Group({ title, links }: { title: string; links: readonly Link[] }) {
  const t = useWords()
  const me = useMe()
  const mayRead = (kind: KindName) => me.may('read', { kind, unit: me.home, author: me.identity.account, organisation: me.identity.scope.organisation })
  const shown = links.filter(({ kind }) => mayRead(kind))
  if (shown.length === 0) return null
  return (
    <nav class="stack" aria-label={title}>
      <h2>{title}</h2>
      {shown.map(({ kind, icon, label }) => (
        <a key={kind} class="button start" href={listPath(kind)}>
          <Icon name={icon} />
          {t(label)}
        </a>
      ))}
    </nav>
  )
}
