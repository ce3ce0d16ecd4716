// The language, on every screen that someone could be stuck on. Each language says its own name.

import { type Language, languages } from '../../../text/translate.ts'
import { useApp } from '../context.ts'
import type { Preferences } from '../preference.ts'
import { Icon } from './icon.tsx'
import './field.css'

const names: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

export function LanguageSwitch() {
  return <LanguageChips preferences={useApp().preferences} />
}

/** Also for screens that stand before the app: recovery, an insecure address. */
export function LanguageChips({ preferences }: { preferences: Preferences }) {
  const { language } = preferences
  return (
    <fieldset class="field">
      <legend class="unseen">Ngôn ngữ · Language</legend>
      <div class="chips">
        {languages.map((code) => (
          <button
            key={code}
            type="button"
            class="chip"
            lang={code}
            aria-pressed={language.value === code}
            onClick={() => {
              language.value = code
            }}
          >
            {language.value === code && <Icon name="check" />}
            {names[code]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
