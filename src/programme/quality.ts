// What somebody should look at again before figures are sent up: each finding says by which rule and with which numbers. It points
// out and refuses nothing; unlikely sessions are real often enough. Pure, and in slices, so that a page can breathe in between.

import { type LikelySession, likelyDuplicates } from '../model/likely-duplicate.ts'
import type { Data } from '../model/registry.ts'
import { heirsOf, isValidOn } from '../model/unit.ts'
import { newestBaseline } from './baseline-people.ts'
import type { Held } from './coverage.ts'
import { median } from './median.ts'

export const qualityRules = [
  'likely-duplicate',
  'more-than-people',
  'far-above-usual',
  'nobody-came',
  'sudden-jump',
  'village-not-there',
  'village-removed',
] as const
export type QualityRule = (typeof qualityRules)[number]

export interface Finding {
  rule: QualityRule
  /** Sessions, the one to open first. */
  records: string[]
  unit: string
  date: string
  /** The numbers that the sentence for people fills in. */
  values: Record<string, number>
}

export interface LookedAt {
  sessions: readonly LikelySession[]
  /** Removed ones too. */
  villages: readonly Held<'unit'>[]
  baselines: readonly Held<'baseline'>[]
}

/**
 * The same as long as the finding says the same of the same records: one that was looked at comes back when its numbers change.
 * Only a month's numbers change all the time.
 */
export function findingKey({ rule, records, unit, date, values }: Finding): string {
  const about = rule === 'sudden-jump' ? [unit, date] : [...[...records].sort(), ...Object.values(values)]
  return [rule, ...about].join(' ')
}

const SLICE = 200

/** Newest first within each slice, in no order over all. */
export function* findingsIn({ sessions, villages, baselines }: LookedAt): Generator<Finding[]> {
  const places = placesOf(villages)
  const people = peopleOf(baselines)
  const usual = usualOf(sessions, places)
  for (let from = 0; from < sessions.length; from += SLICE) {
    yield sessions.slice(from, from + SLICE).flatMap((session) => aloneFindings(session, { places, people, usual }))
  }
  yield* likenesses(sessions)
  yield jumpsIn(sessions, places)
}

interface Known {
  places: Map<string, Held<'unit'>>
  people: Map<string, number>
  usual: Map<string, number>
}

/** Told to nobody's face: what is spread to whoever passes by or listens counts as held when nobody was counted. */
const spread: readonly Data<'session'>['form'][] = [
  'handing-out',
  'mass-information',
  'loudspeaker',
  'radio',
  'television',
  'newspaper',
  'website',
  'sms',
  'social-media',
  'panel-banner',
  'calendar-print',
]

/** So many times the usual, and so many people at least: small villages double easily. */
const FAR_ABOVE = 5
const FAR_ABOVE_PEOPLE = 150

function aloneFindings({ id, data }: LikelySession, { places, people, usual }: Known): Finding[] {
  const { unit, date, form, counts } = data
  const about = { records: [id], unit, date }
  const village = places.get(unit)
  const commune = village?.data.parent ?? unit
  const found: Finding[] = []
  const living = people.get(unit) ?? people.get(commune)
  const middle = usual.get(commune)
  if (living !== undefined && counts.total > living) found.push({ ...about, rule: 'more-than-people', values: { total: counts.total, people: living } })
  else if (middle !== undefined && counts.total >= FAR_ABOVE_PEOPLE && counts.total > FAR_ABOVE * middle)
    found.push({ ...about, rule: 'far-above-usual', values: { total: counts.total, usual: middle } })
  if (counts.total === 0 && !spread.includes(form)) found.push({ ...about, rule: 'nobody-came', values: {} })
  if (village?.removed) found.push({ ...about, rule: 'village-removed', values: {} })
  else if (village && !isValidOn(village.data, date) && !standsOn(village, date, places)) found.push({ ...about, rule: 'village-not-there', values: {} })
  return found
}

/** It went as a whole into one that is there on that day, for which the session counts. */
function standsOn({ id, data }: Held<'unit'>, date: string, places: Known['places']): boolean {
  const lookup = (other: string) => {
    const known = places.get(other)
    return known && { id: other, ...known.data }
  }
  return heirsOf({ id, ...data }, lookup).some((heir) => isValidOn(places.get(heir)?.data ?? data, date))
}

const placesOf = (villages: readonly Held<'unit'>[]): Known['places'] => new Map(villages.map((village) => [village.id, village]))

/** The newest year's people of each unit. */
function peopleOf(baselines: readonly Held<'baseline'>[]): Known['people'] {
  const byUnit = new Map<string, Held<'baseline'>[]>()
  for (const held of baselines) push(byUnit, held.data.unit, held)
  const newest = [...byUnit].map(([unit, own]) => [unit, newestBaseline(own, unit, 'total', Number.POSITIVE_INFINITY)?.people] as const)
  return new Map(newest.flatMap(([unit, people]) => (people === undefined ? [] : [[unit, people]])))
}

/** Fewer sessions than this have no usual size. */
const ENOUGH = 10

/** The median size of each commune's sessions. */
function usualOf(sessions: readonly LikelySession[], places: Known['places']): Known['usual'] {
  const totals = new Map<string, number[]>()
  for (const { data } of sessions) push(totals, places.get(data.unit)?.data.parent ?? data.unit, data.counts.total)
  return new Map([...totals].flatMap(([commune, all]) => (all.length < ENOUGH ? [] : [[commune, median(all)] as const])))
}

/** Pairs, each once. */
function* likenesses(sessions: readonly LikelySession[]): Generator<Finding[]> {
  const together = new Map<string, LikelySession[]>()
  for (const session of sessions) push(together, `${session.data.date} ${session.data.unit}`, session)
  yield []
  let found: Finding[] = []
  let lookedAt = 0
  for (const group of together.values()) {
    for (const [place, one] of group.entries()) {
      const { unit, date, counts } = one.data
      for (const other of likelyDuplicates(one.data, one.id, group.slice(place + 1))) {
        found.push({ rule: 'likely-duplicate', records: [one.id, other.id], unit, date, values: { total: counts.total, other: other.data.counts.total } })
      }
    }
    lookedAt += group.length
    if (lookedAt < SLICE) continue
    yield found
    found = []
    lookedAt = 0
  }
  yield found
}

/** So many times the mean of the months before, and so many people more at least. */
const JUMP = 4
const JUMP_PEOPLE = 300
const MONTHS_BEFORE = 3

/** Months of a commune in which far more people were counted than in the months with sessions just before. */
function jumpsIn(sessions: readonly LikelySession[], places: Known['places']): Finding[] {
  const communes = new Map<string, LikelySession[]>()
  for (const session of sessions) push(communes, places.get(session.data.unit)?.data.parent ?? session.data.unit, session)
  return [...communes].flatMap(([unit, held]) => {
    const months = new Map<string, LikelySession[]>()
    for (const session of held) push(months, session.data.date.slice(0, 7), session)
    const inOrder = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, ones]) => ({ month, ones, total: sum(ones) }))
    return inOrder.flatMap(({ month, ones, total }, place) => {
      const before = inOrder.slice(Math.max(0, place - MONTHS_BEFORE), place)
      const usual = Math.round(before.reduce((all, { total: one }) => all + one, 0) / MONTHS_BEFORE)
      if (before.length < MONTHS_BEFORE || total < JUMP * usual || total - usual < JUMP_PEOPLE) return []
      const largest = [...ones].sort((a, b) => b.data.counts.total - a.data.counts.total).map(({ id }) => id)
      return [{ rule: 'sudden-jump' as const, records: largest.slice(0, 1), unit, date: `${month}-01`, values: { total, usual } }]
    })
  })
}

const sum = (sessions: readonly LikelySession[]): number => sessions.reduce((all, { data }) => all + data.counts.total, 0)

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
