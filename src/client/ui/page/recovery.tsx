// When the app can't start: says what happened, that nothing was deleted, and what to do. Stands without the database.

import type { ReadonlySignal } from '@preact/signals'
import type { MessageKey, Translate } from '../../../text/translate.ts'
import { LanguageChips } from '../part/language-switch.tsx'
import type { Preferences } from '../preference.ts'

export type Trouble = 'insecure' | 'old-browser' | 'blocked' | 'newer' | 'lost' | 'vanished' | 'slow' | 'failed'

interface RecoveryProps {
  trouble: Trouble
  preferences: Preferences
  words: ReadonlySignal<Translate>
  retry: () => void
  /** Only where data vanished: going on means enrolling again. */
  goOn?: (() => void) | undefined
}

export function Recovery({ trouble, preferences, words, retry, goOn }: RecoveryProps) {
  const t = words.value
  const title: MessageKey = `trouble.${trouble}`
  const what: MessageKey = `trouble.${trouble}-what`
  return (
    <div class="page">
      <header class="page-head">
        <h1>{t(title)}</h1>
      </header>
      <main class="stack">
        <p class="card bad">{t(what)}</p>
        {trouble !== 'insecure' && trouble !== 'old-browser' && (
          <button type="button" class="button primary" onClick={retry}>
            {t('trouble.retry')}
          </button>
        )}
        {goOn && (
          <button type="button" class="button" onClick={goOn}>
            {t('trouble.go-on')}
          </button>
        )}
        <LanguageChips preferences={preferences} />
      </main>
    </div>
  )
}
