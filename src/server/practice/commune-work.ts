// What a practice commune records beside sessions and sites.

import { addDays } from '../../model/civil-date.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, type PracticeRecord } from './entry.ts'
import { materialReceipts } from './materials.ts'
import { communeMedia } from './media.ts'
import { type CommunePlace, isKey, type Span } from './place.ts'
import { communePlans } from './plans.ts'
import { siteVisits } from './site-visits.ts'
import { communeStaffList } from './staff.ts'
import { communeTallies } from './tallies.ts'

interface CommuneWork {
  place: CommunePlace
  sites: readonly Entry<'site'>[]
  sets: readonly Entry<'material'>[]
  span: Span
  today: string
}

export function communeWork(chance: Chance, { place, sites, sets, span, today }: CommuneWork): PracticeRecord[] {
  return [
    ...materialReceipts(chance, place, sets, span),
    ...siteVisits(chance, place, sites, span),
    ...communeMedia(chance, place, span),
    ...communeTallies(chance, place, span),
    ...communePlans(chance, place, span, today),
    ...communeStaffList(chance, place, span),
  ]
}

/** Some key areas have a club that does nothing else; it is what the plan asks of them. */
export function intensiveClub(chance: Chance, place: CommunePlace, span: Span): Entry<'site'>[] {
  if (!isKey(place.part) || !chance.is(0.35)) return []
  const from = addDays(span.since, chance.whole(300, 400))
  const data = {
    name: 'CLB phòng ngừa mua bán người (chuyên sâu)',
    type: 'prevention-club',
    depth: 'intensive',
    unit: place.commune.id,
    organisation: place.bodies.union,
    members: { total: chance.whole(15, 35), female: chance.whole(8, 15) },
    statuses: [{ status: 'active', from: from < span.yesterday ? from : span.yesterday }],
  } as const
  return [entry(chance, 'site', place.staff.official.id, momentBy(from, 16, span), { ...data, statuses: [...data.statuses] })]
}
