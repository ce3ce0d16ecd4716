// Where a period's report stands: an icon and a word, never colour alone.

import type { Standing } from '../../../programme/standing.ts'
import { StateBadge, type StateLook } from './state-badge.tsx'

const looks: Record<Standing, StateLook> = {
  open: { icon: 'edit', label: 'standing.open', tone: '' },
  late: { icon: 'alert', label: 'standing.late', tone: 'bad' },
  waiting: { icon: 'sent', label: 'standing.waiting', tone: 'wait' },
  returned: { icon: 'undo', label: 'standing.returned', tone: 'bad' },
  reopened: { icon: 'again', label: 'standing.reopened', tone: 'wait' },
  locked: { icon: 'lock', label: 'standing.locked', tone: 'good' },
}

export const StandingBadge = ({ standing }: { standing: Standing }) => <StateBadge look={looks[standing]} />
