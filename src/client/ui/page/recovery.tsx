// When the app can't start, or may not go on: says what happened, what is safe, and what to do. Stands without the database.

import type { ReadonlySignal } from '@preact/signals'
import type { MessageKey, Translate } from '../../../text/translate.ts'
import { BarePage } from '../part/bare-page.tsx'
import { LanguageChips } from '../part/language-switch.tsx'
import type { Preferences } from '../preference.ts'

/** What the button that loads the app again says; null where that would change nothing. */
const again = {
  insecure: null,
  'old-browser': null,
  blocked: 'trouble.retry',
  newer: 'trouble.retry',
  lost: 'trouble.retry',
  vanished: 'trouble.retry',
  'cut-short': null,
  slow: 'trouble.retry',
  failed: 'trouble.retry',
  passing: 'trouble.retry',
  superseded: 'trouble.reopen',
  gone: 'trouble.reopen',
} as const satisfies Record<string, MessageKey | null>

export type Trouble = keyof typeof again

/** Where saved work may be gone: paper and pictures can bring it back. */
const losses: ReadonlySet<Trouble> = new Set<Trouble>(['vanished', 'cut-short', 'gone'])

/** Past a loss, once the person has read what it means. `missing`: changes that were saved and are not there. */
export interface WayOn {
  goOn: () => void
  missing?: number
}

interface RecoveryProps {
  trouble: Trouble
  preferences: Preferences
  words: ReadonlySignal<Translate>
  retry: () => void
  wayOn?: WayOn | undefined
}

export function Recovery({ trouble, preferences, words, retry, wayOn }: RecoveryProps) {
  const t = words.value
  const label = again[trouble]
  const title = t(`trouble.${trouble}`)
  return (
    <BarePage title={title}>
      <p class="card bad">{t(`trouble.${trouble}-what`, { count: wayOn?.missing ?? 0 })}</p>
      {losses.has(trouble) && <p class="card">{t('trouble.look-what-is-missing')}</p>}
      {label && (
        <button type="button" class="button primary" onClick={retry}>
          {t(label)}
        </button>
      )}
      {wayOn && (
        <button type="button" class={label ? 'button' : 'button primary'} onClick={wayOn.goOn}>
          {t(trouble === 'vanished' ? 'trouble.go-on' : 'trouble.understood')}
        </button>
      )}
      <LanguageChips preferences={preferences} />
    </BarePage>
  )
}
