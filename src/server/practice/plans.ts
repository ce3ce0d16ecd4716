// What practice communes plan for the coming two weeks; in the shown commune also plans whose day went by with nothing
// logged.

import { addDays } from '../../model/civil-date.ts'
import { isValidOn } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

const DAYS_AHEAD = 14

export function communePlans(chance: Chance, { villages, staff, bodies, isShown }: CommunePlace, { yesterday }: Span, today: string): Entry<'plan'>[] {
  const ahead = Array.from({ length: isShown ? 5 : chance.whole(0, 2) }, () => addDays(today, chance.whole(0, DAYS_AHEAD - 1)))
  const passed = isShown ? [addDays(today, -4), addDays(today, -9)] : []
  // Nobody visits these, so no session was logged there on that day.
  const never = villages.filter(({ weight }) => weight === 0)
  return [...ahead, ...passed].map((date, index) => {
    const isPassed = index >= ahead.length
    const open = (isPassed ? never : villages).filter(({ village }) => isValidOn(village.data, date))
    const unit = chance.one(open).village.id
    const author = chance.is(0.5) ? staff.official : chance.one(staff.collaborators)
    return entry(chance, 'plan', author.id, momentOf(addDays(isPassed ? date : yesterday, -chance.whole(0, 5)), 20 + chance.next()), {
      date,
      partOfDay: chance.is(0.7) ? 'evening' : 'morning',
      unit,
      form: chance.one(['direct-talk', 'theme-talk', 'group-meeting', 'film', 'handing-out'] as const),
      ...(chance.is(0.5) ? { who: 'Chi hội trưởng phụ nữ' } : {}),
      organisation: bodies.union,
    })
  })
}

export function officePlan(
  chance: Chance,
  { commune }: CommunePlace,
  { id, organisation }: PracticeAccount,
  { yesterday }: Span,
  today: string,
): Entry<'plan'> {
  const data = { date: addDays(today, 9), partOfDay: 'morning', unit: commune.id, form: 'training', organisation } as const
  return entry(chance, 'plan', id, momentOf(yesterday, 16), data)
}
