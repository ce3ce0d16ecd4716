// A practice province (diễn tập): invented accounts, villages, organisations and records of every kind on real communes, so
// that every screen and every indicator of its plan has something to show. Pure: the same request gives the same bytes.
// Nothing in it is a real village, person or figure.

import { addDays, addMonths } from '../../model/civil-date.ts'
import type { Unit } from '../../model/unit.ts'
import type { Pack } from '../../programme/pack.ts'
import { communeBaselines, outgrown, secondSource } from './baselines.ts'
import { communeBodies, communeStaff, type ProvinceOffice, provinceObserver, provinceOffice } from './bodies.ts'
import { chance } from './chance.ts'
import { communeWork, intensiveClub } from './commune-work.ts'
import type { PracticeAccount, PracticeRecord } from './entry.ts'
import { shownCommune } from './lie-of-land.ts'
import { officeSessions } from './office-sessions.ts'
import { officeWork } from './office-work.ts'
import { partsOf } from './parts.ts'
import type { CommunePlace, Part, Span } from './place.ts'
import { communeSessions } from './sessions.ts'
import { communeSites } from './sites.ts'
import { submitted } from './submissions.ts'
import { visitedVillages } from './villages.ts'

export interface PracticeData {
  /** First the four that are offered: a collaborator and the official of one commune, the province's office, and an observer of it. */
  accounts: PracticeAccount[]
  /** Every record after those that it names: organisations, villages, baselines, then everything else by `at`. */
  records: PracticeRecord[]
}

export interface PracticeRequest {
  /** Civil date, from 2025-08-01 on; two years of sessions end the day before. */
  today: string
  province: Unit
  communes: readonly Unit[]
  /** The plan that the province plays, as its document has it. */
  pack: Pack
  seed: number
}

export function practiceData({ today, province, communes, pack, seed }: PracticeRequest): PracticeData {
  const span: Span = { since: addMonths(today, -24), yesterday: addDays(today, -1) }
  const office = provinceOffice(chance(seed, 'office'), province, span.since)
  const shown = shownCommune(communes)
  const parts = partsOf(chance(seed, 'parts'), communes, shown)
  const made = communes.map((commune) =>
    communeRecords(commune, { office, span, today, seed, isShown: commune.id === shown.id, part: parts.get(commune.id) ?? 'plain' }),
  )
  const places = made.map(({ place }) => place)
  const { programme, sets, records: ofOffice } = officeWork(chance(seed, 'office work'), { places, province, office: office.account, pack, span, today })
  const dated = [
    ...made.flatMap(({ dated: inCommune }) => inCommune),
    ...officeSessions(chance(seed, 'events'), places, office, span),
    ...ofOffice,
    ...made.flatMap(({ place, sites }) => communeWork(chance(seed, `work ${place.commune.id}`), { place, sites, sets, span, today })),
  ]
  const ground = made.flatMap(({ ground: stoodOn }) => stoodOn)
  const sent = submitted(seed, { places, records: [...ground, ...dated], programme, office: office.account, span })
  const staff = places.flatMap((place) => [...place.staff.collaborators, place.staff.official])
  const observer = provinceObserver(chance(seed, 'observer'), province, office, span.since)
  return {
    accounts: [...staff.filter(({ offered }) => offered), office.account, observer, ...staff.filter(({ offered }) => !offered)],
    records: [...office.organisations, ...ground, ...[...dated, ...sent].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))],
  }
}

interface Making {
  office: ProvinceOffice
  span: Span
  today: string
  seed: number
  isShown: boolean
  part: Part
}

/** `ground` is what the dated records stand on. */
function communeRecords(commune: Unit, { office, span, today, seed, isShown, part }: Making) {
  const luck = chance(seed, commune.id)
  const { ids, organisations } = communeBodies(luck, commune, office.account.id, span.since)
  const staff = communeStaff(luck, commune, ids.union, span.since, isShown)
  const villages = visitedVillages(luck, { commune, author: staff.official.id, since: span.since, today, isShown })
  const baselines = communeBaselines(luck, commune, office.account.id, yearsOf(span), part)
  const place: CommunePlace = { commune, villages, bodies: ids, staff, isShown, part }
  const sites = [...communeSites(luck, place, span), ...intensiveClub(luck, place, span)]
  const sessions = communeSessions(luck, place, span)
  const counted = part === 'over a hundred' ? outgrown(baselines, sessions, yearsOf(span)) : baselines
  const second = isShown ? secondSource(luck, office.account.id, counted) : []
  const ground: PracticeRecord[] = [...organisations, ...villages.map(({ village }) => village), ...counted, ...second]
  const dated: PracticeRecord[] = [...sites, ...sessions]
  return { place, sites, ground, dated }
}

function yearsOf({ since, yesterday }: Span): number[] {
  const [first, last] = [Number(since.slice(0, 4)), Number(yesterday.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
