// Of a period that is reported: which communes have not sent it up, and what was changed since the province locked theirs. The
// locked figures stand, the difference is told beside them (docs/domain.md §4.5). Pure.

import { dateInVietnam } from '../model/civil-date.ts'
import { adjustment, figuresToKeep, type KeptFigures } from './adjustment.ts'
import type { Held } from './coverage.ts'
import type { Figures } from './figures.ts'
import type { Dates } from './period.ts'
import { currentOf, isWithCommune, type Standing, standingOf } from './standing.ts'

export type Sent = Held<'submission'> & { changedAt: number }

export interface SentFigures {
  submissions: readonly Sent[]
  /** Whose period it is; undefined: of no programme. */
  programme: string | undefined
  /** It was owed before this day. */
  before: string | undefined
}

export interface Adjusted {
  unit: string
  /** Name of a figure → as it was locked, and what it has more or less now. */
  figures: Record<string, { locked: number; more: number }>
}

export interface HandedIn {
  /** Communes that owe the period. */
  of: number
  /** Those that have still to do something: never sent, returned or reopened. */
  missing: { unit: string; standing: Standing }[]
  adjusted: Adjusted[]
}

/** `figures` of whatever area holds these communes. */
export function handedIn({ submissions, programme, before }: SentFigures, communes: readonly string[], figures: Figures, period: Dates): HandedIn {
  const today = dateInVietnam(figures.asOf)
  const found = communes.map((unit) => {
    const sent = currentOf(submissions.filter((one) => !one.removed && one.data.unit === unit && isOf(one, programme, period)))
    return { unit, sent, standing: standingOf(sent?.data.state, before, today) }
  })
  return {
    of: communes.length,
    missing: found.filter(({ standing }) => isWithCommune(standing)).map(({ unit, standing }) => ({ unit, standing })),
    adjusted: found.flatMap(({ unit, sent }) => (sent?.data.state === 'locked' ? adjustedOf(unit, sent.data.figures, figures, period) : [])),
  }
}

const isOf = ({ data }: Sent, programme: string | undefined, { from, to }: Dates): boolean =>
  data.programme === programme && data.period.from === from && data.period.to === to

/** Sums alone: an indicator is judged anew in the table of its own. */
function adjustedOf(unit: string, locked: KeptFigures, figures: Figures, period: Dates): Adjusted[] {
  const sums = Object.fromEntries(Object.entries(locked).filter(([name]) => !name.startsWith('indicator.')))
  const apart = adjustment(sums, figuresToKeep({ ...figures, area: unit }, period) ?? sums)
  const names = Object.keys(apart).sort()
  return names.length === 0 ? [] : [{ unit, figures: Object.fromEntries(names.map((name) => [name, { locked: sums[name] ?? 0, more: apart[name] ?? 0 }])) }]
}
