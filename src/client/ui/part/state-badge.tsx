// A state as a badge: always an icon and a word, never colour alone.

import type { MessageKey } from '../../../text/translate.ts'
import { useWords } from '../context.ts'
import { Icon, type IconName } from './icon.tsx'
import './badge.css'

export interface StateLook {
  icon: IconName
  label: MessageKey
  /** A class of badge.css; empty for none. */
  tone: string
}

export function StateBadge({ look: { icon, label, tone } }: { look: StateLook }) {
  const t = useWords()
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon} />
      {t(label)}
    </span>
  )
}
