// Why another's record is changed, or a figure that is locked: asked where it is, kept with the change.

import { useWords } from '../context.ts'
import { Field } from './field.tsx'

interface ReasonProps {
  /** Whose record it is; absent where it is her own, of a locked period. */
  authorName?: string | undefined
  isLocked?: boolean
  reason: string
  isMissing: boolean
  onInput: (reason: string) => void
}

export function Reason({ authorName, isLocked, reason, isMissing, onInput }: ReasonProps) {
  const t = useWords()
  return (
    <section class="card">
      <Field
        id="f-reason"
        label={t('form.reason')}
        hint={[isLocked && t('lock.note'), authorName !== undefined && t('form.reason-hint', { name: authorName })].filter(Boolean).join(' ')}
        error={isMissing ? t('problem.reason-needed') : undefined}
      >
        <input id="f-reason" class="input" type="text" maxLength={300} value={reason} onInput={(event) => onInput(event.currentTarget.value)} />
      </Field>
    </section>
  )
}
