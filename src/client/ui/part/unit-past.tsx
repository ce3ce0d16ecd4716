// What a village was made of and what became of it, beside its figures.

import type { Unit } from '../../../model/unit.ts'
import { useApp, useWords } from '../context.ts'
import { pastOf } from '../village-past.ts'
import { Icon } from './icon.tsx'
import './quiet-list.css'

export function UnitPast({ unit }: { unit: Unit }) {
  const t = useWords()
  const { units } = useApp()
  if (unit.level !== 'village') return null
  const past = pastOf(unit, units.value.villagesOf(unit.parent ?? ''), t)
  if (past.length === 0) return null
  return (
    <section class="card stack">
      {past.map(({ sentence, isSplit }) => (
        <p key={sentence} class={isSplit ? 'quiet-told' : undefined}>
          {isSplit && <Icon name="alert" />} {sentence}
        </p>
      ))}
    </section>
  )
}
