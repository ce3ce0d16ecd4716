// Different people reached ÷ people of the baseline (CT4). They come from what was asked in the room ("first time this
// year") within one calendar year, or else from a survey; never from attendance (docs/domain.md §4.1).

import type { Unit } from '../model/unit.ts'
import { amount, amountIn, isAligned } from './amount.ts'
import type { PeopleOf } from './baseline-people.ts'
import type { Cell } from './cell.ts'
import { cellsAmong, noneOf, peopleOf, unitSources, unitsOn } from './denominator.ts'
import type { Figures } from './figures.ts'
import type { Definition } from './pack.ts'
import { calendarYearOf, type Dates } from './period.ts'
import { type Apart, type Finding, none, type Source, type SurveyShare } from './reading.ts'
import { shareOf } from './share.ts'
import { newestSurvey } from './survey-share.ts'

type Reached = Definition & { type: 'reached' }

const counted = { '14-60': { measure: 'first-time-14-60', people: 'from14to60' }, all: { measure: 'first-time', people: 'total' } } as const

const apart = [
  { who: 'women-14-60', measure: 'first-time-14-60-female', people: 'female14to60' },
  { who: 'under-16', measure: 'first-time-under-16', people: 'under16' },
] as const satisfies readonly { who: Apart['who']; measure: string; people: PeopleOf }[]

export function reached(definition: Reached, figures: Figures, period: Dates): Finding {
  const asked = askedShare(definition, figures, period)
  const survey = newestSurvey(figures, definition.age, period)
  // Dates that sums can't tell are not told from a survey either: the records might say another number.
  if (!('none' in asked.value) || asked.value.none === 'not aligned' || !survey) return { ...asked, survey }
  return { ...ofSurvey(definition, survey), apart: asked.apart, survey }
}

/** Communes that hold on the last day, with all that was asked there in the period. Those that never asked are named and give nothing. */
function askedShare({ among, age }: Reached, figures: Figures, period: Dates): Finding {
  const communes = unitsOn(figures, among, period.to)
  const sources: Source[] = [{ what: 'asked' }, ...unitSources(figures, among, communes, period.to)]
  if (communes.length === 0) return none(noneOf[among], { sources })
  if (calendarYearOf(period) === undefined) return none('not one year', { sources })
  if (!isAligned(period, figures.grain)) return none('not aligned', { sources })
  const { measure, people } = counted[age]
  const baseline = peopleOf(figures, communes, people, yearOf(period))
  const cells = cellsAmong(figures, among, communes)
  const told = { denominator: baseline.people, sources: [...sources, ...baseline.sources], apart: apartFrom(figures, communes, cells, period) }
  const value = baseline.people === undefined ? undefined : shareOf(amount(cells, measure, period), baseline.people)
  if (!value) return none('missing baseline', { ...told, missing: baseline.missing })
  const missing = neverAsked(figures, communes, measure, period)
  if (amount(cells, `asked-${measure}`, period) === 0) return none('nobody asked', { ...told, missing })
  return { ...told, value, numerator: amount(cells, measure, period), missing, flags: missing.length > 0 ? ['some-not-asked'] : [] }
}

const neverAsked = (figures: Figures, communes: readonly Unit[], measure: string, period: Dates): string[] =>
  communes.filter(({ id }) => amountIn(figures, id, `asked-${measure}`, period) === 0).map(({ id }) => id)

const apartFrom = (figures: Figures, communes: readonly Unit[], cells: readonly Cell[], period: Dates): Apart[] =>
  apart.map(({ who, measure, people: group }) => {
    const people = amount(cells, `asked-${measure}`, period) === 0 ? undefined : amount(cells, measure, period)
    const of = peopleOf(figures, communes, group, yearOf(period)).people
    return { who, people, of, share: people === undefined || of === undefined ? undefined : shareOf(people, of) }
  })

const ofSurvey = ({ among }: Reached, { percent, overHundred, yes, sample, date, method, source }: SurveyShare): Finding => ({
  value: { percent, overHundred },
  numerator: yes,
  denominator: sample,
  sources: [{ what: 'survey', text: `${method} · ${source}`, year: Number(date.slice(0, 4)) }],
  missing: [],
  flags: among === 'key-communes' ? ['survey', 'survey-of-whole-area'] : ['survey'],
})

const yearOf = ({ to }: Dates): number => Number(to.slice(0, 4))
