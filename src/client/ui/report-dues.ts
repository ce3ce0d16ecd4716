// The calendar of reports: of each adopted plan what is owed of this unit and organisation, by when, and whether it was frozen. A day
// that the plan does not give is never guessed. What is owed soonest comes first.

import { addDays } from '../../model/civil-date.ts'
import { isWithin } from '../../model/unit.ts'
import { duesOf } from '../../programme/due.ts'
import type { Dates, RegularPeriod } from '../../programme/period.ts'
import type { Language } from '../../text/translate.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useMe } from './actor.ts'
import { useApp, useToday } from './context.ts'
import { type PackReport, reportsOf, ruleOf } from './pack-words.ts'
import { type Frozen, isSameSeries, newestOf } from './report-asked.ts'

/** done: frozen. late: not, and its day has passed. soon: within thirty days. ahead: later. undated: the plan gives no day. */
export const dueStates = ['late', 'soon', 'ahead', 'undated', 'done'] as const
export type DueState = (typeof dueStates)[number]

export interface DueReport {
  key: string
  programme: string
  programmeName: string
  report: string
  name: string
  period: RegularPeriod
  before: string | undefined
  /** The newest that was frozen of it. */
  frozen: Frozen | undefined
  state: DueState
}

/** A report that is asked for when it is wanted, or goes with a campaign: no calendar names its dates. */
export interface AskedReport {
  programme: string
  report: string
  name: string
}

export interface ReportCalendar {
  dues: DueReport[]
  whenAsked: AskedReport[]
  programmes: readonly Shown<'programme'>[]
  frozen: readonly Frozen[]
}

const BACK_DAYS = 200
const AHEAD_DAYS = 400
const SOON_DAYS = 30

/** Undefined while it is being read. */
export function useReportCalendar(): ReportCalendar | undefined {
  const { store, units, preferences } = useApp()
  const { home, identity } = useMe()
  const today = useToday()
  const held = useLive(async () => ({ programmes: await listRecords(store, 'programme'), frozen: await listRecords(store, 'report') }), [])
  if (!held) return undefined
  const { lookup } = units.value
  const about = { unit: home, organisation: identity.scope.organisation, today, language: preferences.language.value }
  const programmes = held.programmes.filter(({ data }) => isWithin(home, data.unit, lookup))
  return {
    dues: calendarOf(programmes, held.frozen, about),
    whenAsked: programmes.flatMap((programme) => whenAskedOf(programme, about)),
    programmes,
    frozen: held.frozen.filter(({ data }) => data.unit === home).sort((a, b) => b.createdAt - a.createdAt),
  }
}

interface About {
  unit: string
  organisation: string
  today: string
  language: Language
}

function calendarOf(programmes: readonly Shown<'programme'>[], frozen: readonly Frozen[], about: About): DueReport[] {
  const all = programmes.flatMap((programme) => duesIn(programme, frozen, about))
  const order = (due: DueReport): string => due.before ?? due.period.to
  return all.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.key < b.key ? -1 : 1))
}

function duesIn({ id, data }: Shown<'programme'>, frozen: readonly Frozen[], { unit, organisation, today, language }: About): DueReport[] {
  const window = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) }
  return reportsOf(data.pack).flatMap((report) => {
    const dues = duesOf(ruleOf(data.pack), [report], window).filter((due) => isOfPlan(data, due.period, due.before))
    return wanted(dues, today).map(({ period, before }): DueReport => {
      const asked = { unit, programme: id, report: report.id, period, doneBy: undefined }
      const newest = newestOf(frozen.filter((one) => isSameSeries(one, organisation, asked)))
      return {
        key: [id, report.id, period.from, period.to].join(' '),
        programme: id,
        programmeName: data.name,
        report: report.id,
        name: report.name[language],
        period,
        before,
        frozen: newest,
        state: stateOf(newest, before, today),
      }
    })
  })
}

/** Nobody owes through the app what was due before its plan was adopted here. */
const isOfPlan = (plan: Shown<'programme'>['data'], period: Dates, before: string | undefined): boolean =>
  plan.from <= period.to && (plan.to === undefined || period.from <= plan.to) && plan.adoptedOn <= (before ?? period.to)

/** Of those without a day the period that ended last, and the one that is under way. */
function wanted<D extends { period: Dates; before: string | undefined }>(dues: readonly D[], today: string): D[] {
  const undated = dues.filter(({ before }) => before === undefined)
  const over = undated.filter(({ period }) => period.to < today).at(-1)
  const running = undated.find(({ period }) => period.from <= today && today <= period.to)
  return dues.filter((due) => due.before !== undefined || due === over || due === running)
}

function stateOf(frozen: Frozen | undefined, before: string | undefined, today: string): DueState {
  if (frozen) return 'done'
  if (before === undefined) return 'undated'
  if (today >= before) return 'late'
  return before <= addDays(today, SOON_DAYS) ? 'soon' : 'ahead'
}

function whenAskedOf({ id, data }: Shown<'programme'>, { language }: About): AskedReport[] {
  return reportsOf(data.pack).flatMap(({ id: report, name, due, kind }) =>
    due === 'when asked' || kind === 'ad-hoc' || kind === 'campaign' ? [{ programme: id, report, name: `${name[language]} (${data.name})` }] : [],
  )
}

/** Of a plan as it is adopted: one of its reports by its id. */
export const packReport = (programme: Shown<'programme'> | undefined, id: string | undefined): PackReport | undefined =>
  programme && reportsOf(programme.data.pack).find((one) => one.id === id)

/** The day before which a report on these dates is owed; undefined where the plan gives none. */
export function dayBefore(programme: Shown<'programme'> | undefined, id: string | undefined, { from, to }: Dates, today: string): string | undefined {
  const report = packReport(programme, id)
  if (!programme || !report) return undefined
  const window = { from: addDays(today, -2 * AHEAD_DAYS), to: addDays(today, 2 * AHEAD_DAYS) }
  return duesOf(ruleOf(programme.data.pack), [report], window).find(({ period }) => period.from === from && period.to === to)?.before
}
