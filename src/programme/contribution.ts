// What one record adds to the figures: the only place that says which measures there are. Records and summaries, phone and
// server all count by it. Pure; it knows no period and no indicator.
//
// session           sessions, events, attendance, female, male, under-14, 14-15, 16-60, over-60, minority, minority-female,
//                   first-time, first-time-14-60, first-time-14-60-female, first-time-under-16 and asked-<each of them> (1 where
//                   it was asked), estimated, form.<form>, form-attendance.<form>,
//                   kind.<sessionKind>, handed.<materialKind>
// site              site-active.<depth>, site-type.<type>: +1 on the day it becomes active, -1 on the day it ceases to be, so
//                   that their sum until a date is how many are active then
// site-visit        visits, visit.<visitKind>, visit-attendance
// material-receipt  received on its day, deployed on its own
// media-item        media.<level>, media-form.<mediaForm>, messages, minutes, times
// tally             tally.<measure>.<first day> and tallies.<measure>.<first day> (1: somebody counted, be it none), on the
//                   period's last day; the first day keeps a year's tally out of its last quarter

import type { Fields } from '../model/record.ts'
import { type Data, type KindName, kindNamed } from '../model/registry.ts'
import { statusOn } from '../model/site.ts'
import type { Cell, Measure } from './cell.ts'

interface Dated {
  date: string
  values: Record<Measure, number | undefined>
}

const contributors: { [K in KindName]?: (data: Data<K>) => Dated[] } = {
  session: (held) => [{ date: held.date, values: { ...sessionValues(held), ...countValues(held.counts), ...handedValues(held.materials ?? []) } }],
  site: siteChanges,
  'site-visit': ({ date, visitKind, attendance }) => [{ date, values: { visits: 1, [`visit.${visitKind}`]: 1, 'visit-attendance': attendance?.total } }],
  'material-receipt': ({ receivedOn, deployedOn }) => [
    { date: receivedOn, values: { received: 1 } },
    ...(deployedOn === undefined ? [] : [{ date: deployedOn, values: { deployed: 1 } }]),
  ],
  'media-item': ({ date, level, mediaForm, messages, minutes, times }) => [
    { date, values: { [`media.${level}`]: 1, [`media-form.${mediaForm}`]: 1, messages, minutes, times } },
  ],
  tally: ({ period, measure, value }) => [
    { date: period.to, values: { [`tally.${measure}.${period.from}`]: value, [`tallies.${measure}.${period.from}`]: 1 } },
  ],
}

/** The kinds that add anything. */
export const countedKinds = Object.keys(contributors) as KindName[]

/**
 * The cells of one record by its days, zeros left out. `data` must fit the kind's fields. A removed record adds nothing: its
 * caller does not ask.
 */
export function contributions(kind: KindName, data: Fields): Cell[] {
  // The table has for each kind the function of that kind's data.
  const dated = contributors[kind] as ((data: Fields) => Dated[]) | undefined
  if (!dated) return []
  const { home, organisation } = kindNamed(kind)
  const at = { unit: home(data as never), organisation: organisation?.(data as never) ?? '' }
  return dated(data).flatMap(({ date, values }) => {
    const kept = withoutZeros(values)
    return Object.keys(kept).length > 0 ? [{ ...at, date, values: kept }] : []
  })
}

function withoutZeros(values: Dated['values']): Record<Measure, number> {
  const kept: Record<Measure, number> = {}
  for (const [measure, value] of Object.entries(values)) if (value) kept[measure] = value
  return kept
}

const sessionValues = ({ event, form, sessionKind, counts }: Data<'session'>): Dated['values'] => ({
  sessions: 1,
  events: event?.counts === false ? 0 : 1,
  estimated: counts.method === 'estimated' ? 1 : 0,
  [`form.${form}`]: 1,
  [`form-attendance.${form}`]: counts.total,
  [`kind.${sessionKind}`]: 1,
})

const countValues = (counts: Data<'session'>['counts']): Dated['values'] => ({
  attendance: counts.total,
  female: counts.female,
  male: counts.male,
  'under-14': counts.under14,
  '14-15': counts.from14to15,
  '16-60': counts.from16to60,
  'over-60': counts.over60,
  minority: counts.minority,
  'minority-female': counts.minorityFemale,
  'asked-first-time': counts.firstTime === undefined ? 0 : 1,
  'asked-first-time-14-60': counts.firstTime14to60 === undefined ? 0 : 1,
  'asked-first-time-14-60-female': counts.firstTime14to60Female === undefined ? 0 : 1,
  'asked-first-time-under-16': counts.firstTimeUnder16 === undefined ? 0 : 1,
  'first-time': counts.firstTime,
  'first-time-14-60': counts.firstTime14to60,
  'first-time-14-60-female': counts.firstTime14to60Female,
  'first-time-under-16': counts.firstTimeUnder16,
})

function handedValues(materials: NonNullable<Data<'session'>['materials']>): Dated['values'] {
  const values: Record<Measure, number> = {}
  for (const { kind, quantity } of materials) values[`handed.${kind}`] = (values[`handed.${kind}`] ?? 0) + quantity
  return values
}

function siteChanges({ type, depth, statuses }: Data<'site'>): Dated[] {
  const days = [...new Set(statuses.map(({ from }) => from))].sort()
  const isActive = days.map((day) => statusOn(statuses, day) === 'active')
  return days.flatMap((date, place) => {
    const change = Number(isActive[place] ?? false) - Number(isActive[place - 1] ?? false)
    return change === 0 ? [] : [{ date, values: { [`site-active.${depth}`]: change, [`site-type.${type}`]: change } }]
  })
}
