// Two years of practice sessions of one commune: a weekly rhythm, busy seasons, weeks in which nobody went out, and a
// commune now and then from which nothing has come for a while.

import { addDays, daysBetween } from '../../model/civil-date.ts'
import { isValidOn } from '../../model/unit.ts'
import { busyness, datesBetween } from './calendar.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, momentOf } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'
import { sessionContent } from './session-content.ts'

export function communeSessions(chance: Chance, place: CommunePlace, span: Span): Entry<'session'>[] {
  const dates = busyDates(chance, place, span)
  const held = dates.flatMap((date) => {
    const unit = unitOn(chance, place, date)
    return unit === undefined ? [] : [oneSession(chance, place, unit, date, span)]
  })
  return [...held, ...certainVisits(place, span).map(([unit, date]) => oneSession(chance, place, unit, date, span))]
}

/** A date for each session, more of them on busy days, none in the commune's gaps. */
function busyDates(chance: Chance, { isShown }: CommunePlace, { since, yesterday }: Span): string[] {
  const days = datesBetween(since, yesterday)
  const expected = isShown ? 210 : chance.whole(75, 190)
  const all = days.reduce((sum, date) => sum + busyness(date), 0)
  const silentAfter = !isShown && chance.is(0.12) ? addDays(yesterday, -chance.whole(20, 75)) : yesterday
  const gaps = Array.from({ length: isShown ? 1 : chance.whole(0, 3) }, () => addDays(since, chance.whole(0, Math.max(0, days.length - 120))))
  const isQuiet = (date: string) => date > silentAfter || gaps.some((start) => date >= start && daysBetween(start, date) < 30)
  return days.flatMap((date) => Array.from({ length: chance.times((expected * busyness(date)) / all) }, () => date)).filter((date) => !isQuiet(date))
}

/** A village by its weight, or the commune itself now and then. */
function unitOn(chance: Chance, { commune, villages }: CommunePlace, date: string): string | undefined {
  if (chance.is(0.07) && isValidOn(commune, date)) return commune.id
  const open = villages.filter(({ village, forgottenAfter }) => isValidOn(village.data, date) && (forgottenAfter === undefined || date < forgottenAfter))
  return chance.weighted(open, ({ weight }) => weight)?.village.id
}

/** The last visit of every forgotten village; in the shown commune also a few visits of the last days. */
function certainVisits({ villages, isShown }: CommunePlace, { since, yesterday }: Span): [string, string][] {
  const last = villages.flatMap(({ village, forgottenAfter: date, weight }): [string, string][] =>
    date !== undefined && weight > 0 && date >= since && isValidOn(village.data, date) ? [[village.id, date]] : [],
  )
  const often = villages.filter(({ village, forgottenAfter, weight }) => weight > 0 && forgottenAfter === undefined && isValidOn(village.data, yesterday))
  const recent = isShown ? often.slice(0, 4).map(({ village }, index): [string, string] => [village.id, addDays(yesterday, -3 * index)]) : []
  return [...last, ...recent]
}

function oneSession(chance: Chance, place: CommunePlace, unit: string, date: string, span: Span): Entry<'session'> {
  const { staff } = place
  const author = chance.is(0.12) ? staff.official : (chance.weighted(staff.collaborators, ({ offered }) => (offered ? 3 : 1)) ?? staff.official)
  const at = place.part === 'late phones' && chance.is(0.5) ? weeksLater(chance, date, span) : enteredAt(chance, date, span)
  return entry(chance, 'session', author.id, at, sessionContent(chance, place, unit, date))
}

/** In the evening of the day, or some days later when the signal was there; never later than yesterday. */
export function enteredAt(chance: Chance, date: string, { yesterday }: Span): number {
  const late = chance.is(0.7) ? 0 : chance.whole(1, 9)
  const day = addDays(date, Math.min(late, daysBetween(date, yesterday)))
  return momentOf(day, 21 + 2 * chance.next())
}

/** From a phone that found no signal, or nobody to charge it, for weeks. */
function weeksLater(chance: Chance, date: string, span: Span): number {
  return momentBy(addDays(date, chance.whole(15, 50)), 20 + chance.next(), span)
}
