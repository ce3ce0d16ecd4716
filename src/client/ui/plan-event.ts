// What a calendar is told of a plan: where and what, never who.

import { communeOf, type Unit } from '../../model/unit.ts'
import type { Translate } from '../../text/translate.ts'
import type { CalendarEvent } from '../report/calendar.ts'
import type { UnitBook } from '../store/units.ts'
import type { Plan } from './plans.ts'
import { termName, unitName } from './words.ts'

interface Around {
  t: Translate
  units: UnitBook
  practice: boolean
}

export function planEvent({ id, version, data }: Plan, { t, units, practice }: Around): CalendarEvent {
  const unit = units.lookup(data.unit)
  const part = data.partOfDay ? `${termName(t, 'partOfDay', data.partOfDay)}: ` : ''
  const title = `${part}${termName(t, 'form', data.form)}, ${unitName(unit, t)}`
  return {
    id,
    date: data.date,
    title: practice ? `${t('practice.column')}: ${title}` : title,
    place: placeOf(unit, t, units),
    about: t('plan-calendar.about'),
    version: version ?? 0,
  }
}

function placeOf(unit: Unit | undefined, t: Translate, units: UnitBook): string {
  const commune = unit && communeOf(unit.id, units.lookup)
  return commune && commune.id !== unit?.id ? `${unitName(unit, t)}, ${unitName(commune, t)}` : unitName(unit, t)
}
