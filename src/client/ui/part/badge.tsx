// Where a record is: on this phone, sent, or needing a look by this person. Always an icon and a word, never colour alone.

import type { MessageKey } from '../../../text/translate.ts'
import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import { useMayDecide } from '../may-decide.ts'
import { Icon, type IconName } from './icon.tsx'
import './badge.css'

const looks: Record<Shown['state'], { icon: IconName; label: MessageKey; tone: string }> = {
  waiting: { icon: 'phone', label: 'state.waiting', tone: 'wait' },
  sent: { icon: 'sent', label: 'state.sent', tone: 'good' },
  attention: { icon: 'alert', label: 'state.attention', tone: 'bad' },
}

/** `quiet`: nothing is said of what was sent and is at rest. */
export function Badge({ record, quiet }: { record: Shown; quiet?: boolean }) {
  const t = useWords()
  const state = useMayDecide(record) ? 'attention' : record.state
  if (quiet && state === 'sent') return null
  const { icon, label, tone } = looks[state]
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      {t(label)}
    </span>
  )
}
