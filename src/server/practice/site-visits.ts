// Meetings of practice sites and visits to them, on days when the site was active.

import { addDays } from '../../model/civil-date.ts'
import { statusOn } from '../../model/site.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

/** Clubs and teams meet; the rest is visited. */
const meeting = ['prevention-club', 'communication-team', 'livelihood-help', 'cultural-village']

const EVERY_DAYS = { shown: 35, others: 95 }

export function siteVisits(chance: Chance, { commune, staff, isShown }: CommunePlace, sites: readonly Entry<'site'>[], span: Span): Entry<'site-visit'>[] {
  return sites.flatMap((site) => {
    const visits: Entry<'site-visit'>[] = []
    const step = () => Math.round((isShown ? EVERY_DAYS.shown : EVERY_DAYS.others) * (0.6 + 0.8 * chance.next()))
    const first = addDays(span.yesterday, -365)
    for (let date = addDays(first > commune.validFrom ? first : commune.validFrom, step()); date <= span.yesterday; date = addDays(date, step())) {
      if (statusOn(site.data.statuses, date) === 'active')
        visits.push(oneVisit(chance, commune.id, chance.is(0.4) ? staff.official.id : chance.one(staff.collaborators).id, site, date, span))
    }
    return visits
  })
}

function oneVisit(chance: Chance, unit: string, author: string, { id: site, at, data }: Entry<'site'>, date: string, span: Span): Entry<'site-visit'> {
  const visitKind = meeting.includes(data.type) && chance.is(0.75) ? 'meeting' : 'visit'
  const total = chance.whole(8, 26)
  const attendance = visitKind === 'meeting' ? { attendance: { total, female: Math.round(total * (0.5 + 0.4 * chance.next())) } } : {}
  // Entered after the site itself was.
  const entered = Math.max(momentBy(date, 20, span), at + 60_000)
  return entry(chance, 'site-visit', author, entered, { site, unit, date, visitKind, ...attendance, organisation: data.organisation })
}
