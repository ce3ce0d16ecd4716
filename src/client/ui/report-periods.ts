// The periods that are reported: those of the adopted plans' calendars, and those that were sent though no calendar names them;
// each with what was sent of it. Newest first.

import { addDays } from '../../model/civil-date.ts'
import { isWithin, type UnitLookup } from '../../model/unit.ts'
import { duesOf } from '../../programme/due.ts'
import { type Dates, type FreePeriod, periodWith, type RegularPeriod } from '../../programme/period.ts'
import type { Store } from '../store/database.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useMe } from './actor.ts'
import { useApp, useToday } from './context.ts'
import { reportsOf, ruleOf } from './pack-words.ts'

export type Submission = Shown<'submission'>

export interface ReportPeriod {
  key: string
  programme: string | undefined
  /** The programme's name, where this phone knows it. */
  plan: string | undefined
  period: RegularPeriod | FreePeriod
  /** It is owed before this day; undefined where the plan gives none, or no plan asks for it. */
  before: string | undefined
  /** Of every commune that this phone knows of. */
  submissions: Submission[]
}

interface Asked {
  today: string
  /** Whose plans count: those of the unit and of what lies above it. */
  unit: string
  lookup: UnitLookup
}

/** How far back and ahead a calendar is looked at. */
const BACK_DAYS = 400
const AHEAD_DAYS = 120

/** Undefined while it is being read. */
export function useReportPeriods(): ReportPeriod[] | undefined {
  const { store, units } = useApp()
  const { home } = useMe()
  const today = useToday()
  const { lookup } = units.value
  return useLive(() => readPeriods(store, { today, unit: home, lookup }), [today, home, units.value])
}

export async function readPeriods(store: Store, { today, unit, lookup }: Asked): Promise<ReportPeriod[]> {
  const [programmes, submissions] = await Promise.all([listRecords(store, 'programme'), listRecords(store, 'submission')])
  const found = new Map<string, ReportPeriod>()
  const names = new Map(programmes.map(({ id, data }) => [id, data.name]))
  const at = (programme: string | undefined, dates: Dates): ReportPeriod => {
    const key = periodKey(programme, dates)
    const known = found.get(key) ?? { key, programme, plan: names.get(programme ?? ''), period: periodWith(dates), before: undefined, submissions: [] }
    found.set(key, known)
    return known
  }
  const window = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) }
  for (const { id, data } of programmes) {
    if (!isWithin(unit, data.unit, lookup)) continue
    for (const { period, before } of duesOf(ruleOf(data.pack), reportsOf(data.pack), window)) {
      // Nobody owes through the app what was due before its plan was adopted here.
      const isOfPlan = data.from <= period.to && (data.to === undefined || period.from <= data.to) && data.adoptedOn <= (before ?? period.to)
      if (!isOfPlan) continue
      const known = at(id, period)
      known.before ??= before
    }
  }
  for (const one of submissions) at(one.data.programme, one.data.period).submissions.push(one)
  return [...found.values()].sort((a, b) => (a.period.to < b.period.to ? 1 : a.period.to > b.period.to ? -1 : a.key < b.key ? -1 : 1))
}

export const periodKey = (programme: string | undefined, { from, to }: Dates): string => [from, to, programme ?? ''].join(' ')

/** Two plans may each ask for "năm 2026": then every period says whose it is. */
export const arePlansMixed = (periods: readonly ReportPeriod[]): boolean => new Set(periods.flatMap(({ programme }) => programme ?? [])).size > 1

/** Where a province's office sees a period by commune. */
export const periodPath = ({ key }: Pick<ReportPeriod, 'key'>): string => `/submissions?period=${encodeURIComponent(key)}`

/** Where a period that was not sent yet is looked at and sent. */
export const sendPath = (programme: string | undefined, { from, to }: Dates): string =>
  `/submission/new?from=${from}&to=${to}${programme === undefined ? '' : `&programme=${programme}`}`

export const submissionPath = (id: string): string => `/submission/${id}`
