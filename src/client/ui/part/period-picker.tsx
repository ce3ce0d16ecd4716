// Which period: month, quarter, half or year, one step back or on; the dates are always written out.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { next, type PeriodKind, periodKinds, periodOf, previous, type RegularPeriod } from '../../../programme/period.ts'
import { useToday, useWords } from '../context.ts'
import { periodDates, periodName } from '../period-name.ts'
import { Choice } from './choice.tsx'
import { Icon } from './icon.tsx'
import './period-picker.css'

interface PeriodPickerProps {
  period: RegularPeriod
  kinds?: readonly PeriodKind[]
  /** The kinds stand behind a tap, where the figures below matter more. */
  brief?: boolean
  onChange: (period: RegularPeriod) => void
  /** What else may be chosen, behind the same tap. */
  children?: ComponentChildren
}

export function PeriodPicker({ period, kinds = periodKinds, brief = false, onChange, children }: PeriodPickerProps) {
  const t = useWords()
  const today = useToday()
  const [isOpen, setOpen] = useState(false)
  const ended = period.to >= today
  const choice = kinds.length > 1 && (
    <Choice
      options={kinds.map((kind) => ({ value: kind, label: t(`period-kind.${kind}`) }))}
      chosen={[period.kind]}
      onChoose={(kind) => onChange(periodOf(period.rule, kind as PeriodKind, period.to < today ? period.to : today))}
    />
  )
  return (
    <section class="card no-print">
      {!brief && choice}
      <div class="period-steps">
        <button type="button" class="button" onClick={() => onChange(previous(period))}>
          <Icon name="back" />
          <span class="unseen">{t('period.previous')}</span>
        </button>
        <div>
          <p class="told-share">{periodName(period, t)}</p>
          <p class="hint">{periodDates(period, t)}</p>
        </div>
        <button type="button" class="button" aria-disabled={ended} onClick={() => !ended && onChange(next(period))}>
          <Icon name="forward" />
          <span class="unseen">{t('period.next')}</span>
        </button>
      </div>
      {brief && (
        <button type="button" class="button quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('period.other')}
        </button>
      )}
      {brief && isOpen && choice}
      {brief && isOpen && children}
    </section>
  )
}
