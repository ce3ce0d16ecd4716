// Where a period's report stands: an icon and a word, never colour alone.

import type { Standing } from '../../../programme/standing.ts'
import type { MessageKey } from '../../../text/translate.ts'
import { useWords } from '../context.ts'
import { Icon, type IconName } from './icon.tsx'
import './badge.css'

const looks: Record<Standing, { icon: IconName; label: MessageKey; tone: string }> = {
  open: { icon: 'edit', label: 'standing.open', tone: '' },
  late: { icon: 'alert', label: 'standing.late', tone: 'bad' },
  waiting: { icon: 'sent', label: 'standing.waiting', tone: 'wait' },
  returned: { icon: 'undo', label: 'standing.returned', tone: 'bad' },
  reopened: { icon: 'again', label: 'standing.reopened', tone: 'wait' },
  locked: { icon: 'lock', label: 'standing.locked', tone: 'good' },
}

export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useWords()
  const { icon, label, tone } = looks[standing]
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      {t(label)}
    </span>
  )
}
