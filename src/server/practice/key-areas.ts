// Key areas of the practice province: from the plan's first day on; one of them ended, one was added late.

import { addMonths } from '../../model/civil-date.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, type PracticeAccount } from './entry.ts'
import { type CommunePlace, isKey, type Span } from './place.ts'
import { firstDay } from './programme.ts'

const MONTHS_AGO_ENDED = 4
const MONTHS_AGO_ADDED = 5

export function keyAreas(chance: Chance, places: readonly CommunePlace[], author: PracticeAccount, span: Span, today: string): Entry<'key-area'>[] {
  return places
    .filter(({ part }) => isKey(part))
    .map(({ commune, part }) => {
      const begun = later(commune.validFrom, firstDay(today))
      const from = part === 'key that began late' ? later(begun, addMonths(today, -MONTHS_AGO_ADDED)) : begun
      const to = part === 'key that ended' ? later(from, addMonths(today, -MONTHS_AGO_ENDED)) : undefined
      const data = { unit: commune.id, from, ...(to === undefined ? {} : { to }), decision: 'Danh sách địa bàn trọng điểm (diễn tập)' }
      return entry(chance, 'key-area', author.id, momentBy(to ?? from, 10, span), data)
    })
}

const later = (one: string, other: string): string => (one < other ? other : one)
