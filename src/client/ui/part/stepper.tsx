// A number of people: minus, field, plus. The field takes typing; empty means "not entered", which is not zero. What is no
// number stays as it was typed until it is mended by typing.

import { parseWhole } from '../../../text/format.ts'
import { useWords } from '../context.ts'
import { useHeld } from '../held.ts'
import { useTyped } from './number-input.tsx'
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
  const { typed, type } = useTyped(value, parseWhole, onChange)
  const wrong = error ?? (Number.isNaN(value) ? t('problem.not-a-count') : undefined)
  const now = typed.trim() === '' ? t('form.not-entered') : typed
  const less = useHeld(() => step(-1))
  const more = useHeld(() => step(1))
  return (
    <div class={`stepper-row${wrong ? ' wrong' : ''}`}>
      <label for={id}>
        {label}
        {hint && <span class="hint stepper-hint">{hint}</span>}
        {wrong && <span class="field-error">{wrong}</span>}
      </label>
      <span class="stepper" style={{ '--digits': Math.max(3, typed.length) }}>
        <button type="button" aria-label={t('form.one-less', { label, now })} {...less}>
          −
        </button>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={typed}
          aria-invalid={wrong ? 'true' : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" aria-label={t('form.one-more', { label, now })} {...more}>
          +
        </button>
      </span>
    </div>
  )

  function step(by: number) {
    if (!Number.isNaN(value)) onChange(Math.max(0, (value ?? 0) + by))
  }
}
