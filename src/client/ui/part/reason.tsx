// Why another's record is changed: asked where it is, kept with the change.

import { useWords } from '../context.ts'
import { Field } from './field.tsx'

interface ReasonProps {
  authorName: string
  reason: string
  isMissing: boolean
  onInput: (reason: string) => void
}

export function Reason({ authorName, reason, isMissing, onInput }: ReasonProps) {
  const t = useWords()
  return (
    <section class="card">
      <Field
        id="f-reason"
        label={t('form.reason')}
        hint={t('form.reason-hint', { name: authorName })}
        error={isMissing ? t('problem.reason-needed') : undefined}
      >
        <input id="f-reason" class="input" type="text" maxLength={300} value={reason} onInput={(event) => onInput(event.currentTarget.value)} />
      </Field>
    </section>
  )
}
