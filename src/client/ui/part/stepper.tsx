// A number of people: minus, field, plus. The field takes typing; empty means "not entered", which is not zero.

import { useEffect, useState } from 'preact/hooks'
import { parseWhole } from '../../../text/format.ts'
import { useWords } from '../context.ts'
import './stepper.css'

interface StepperProps {
  id: string
  label: string
  hint?: string | undefined
  value: number | undefined
  error?: string | undefined
  onChange: (value: number | undefined) => void
}

export function Stepper({ id, label, hint, value, error, onChange }: StepperProps) {
  const t = useWords()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  useEffect(() => {
    if (parseWhole(typed) !== value) setTyped(value === undefined ? '' : String(value))
  }, [value])
  const now = value === undefined ? t('form.not-entered') : String(value)
  return (
    <div class={`stepper-row${error ? ' wrong' : ''}`}>
      <label for={id}>
        {label}
        {hint && <span class="hint stepper-hint">{hint}</span>}
        {error && <span class="field-error">{error}</span>}
      </label>
      <span class="stepper">
        <button type="button" aria-label={t('form.one-less', { label, now })} onClick={() => step(-1)}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={typed}
          aria-invalid={error ? 'true' : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" aria-label={t('form.one-more', { label, now })} onClick={() => step(1)}>
          +
        </button>
      </span>
    </div>
  )

  function step(by: number) {
    const next = Math.max(0, (value ?? 0) + by)
    setTyped(String(next))
    onChange(next)
  }

  function type(text: string) {
    const digits = text.replace(/\D/g, '').slice(0, 6)
    setTyped(digits)
    onChange(parseWhole(digits))
  }
}
