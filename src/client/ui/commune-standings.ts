// Where a period's report stands with each commune of a province.

import { isValidOn, isWithin, type Unit } from '../../model/unit.ts'
import { currentOf, type Standing, standingOf } from '../../programme/standing.ts'
import { useMe } from './actor.ts'
import { useApp } from './context.ts'
import type { ReportPeriod, Submission } from './report-periods.ts'

export interface CommuneStanding {
  commune: Unit
  sent: Submission | undefined
  standing: Standing
}

/** Of a period that no plan asks for only those who sent it: nobody else owes it. */
export function standingsIn({ period, programme, before, submissions }: ReportPeriod, communes: readonly Unit[], today: string): CommuneStanding[] {
  const byCommune = new Map<string, Submission[]>()
  for (const one of submissions) byCommune.set(one.data.unit, [...(byCommune.get(one.data.unit) ?? []), one])
  return communes
    .filter((commune) => isValidOn(commune, period.to) && (programme !== undefined || byCommune.has(commune.id)))
    .map((commune) => {
      const sent = currentOf(byCommune.get(commune.id) ?? [])
      return { commune, sent, standing: standingOf(sent?.data.state, before, today) }
    })
}

/** What waits for the province comes first, then who is late. */
export const inOrder: readonly Standing[] = ['waiting', 'late', 'returned', 'reopened', 'open', 'locked']

export function useCommunes(): Unit[] {
  const { home } = useMe()
  const { lookup, communes } = useApp().units.value
  return communes.filter(({ id }) => isWithin(id, home, lookup))
}
