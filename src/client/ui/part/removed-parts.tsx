// What the document says and the office took away: still in sight, and one tap back.

import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'

export function RemovedParts({ parts }: { parts: readonly { text: string; onRestore: () => void }[] }) {
  const t = useWords()
  if (parts.length === 0) return null
  return (
    <ul class="stack">
      {parts.map(({ text, onRestore }) => (
        <li key={text}>
          <p class="hint">{t('adapt.removed', { said: text })}</p>
          <button type="button" class="button quiet start" onClick={onRestore}>
            <Icon name="undo" />
            {t('adapt.bring-back')}
          </button>
        </li>
      ))}
    </ul>
  )
}
