// Of a period that is reported: which communes have not sent it up, and what was changed since the province locked theirs. The
// locked figures stand, the difference is told beside them (docs/domain.md §4.5). Pure.

import { dateInVietnam } from '../model/civil-date.ts'
import { adjustment, figuresToKeep, isKept, type KeptFigures } from './adjustment.ts'
import type { Held } from './coverage.ts'
import type { Figures } from './figures.ts'
import type { Measured } from './indicator.ts'
import type { Dates } from './period.ts'
import { currentOf, isWithCommune, type Standing, standingOf } from './standing.ts'

export type Sent = Held<'submission'> & { changedAt: number }

export interface SentFigures {
  submissions: readonly Sent[]
  /** Whose period it is; undefined: of no programme. */
  programme: string | undefined
  /** It was owed before this day. */
  before: string | undefined
  /** Whether every commune owes it: of a period that no plan asks for nothing is missing. */
  isOwed: boolean
}

export interface Adjusted {
  unit: string
  /** The civil date that the locked figures run to. */
  asOf: string
  /** Name of a figure → as it was locked, and what it has more or less now; figures that stand as they were are left out. */
  figures: Record<string, { locked: number; more: number }>
}

export interface HandedIn {
  /** Communes that owe the period. */
  of: number
  /** Those that have still to do something: never sent, returned or reopened. */
  missing: { unit: string; standing: Standing }[]
  adjusted: Adjusted[]
}

interface Asked {
  sent: SentFigures
  communes: readonly string[]
  period: Dates
  indicators: readonly Measured[]
}

/** `figures` of whatever area holds these communes. */
export function handedIn(asked: Asked, figures: Figures): HandedIn {
  const { sent, communes } = asked
  const today = dateInVietnam(figures.asOf)
  const owing = sent.isOwed ? communes : []
  const found = owing.map((unit) => ({ unit, standing: standingOf(sentBy(unit, asked)?.data.state, sent.before, today) }))
  return {
    of: owing.length,
    missing: found.filter(({ standing }) => isWithCommune(standing)),
    adjusted: lockedIn(asked, figures).filter((one) => Object.keys(one.figures).length > 0),
  }
}

/** The communes whose period is locked, each with what has come since. */
export function lockedIn(asked: Asked, figures: Figures): Adjusted[] {
  return asked.communes.flatMap((unit) => {
    const data = sentBy(unit, asked)?.data
    return data?.state === 'locked' ? [{ unit, asOf: data.asOf, figures: movedSince(unit, data.figures, asked, figures) }] : []
  })
}

const sentBy = (unit: string, { sent: { submissions, programme }, period }: Asked): Sent | undefined => keptBy(unit, submissions, programme, period)

/** What counts of what a commune has sent of a programme's period. */
export const keptBy = (unit: string, submissions: readonly Sent[], programme: string | undefined, period: Dates): Sent | undefined =>
  currentOf(submissions.filter((one) => !one.removed && one.data.unit === unit && isOf(one, programme, period)))

const isOf = ({ data }: Sent, programme: string | undefined, { from, to }: Dates): boolean =>
  data.programme === programme && data.period.from === from && data.period.to === to

function movedSince(unit: string, kept: KeptFigures, { period, indicators }: Asked, figures: Figures): Adjusted['figures'] {
  const own = indicators.filter(({ definition }) => isKept(definition))
  // An indicator that the plan has no more, or that was not kept, has nothing to be compared with.
  const isCompared = (name: string): boolean => !name.startsWith('indicator.') || (name in kept && own.some(({ id }) => name.startsWith(`indicator.${id}.`)))
  const compared = (all: KeptFigures): KeptFigures => Object.fromEntries(Object.entries(all).filter(([name]) => isCompared(name)))
  const [locked, now] = [compared(kept), figuresToKeep({ ...figures, area: unit }, period, own)]
  const apart = now ? adjustment(locked, compared(now)) : {}
  const names = Object.keys(apart).sort()
  return Object.fromEntries(names.map((name) => [name, { locked: locked[name] ?? 0, more: apart[name] ?? 0 }]))
}
