// A civil date: today and yesterday as buttons where that is likely, any other day by the phone's own calendar.

import { useState } from 'preact/hooks'
import { addDays, isDate } from '../../../model/civil-date.ts'
import { formatDate, formatDay } from '../../../text/format.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './field.css'

interface DateFieldProps {
  id: string
  label: string
  value: string | undefined
  error?: string | undefined
  onChange: (date: string | undefined) => void
}

export function RecentDate({ id, label, value, error, onChange }: DateFieldProps) {
  const t = useWords()
  const { preferences } = useApp()
  const today = useToday()
  const yesterday = addDays(today, -1)
  const near = value === today || value === yesterday || value === undefined
  const [other, setOther] = useState(!near)
  const language = preferences.language.value
  return (
    <>
      <div class="chips">
        <Day date={today} word={t('day.today')} />
        <Day date={yesterday} word={t('day.yesterday')} />
        <button type="button" class="chip" aria-pressed={other} onClick={() => setOther(true)}>
          {near || !value ? t('day.other') : formatDate(value)}
        </button>
      </div>
      {value !== undefined && value > today && <p class="field-error">{t('problem.future-date')}</p>}
      {other && <DateInput id={id} label={label} value={value} error={error} max={today} onChange={onChange} />}
    </>
  )

  function Day({ date, word }: { date: string; word: string }) {
    const pressed = value === date && !other
    return (
      <button
        type="button"
        class="chip"
        aria-pressed={pressed}
        onClick={() => {
          setOther(false)
          onChange(date)
        }}
      >
        {pressed && <Icon name="check" />}
        {word}, {formatDay(date, today, language)}
      </button>
    )
  }
}

export function DateInput({ id, label, value, error, max, onChange }: DateFieldProps & { max?: string }) {
  return (
    <input
      id={`${id}-date`}
      class="input"
      type="date"
      aria-label={label}
      aria-invalid={error ? 'true' : undefined}
      value={value ?? ''}
      max={max}
      onChange={(event) => onChange(isDate(event.currentTarget.value) ? event.currentTarget.value : undefined)}
    />
  )
}
