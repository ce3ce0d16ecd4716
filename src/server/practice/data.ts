// A practice province (diễn tập): invented accounts, villages, organisations, baselines, sessions and sites on real
// communes, so that every screen has something to show. Pure: the same request gives the same bytes. Nothing in it is a
// real village, person or figure.

import { addDays, addMonths } from '../../model/civil-date.ts'
import type { Unit } from '../../model/unit.ts'
import { communeBaselines } from './baselines.ts'
import { communeBodies, communeStaff, type ProvinceOffice, provinceOffice } from './bodies.ts'
import { chance } from './chance.ts'
import type { PracticeAccount, PracticeRecord } from './entry.ts'
import { shownCommune } from './lie-of-land.ts'
import { officeSessions } from './office-sessions.ts'
import type { CommunePlace, Span } from './place.ts'
import { communeSessions } from './sessions.ts'
import { communeSites } from './sites.ts'
import { visitedVillages } from './villages.ts'

export interface PracticeData {
  /** First the three that are offered: a collaborator and the official of one commune, and the province's office. */
  accounts: PracticeAccount[]
  /** Every record after those that it names: organisations, villages, baselines, then sites and sessions by `at`. */
  records: PracticeRecord[]
}

export interface PracticeRequest {
  /** Civil date, from 2025-08-01 on; two years of sessions end the day before. */
  today: string
  province: Unit
  communes: readonly Unit[]
  seed: number
}

export function practiceData({ today, province, communes, seed }: PracticeRequest): PracticeData {
  const span: Span = { since: addMonths(today, -24), yesterday: addDays(today, -1) }
  const office = provinceOffice(chance(seed, 'office'), province, span.since)
  const shown = shownCommune(communes)
  const made = communes.map((commune) => communeRecords(commune, { office, span, today, seed, isShown: commune.id === shown.id }))
  const places = made.map(({ place }) => place)
  const dated = [...made.flatMap(({ dated: inCommune }) => inCommune), ...officeSessions(chance(seed, 'events'), places, office, span)]
  const staff = places.flatMap((place) => [...place.staff.collaborators, place.staff.official])
  return {
    accounts: [...staff.filter(({ offered }) => offered), office.account, ...staff.filter(({ offered }) => !offered)],
    records: [...office.organisations, ...made.flatMap(({ ground }) => ground), ...dated.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))],
  }
}

interface Making {
  office: ProvinceOffice
  span: Span
  today: string
  seed: number
  isShown: boolean
}

/** `ground` is what the dated records stand on. */
function communeRecords(
  commune: Unit,
  { office, span, today, seed, isShown }: Making,
): { place: CommunePlace; ground: PracticeRecord[]; dated: PracticeRecord[] } {
  const luck = chance(seed, commune.id)
  const { ids, organisations } = communeBodies(luck, commune, office.account.id, span.since)
  const staff = communeStaff(luck, commune, ids.union, span.since, isShown)
  const villages = visitedVillages(luck, { commune, author: staff.official.id, since: span.since, today, isShown })
  const baselines = communeBaselines(luck, commune, office.account.id, yearsOf(span), isShown)
  const place: CommunePlace = { commune, villages, bodies: ids, staff, isShown }
  const dated = [...communeSites(luck, place, span), ...communeSessions(luck, place, span)]
  return { place, ground: [...organisations, ...villages.map(({ village }) => village), ...baselines], dated }
}

function yearsOf({ since, yesterday }: Span): number[] {
  const [first, last] = [Number(since.slice(0, 4)), Number(yesterday.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
