// A day of every year: its day and its month as two numbers, in the order in which people say them.

import { dayOfParts, dayParts } from '../adapted-pack.ts'
import { useWords } from '../context.ts'
import { NumberInput } from './number-input.tsx'

interface YearlyDayProps {
  id: string
  /** "06-10", or as much of it as was typed. */
  value: string
  wrong: boolean
  /** Undefined where both are empty. */
  onChange: (day: string | undefined) => void
}

export function YearlyDay({ id, value, wrong, onChange }: YearlyDayProps) {
  const t = useWords()
  const parts = dayParts(value)
  return (
    <div class="columns-two">
      <div class="field">
        <label for={`${id}-day`}>{t('adapt.day')}</label>
        <NumberInput id={`${id}-day`} value={parts.day} wrong={wrong} onInput={(day) => onChange(dayOfParts({ ...parts, day }))} />
      </div>
      <div class="field">
        <label for={`${id}-month`}>{t('adapt.month')}</label>
        <NumberInput id={`${id}-month`} value={parts.month} wrong={wrong} onInput={(month) => onChange(dayOfParts({ ...parts, month }))} />
      </div>
    </div>
  )
}
