// Whether a report is owed, late or done: an icon and a word, never colour alone.

import type { MessageKey } from '../../../text/translate.ts'
import { useWords } from '../context.ts'
import type { DueState } from '../report-dues.ts'
import { Icon, type IconName } from './icon.tsx'
import './badge.css'

const looks: Record<DueState, { icon: IconName; label: MessageKey; tone: string }> = {
  late: { icon: 'alert', label: 'standing.late', tone: 'bad' },
  soon: { icon: 'edit', label: 'report.state.soon', tone: 'wait' },
  ahead: { icon: 'day', label: 'report.state.ahead', tone: '' },
  undated: { icon: 'day', label: 'report.state.undated', tone: 'wait' },
  done: { icon: 'check', label: 'report.state.done', tone: 'good' },
}

export function DueStateBadge({ state }: { state: DueState }) {
  const t = useWords()
  const { icon, label, tone } = looks[state]
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      {t(label)}
    </span>
  )
}
