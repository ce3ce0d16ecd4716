// The last day of something that holds from a day on. Ending it keeps what was; today is one tap.

import { useToday, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel } from '../words.ts'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

export function LastDay({ form }: { form: Form }) {
  const t = useWords()
  const today = useToday()
  const value = form.fields['to'] as string | undefined
  const label = fieldLabel(t, form.kind, ['to'])
  const error = form.errorAt('to')
  return (
    <Field id={fieldId(['to'])} label={label} hint={t('key-area.end-hint')} optional error={error} group>
      <DateInput id={fieldId(['to'])} label={label} value={value} error={error} onChange={(to) => form.set('to', to)} />
      {form.record && value === undefined && (
        <button type="button" class="button start" onClick={() => form.set('to', today)}>
          <Icon name="day" />
          {t('key-area.ends-today')}
        </button>
      )}
    </Field>
  )
}
