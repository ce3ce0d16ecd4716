// Where a record is: on this phone, sent, or needing a look by this person. Always an icon and a word, never colour alone.

import type { Shown } from '../../store/shown.ts'
import { useMayDecide } from '../may-decide.ts'
import { StateBadge, type StateLook } from './state-badge.tsx'

const looks: Record<Shown['state'], StateLook> = {
  waiting: { icon: 'phone', label: 'state.waiting', tone: 'wait' },
  sent: { icon: 'sent', label: 'state.sent', tone: 'good' },
  attention: { icon: 'alert', label: 'state.attention', tone: 'bad' },
}

/** `quiet`: nothing is said of what was sent and is at rest. */
export function Badge({ record, quiet }: { record: Shown; quiet?: boolean }) {
  const state = useMayDecide(record) ? 'attention' : record.state
  if (quiet && state === 'sent') return null
  return <StateBadge look={looks[state]} />
}
