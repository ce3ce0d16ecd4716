// From a civil date to another, both included.

import { useWords } from '../context.ts'
import { DateInput } from './date-field.tsx'

export interface Span {
  from?: string | undefined
  to?: string | undefined
}

interface SpanInputProps {
  id: string
  label: string
  value: Span | undefined
  error: string | undefined
  onChange: (span: Span) => void
}

export function SpanInput({ id, label, value, error, onChange }: SpanInputProps) {
  const t = useWords()
  return (
    <div class="stack">
      <span>{t('form.from')}</span>
      <DateInput id={`${id}-from`} label={`${label}, ${t('form.from')}`} value={value?.from} error={error} onChange={(from) => onChange({ ...value, from })} />
      <span>{t('form.to')}</span>
      <DateInput id={`${id}-to`} label={`${label}, ${t('form.to')}`} value={value?.to} error={error} onChange={(to) => onChange({ ...value, to })} />
    </div>
  )
}
