// Sessions that reach over communes: rallies of several communes on 30/7, one of which counts as the event, and the
// trainings that the province's Women's Union holds itself.

import { makeId } from '../../model/id.ts'
import { isValidOn } from '../../model/unit.ts'
import { attendance } from './attendance.ts'
import type { ProvinceOffice } from './bodies.ts'
import { campaignOn, datesBetween } from './calendar.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'
import { enteredAt } from './sessions.ts'

export function officeSessions(chance: Chance, places: readonly CommunePlace[], office: ProvinceOffice, { since, yesterday }: Span): Entry<'session'>[] {
  const dates = datesBetween(since, yesterday)
  const rallies = dates
    .filter((date) => date.endsWith('-07-30'))
    .flatMap((date) => Array.from({ length: 3 }, () => rally(chance, chance.some(places, 2), date, { since, yesterday })))
  const trainings = dates.filter((date) => date.endsWith('-12')).map((date) => training(chance, chance.one(places), office, date, { since, yesterday }))
  return [...rallies.flat(), ...trainings.flat()]
}

/** Held once for several communes: a session for each, sharing the event. Communes are younger than some of the dates. */
function rally(chance: Chance, places: readonly CommunePlace[], date: string, span: Span): Entry<'session'>[] {
  const id = makeId(momentOf(date, 7), chance.bytes(10))
  return places
    .filter(({ commune }) => isValidOn(commune, date))
    .map(({ commune, staff, bodies }, index) =>
      entry(chance, 'session', staff.official.id, enteredAt(chance, date, span), {
        date,
        partOfDay: 'morning',
        unit: commune.id,
        place: 'Sân vận động',
        sessionKind: 'campaign',
        form: 'rally',
        topics: ['prevention', 'responsibility', 'hotlines'],
        counts: attendance(chance, { date, least: 120, most: 400, isSchool: false, isMountain: false }),
        organisation: bodies.union,
        partners: [bodies.police],
        targetGroups: ['everybody'],
        ...(campaignOn(date) === undefined ? {} : { campaign: campaignOn(date) }),
        event: { id, counts: index === 0 },
      }),
    )
}

function training(chance: Chance, { commune }: CommunePlace, { account }: ProvinceOffice, date: string, span: Span): Entry<'session'>[] {
  if (!isValidOn(commune, date)) return []
  const held = entry(chance, 'session', account.id, enteredAt(chance, date, span), {
    date,
    partOfDay: 'morning',
    unit: commune.id,
    place: 'Hội trường UBND',
    sessionKind: 'training',
    form: 'training',
    topics: ['policy-law', 'how-to-react', 'against-stigma'],
    counts: attendance(chance, { date, least: 18, most: 60, isSchool: false, isMountain: false }),
    organisation: account.organisation,
    targetGroups: ['officials-workers'],
  })
  return [held]
}
