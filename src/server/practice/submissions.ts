// Past quarters that practice communes sent up: most locked, of the last one returned (the shown commune's), one still open,
// one never sent. Each keeps the figures as the phones had brought them by that evening, so late records show afterwards.

import { addDays } from '../../model/civil-date.ts'
import { kindNamed } from '../../model/registry.ts'
import { figuresToKeep } from '../../programme/adjustment.ts'
import { type AnyHeld, figuresFromRecords } from '../../programme/figures.ts'
import type { Measured } from '../../programme/indicator.ts'
import type { Dates } from '../../programme/period.ts'
import { type Chance, chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount, type PracticeEdit, type PracticeRecord } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'
import { quartersBetween } from './tallies.ts'

const QUARTERS = 3
/** From the quarter's end until everybody's figures are in and looked at. */
const DAYS_TO_SEND = 10
const DAYS_TO_LOCK = 18

interface Submitting {
  places: readonly CommunePlace[]
  /** Every record of the province that adds to figures. */
  records: readonly PracticeRecord[]
  programme: Programme
  office: PracticeAccount
  span: Span
}

export interface Programme {
  id: string
  indicators: readonly Measured[]
}

type Submission = Entry<'submission'> & { then: PracticeEdit[] }

export function submitted(seed: number, { places, records, programme, office, span }: Submitting): Submission[] {
  const homes = new Map(places.flatMap(({ commune, villages }) => [commune.id, ...villages.map(({ village }) => village.id)].map((unit) => [unit, commune.id])))
  const inCommune = new Map(places.map(({ commune }): [string, PracticeRecord[]] => [commune.id, []]))
  for (const record of records) inCommune.get(homes.get(kindNamed(record.kind).home(record.data as never)) ?? '')?.push(record)
  const neverSent = places.find(({ isShown }) => !isShown)
  return places.flatMap((place) => {
    const luck = chance(seed, `submissions ${place.commune.id}`)
    return quartersOf(luck, place, { records: inCommune.get(place.commune.id) ?? [], isMissing: place === neverSent, programme, office, span })
  })
}

type OneCommune = Pick<Submitting, 'records' | 'programme' | 'office' | 'span'> & { isMissing: boolean }

function quartersOf(luck: Chance, place: CommunePlace, { records, isMissing, programme, office, span }: OneCommune): Submission[] {
  const { commune, staff, bodies, isShown } = place
  const quarters = quartersBetween(commune.validFrom, addDays(span.yesterday, -DAYS_TO_LOCK)).slice(-QUARTERS)
  return quarters.flatMap(({ from, to }, index) => {
    const isLast = index === quarters.length - 1
    if (isLast && isMissing) return []
    const asOf = addDays(to, luck.whole(2, DAYS_TO_SEND))
    const at = momentOf(asOf, 22)
    const figures = keptFigures(place, { from, to }, records, programme.indicators, at)
    const data = { unit: commune.id, organisation: bodies.union, programme: programme.id, period: { from, to }, state: 'submitted', asOf, figures } as const
    const sent = { by: staff.official.name, at }
    const answered = momentOf(addDays(to, luck.whole(DAYS_TO_SEND + 1, DAYS_TO_LOCK)), 11)
    const then = answer({ isReturned: isLast && isShown, isOpen: isLast && luck.is(0.08), at: answered, author: office.id })
    return [{ ...entry(luck, 'submission', staff.official.id, at, { ...data, sent }), then }]
  })
}

interface Answer {
  isReturned: boolean
  isOpen: boolean
  at: number
  author: string
}

function answer({ isReturned, isOpen, at, author }: Answer): PracticeEdit[] {
  if (isReturned) return [{ author, at, set: { state: 'returned', remark: 'Xem lại số người của các buổi cuối quý: có buổi chỉ ghi tổng số.' } }]
  return isOpen ? [] : [{ author, at, set: { state: 'locked' } }]
}

function keptFigures({ commune }: CommunePlace, quarter: Dates, records: readonly PracticeRecord[], indicators: readonly Measured[], at: number) {
  const arrived = records.filter((record) => record.at <= at) as unknown as AnyHeld[] // the kind says which data
  const figures = figuresFromRecords(arrived, { area: commune.id, units: [commune], asOf: at })
  return figuresToKeep(figures, quarter, indicators) ?? {}
}
