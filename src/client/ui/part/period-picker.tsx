// Which period: month, quarter, half or year, one step back or on; the dates are always written out.

import { next, type PeriodKind, periodKinds, periodOf, previous, type RegularPeriod } from '../../../programme/period.ts'
import { useToday, useWords } from '../context.ts'
import { periodDates, periodName } from '../period-name.ts'
import { Choice } from './choice.tsx'
import { Icon } from './icon.tsx'
import './period-picker.css'

interface PeriodPickerProps {
  period: RegularPeriod
  kinds?: readonly PeriodKind[]
  onChange: (period: RegularPeriod) => void
}

export function PeriodPicker({ period, kinds = periodKinds, onChange }: PeriodPickerProps) {
  const t = useWords()
  const today = useToday()
  const ended = period.to >= today
  return (
    <section class="card no-print">
      {kinds.length > 1 && (
        <Choice
          options={kinds.map((kind) => ({ value: kind, label: t(`period-kind.${kind}`) }))}
          chosen={[period.kind]}
          onChoose={(kind) => onChange(periodOf(period.rule, kind as PeriodKind, period.to < today ? period.to : today))}
        />
      )}
      <div class="period-steps">
        <button type="button" class="button" onClick={() => onChange(previous(period))}>
          <Icon name="back" />
          <span class="unseen">{t('period.previous')}</span>
        </button>
        <p class="told-share">{periodName(period, t)}</p>
        <button type="button" class="button" aria-disabled={ended} onClick={() => !ended && onChange(next(period))}>
          <Icon name="forward" />
          <span class="unseen">{t('period.next')}</span>
        </button>
      </div>
      <p class="hint">{periodDates(period, t)}</p>
    </section>
  )
}
