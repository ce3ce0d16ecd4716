// Whether a report is owed, late or done: an icon and a word, never colour alone.

import type { DueState } from '../report-dues.ts'
import { StateBadge, type StateLook } from './state-badge.tsx'

const looks: Record<DueState, StateLook> = {
  late: { icon: 'alert', label: 'standing.late', tone: 'bad' },
  soon: { icon: 'edit', label: 'report.state.soon', tone: 'wait' },
  ahead: { icon: 'day', label: 'report.state.ahead', tone: '' },
  undated: { icon: 'day', label: 'report.state.undated', tone: 'wait' },
  done: { icon: 'check', label: 'report.state.done', tone: 'good' },
}

export const DueStateBadge = ({ state }: { state: DueState }) => <StateBadge look={looks[state]} />
