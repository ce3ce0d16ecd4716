// Numbers of the practice province that belong to no session, by calendar quarter: what the office gathers for the whole
// province, what communes count. They agree with each other: nothing is handled that was not received.

import { addDays } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import { periodOf, previous, type RegularPeriod } from '../../programme/period.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, type PracticeAccount } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

type Measured = Record<Data<'tally'>['measure'], number>

/** Quarters that lie wholly between the days, oldest first. */
export function quartersBetween(first: string, last: string): RegularPeriod[] {
  const quarters: RegularPeriod[] = []
  for (let quarter = periodOf('calendar', 'quarter', last); quarter.from >= first; quarter = previous(quarter)) {
    if (quarter.to <= last) quarters.unshift(quarter)
  }
  return quarters
}

export function officeTallies(chance: Chance, account: PracticeAccount, unit: string, since: string, span: Span): Entry<'tally'>[] {
  return quartersBetween(since, span.yesterday).flatMap((quarter) => counted(chance, account.id, unit, account.organisation, quarter, ofProvince(chance), span))
}

export function communeTallies(chance: Chance, { commune, staff, bodies, isShown }: CommunePlace, span: Span): Entry<'tally'>[] {
  const quarters = quartersBetween(commune.validFrom, span.yesterday).slice(-4)
  return quarters
    .filter(() => isShown || chance.is(0.6))
    .flatMap((quarter) => counted(chance, staff.official.id, commune.id, bodies.union, quarter, ofCommune(chance), span))
}

function ofProvince(chance: Chance): Measured {
  const received = chance.whole(3, 9)
  const classified = received - (chance.is(0.3) ? 1 : 0)
  const handled = classified - (chance.is(0.2) ? 1 : 0)
  return {
    'tips-received': received,
    'tips-classified': classified,
    'tips-handled': handled,
    'tips-settled': handled - (chance.is(0.4) ? 1 : 0),
    'mobile-trips': chance.whole(2, 12),
    conferences: chance.whole(1, 4),
    'conference-attendance': chance.whole(60, 320),
    films: chance.whole(0, 2),
  }
}

const ofCommune = (chance: Chance): Measured => ({
  leaflets: chance.whole(5, 60) * 10,
  'pledges-signed': chance.whole(10, 160),
  'broadcast-times': chance.whole(4, 30),
})

function counted(
  chance: Chance,
  author: string,
  unit: string,
  organisation: string,
  { from, to }: RegularPeriod,
  values: Measured,
  span: Span,
): Entry<'tally'>[] {
  const at = momentBy(addDays(to, chance.whole(2, 8)), 15, span)
  return Object.entries(values).map(([measure, value]) => entry(chance, 'tally', author, at, { unit, organisation, period: { from, to }, measure, value }))
}
