// One or several of a list, as big buttons. A long list shows what was chosen and the first few; the rest on request.

import { useState } from 'preact/hooks'
import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './field.css'

interface Option {
  value: string
  label: string
}

interface ChoiceProps {
  options: readonly Option[]
  chosen: readonly string[]
  /** How many to show before the rest is asked for. */
  first?: number
  onChoose: (value: string) => void
}

export function Choice({ options, chosen, first = 7, onChoose }: ChoiceProps) {
  const t = useWords()
  const [all, setAll] = useState(options.length <= first + 1)
  const shown = all ? options : options.filter((option, index) => index < first || chosen.includes(option.value))
  return (
    <div class="chips">
      {shown.map(({ value, label }) => {
        const pressed = chosen.includes(value)
        return (
          <button key={value} type="button" class="chip" aria-pressed={pressed} onClick={() => onChoose(value)}>
            {pressed && <Icon name="check" />}
            {label}
          </button>
        )
      })}
      {!all && (
        <button type="button" class="chip" onClick={() => setAll(true)}>
          {t('form.more', { count: options.length - shown.length })}
        </button>
      )}
    </div>
  )
}
