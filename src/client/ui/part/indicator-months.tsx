// The months that an indicator lacks, and the tallies that nobody entered.

import { useWords } from '../context.ts'
import { useSay } from '../say.ts'
import { Fold } from './fold.tsx'
import type { MadeOf } from './made-of.ts'

export function IndicatorMonths({ indicator: { definition }, reading: { missing } }: MadeOf) {
  const t = useWords()
  const say = useSay()
  if (!say || missing.length === 0) return null
  const isOfMonths = definition.type === 'months-with'
  if (!isOfMonths && definition.type !== 'ratio') return null
  return (
    <Fold title={t(isOfMonths ? 'overview.months-without' : 'overview.tallies-without', { count: missing.length })} open>
      <ul>
        {missing.map((one) => (
          <li key={one}>{isOfMonths ? t('sessions.month', { month: one.slice(5), year: one.slice(0, 4) }) : say.term('measure', one)}</li>
        ))}
      </ul>
    </Fold>
  )
}
