// The number of a hotline in the office's form: wanted there, and typed on a telephone's keys.

import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel } from '../words.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'

export function HotlineNumber({ form }: { form: Form }) {
  const t = useWords()
  const id = fieldId(['number'])
  const { number } = form.fields
  const error = form.errorAt('number')
  return (
    <Field id={id} label={fieldLabel(t, 'handbook-entry', ['number'])} hint={t('hint.handbook-entry.number')} error={error}>
      <input
        id={id}
        class="input"
        type="tel"
        autocomplete="off"
        value={typeof number === 'string' ? number : ''}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={`${id}-hint`}
        onInput={(event) => form.set('number', event.currentTarget.value)}
      />
    </Field>
  )
}
