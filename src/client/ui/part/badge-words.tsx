// What the two badges that a person sees every day mean, each drawn as it stands beside a session.

import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './badge.css'

export function BadgeWords() {
  const t = useWords()
  return (
    <ul class="stack">
      <li>
        <span class="badge wait">
          <Icon name="phone" />
          {t('state.waiting')}
        </span>{' '}
        {t('begin.badge-waiting')}
      </li>
      <li>
        <span class="badge good">
          <Icon name="sent" />
          {t('state.sent')}
        </span>{' '}
        {t('begin.badge-sent')}
      </li>
    </ul>
  )
}
