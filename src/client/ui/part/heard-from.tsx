// From how many villages anything was recorded in the period: beside the figures, because they can say nothing of the others.

import { villagesHeard } from '../../../programme/completeness.ts'
import type { Figures } from '../../../programme/figures.ts'
import type { Dates } from '../../../programme/period.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'

export function HeardFrom({ figures, period }: { figures: Figures; period: Dates }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { heard, of } = villagesHeard(figures, period)
  const number = (value: number) => formatNumber(value, language)
  if (of === 0) return null
  return <p class="hint">{t(heard === of ? 'heard.all' : 'heard.some', { heard: number(heard), of: number(of) })}</p>
}
