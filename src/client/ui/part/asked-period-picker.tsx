// The plan's periods, and behind the same tap any two days. Dates are kept in the address once they are a span.

import { useRef, useState } from 'preact/hooks'
import { type PeriodRule, periodBetween, periodOf } from '../../../programme/period.ts'
import type { AskedPeriod } from '../asked-period.ts'
import { useToday, useWords } from '../context.ts'
import { DateInput } from './date-field.tsx'
import { Field } from './field.tsx'
import { PeriodPicker } from './period-picker.tsx'

interface AskedPeriodPickerProps {
  period: AskedPeriod
  rule: PeriodRule
  /** Whether days may be chosen: nobody tells an observer sums by day. */
  free: boolean
  onChange: (period: AskedPeriod) => void
}

export function AskedPeriodPicker({ period, rule, free, onChange }: AskedPeriodPickerProps) {
  const t = useWords()
  if (period.kind === 'dates') return <FreeDates period={period} rule={rule} onChange={onChange} />
  return (
    <PeriodPicker brief period={period} onChange={onChange}>
      {free && (
        <button type="button" class="button" onClick={() => onChange(periodBetween(period.from, period.to))}>
          {t('period.free')}
        </button>
      )}
    </PeriodPicker>
  )
}

function FreeDates({ period, rule, onChange }: Omit<AskedPeriodPickerProps, 'free'>) {
  const t = useWords()
  const today = useToday()
  const [{ from, to }, setDays] = useState<{ from: string; to: string }>(period)
  const crossed = to < from ? t('problem.dates-crossed') : undefined
  // One field may be filled in before the screen has drawn the other anew.
  const latest = useRef({ from, to })
  const put = (part: { from: string } | { to: string }) => {
    const days = { ...latest.current, ...part }
    latest.current = days
    setDays(days)
    if (days.from <= days.to) onChange(periodBetween(days.from, days.to))
  }
  return (
    <section class="card stack no-print">
      <h2>{t('period.free')}</h2>
      <Field id="period-from-date" label={t('form.from')}>
        <DateInput id="period-from" label={t('form.from')} value={from} onChange={(day) => day !== undefined && put({ from: day })} />
      </Field>
      <Field id="period-to-date" label={t('form.to')} error={crossed}>
        <DateInput id="period-to" label={t('form.to')} value={to} error={crossed} onChange={(day) => day !== undefined && put({ to: day })} />
      </Field>
      <button type="button" class="button" onClick={() => onChange(periodOf(rule, 'quarter', to < today ? to : today))}>
        {t('period.regular')}
      </button>
    </section>
  )
}
