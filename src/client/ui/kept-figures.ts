// A commune's figures of a period as a submission keeps them: from the sums where those can tell its dates, else from the records
// where they are on this phone. Undefined while they are counted; null where these dates can't be told here.

import { figuresToKeep, isKept, type KeptFigures } from '../../programme/adjustment.ts'
import { isAligned } from '../../programme/amount.ts'
import type { Measured } from '../../programme/indicator.ts'
import type { Dates } from '../../programme/period.ts'
import type { Store } from '../store/database.ts'
import { readFigures, readFiguresByDay } from '../store/figures.ts'
import { useLive } from '../store/live.ts'
import { getRecord } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useApp } from './context.ts'
import { indicatorsIn } from './pack-indicators.ts'

export interface FiguresAsked extends Dates {
  commune: string
  programme: string | undefined
}

export function useKeptFigures({ commune, programme, from, to }: FiguresAsked): KeptFigures | null | undefined {
  const { store, identity } = useApp()
  const asOf = identity.value?.lastReceivedAt ?? 0
  return useLive(() => keptFigures(store, { commune, programme, from, to }, asOf), [commune, programme, from, to, asOf])
}

export async function keptFigures(store: Store, { commune, programme, from, to }: FiguresAsked, asOf: number): Promise<KeptFigures | null> {
  const indicators = await keptIndicators(store, programme)
  const asked = { area: commune, asOf }
  // Sums tell such dates to the last digit; only others need the records one by one.
  const byDay = isAligned({ from, to }, 'half-month') ? undefined : await readFiguresByDay(store, asked)
  const figures = byDay ?? (await readFigures(store, asked))
  return figuresToKeep(figures, { from, to }, indicators)
}

async function keptIndicators(store: Store, programme: string | undefined): Promise<readonly Measured[]> {
  const found = programme === undefined ? undefined : await getRecord(store, programme)
  if (found?.kind !== 'programme') return []
  // The kind says which data.
  const { pack } = (found as Shown<'programme'>).data
  return indicatorsIn(pack).filter(({ definition }) => isKept(definition))
}
