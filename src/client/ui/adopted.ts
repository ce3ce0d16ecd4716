// The plans that hold for an area, with their indicators and the targets that count there: the office's own stand in for the
// plan's. Where no plan can be read, villages are still counted.

import { useMemo } from 'preact/hooks'
import { isWithin, type UnitLookup } from '../../model/unit.ts'
import type { Measured } from '../../programme/indicator.ts'
import { isOfProvince } from '../../programme/months-with.ts'
import type { PeriodRule } from '../../programme/period.ts'
import { withOfficeTargets } from '../../programme/target.ts'
import type { Language, Translate } from '../../text/translate.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useApp, useToday, useWords } from './context.ts'
import { type CountedPlan, countedPlanOf } from './pack-indicators.ts'

export interface Adopted {
  /** The programme's record; empty where none was adopted. */
  id: string
  name: string
  rule: PeriodRule
  indicators: readonly AdoptedIndicator[]
  /** Counted by others for the whole province: a commune's phone does not hold what makes them. */
  elsewhere: readonly AdoptedIndicator[]
}

export interface AdoptedIndicator extends Measured {
  name: string
}

export interface Plans {
  /** Those that hold today first, then the newest. */
  adopted: readonly [Adopted, ...Adopted[]]
  /** Names of programmes of which this build can't read all. */
  unreadable: readonly string[]
}

/** What every plan counts too: villages with at least one session in the period. */
export const VILLAGE_COVERAGE: Measured = {
  id: 'VC1',
  definition: { type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' },
  targets: [],
}

/** Undefined until they are read. */
export function useAdopted(area: string): Plans | undefined {
  const { store, units, preferences } = useApp()
  const t = useWords()
  const today = useToday()
  const language = preferences.language.value
  const held = useLive(async () => ({ programmes: await listRecords(store, 'programme'), targets: await listRecords(store, 'target') }), [])
  const { lookup } = units.value
  return useMemo(() => held && plansIn(held, { area, lookup, today, t, language, rule: preferences.periodRule.value }), [held, area, lookup, today, t])
}

interface Around {
  area: string
  lookup: UnitLookup
  today: string
  t: Translate
  language: Language
  rule: PeriodRule
}

interface HeldPlans {
  programmes: readonly Shown<'programme'>[]
  targets: readonly Shown<'target'>[]
}

function plansIn({ programmes, targets }: HeldPlans, around: Around): Plans {
  const { area, lookup, today } = around
  const here = programmes.filter(({ data }) => isWithin(area, data.unit, lookup)).sort((a, b) => rank(b, today) - rank(a, today) || newerFirst(a, b))
  const read = here.map((record) => ({ record, plan: countedPlanOf(record.data.pack) }))
  const adopted = read.flatMap(({ record, plan }) => (plan ? adoptedFrom(record, plan, targets, around) : []))
  const unreadable = read.flatMap(({ record, plan }) => (plan?.unread === 0 ? [] : record.data.name))
  const [first = villagesAlone(around), ...others] = adopted
  return { adopted: [first, ...others], unreadable }
}

const rank = ({ data }: Shown<'programme'>, today: string): number => Number(data.from <= today && (data.to === undefined || today <= data.to))

const newerFirst = (a: Shown<'programme'>, b: Shown<'programme'>): number =>
  a.data.from < b.data.from ? 1 : a.data.from > b.data.from ? -1 : a.id < b.id ? -1 : 1

function adoptedFrom({ id, data }: Shown<'programme'>, plan: CountedPlan, targets: readonly Shown<'target'>[], { area, lookup, language }: Around): Adopted {
  const all = plan.indicators.map(({ id: indicator, name, definition, targets: planned }) => ({
    id: indicator,
    name: `${indicator}. ${name[language]}`,
    definition,
    targets: withOfficeTargets(planned, targets, { programme: id, indicator, unit: area }),
  }))
  const isAbove = ({ definition }: AdoptedIndicator): boolean => lookup(area)?.level === 'commune' && isOfProvince(definition)
  return {
    id,
    name: data.name,
    rule: plan.rule,
    // What a commune watches every day comes first, whichever plan it is.
    indicators: all.filter((one) => !isAbove(one)).sort((a, b) => Number(b.id === VILLAGE_COVERAGE.id) - Number(a.id === VILLAGE_COVERAGE.id)),
    elsewhere: all.filter(isAbove),
  }
}

const villagesAlone = ({ t, rule }: Around): Adopted => ({
  id: '',
  name: t('overview.no-plan'),
  rule,
  indicators: [{ ...VILLAGE_COVERAGE, name: t('coverage.vc1') }],
  elsewhere: [],
})
