// A session as a card to send on: the figures that were taken, form and topics. No place in words, no note, no names: they
// may speak of persons.

import type { Data } from '../../model/registry.ts'
import type { UnitLookup } from '../../model/unit.ts'
import { formatDate, formatNumber } from '../../text/format.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { Card } from '../report/card.ts'
import { fieldLabel, termName, unitName } from './words.ts'

export interface Said {
  t: Translate
  language: Language
  practice: boolean
  lookup: UnitLookup
}

const shownCounts = ['female', 'male', 'minority', 'firstTime'] as const

export function sessionCard({ date, unit, form, topics, counts }: Data<'session'>, { t, language, practice, lookup }: Said): Card {
  const number = (value: number) => formatNumber(value, language)
  const held = lookup(unit)
  const above = held?.level === 'village' ? lookup(held.parent ?? '') : undefined
  const attendance = t('session.attendance')
  return {
    ...(practice ? { mark: t('practice.mark') } : {}),
    heading: t('share.session-heading'),
    name: unitName(held, t),
    below: [...(above ? [unitName(above, t)] : []), formatDate(date)],
    main: { value: number(counts.total), label: counts.method === 'estimated' ? `${attendance} (${t('share.estimated')})` : attendance },
    figures: shownCounts.flatMap((name) => {
      const value = counts[name]
      return value === undefined ? [] : [{ label: fieldLabel(t, 'session', ['counts', name]), value: number(value) }]
    }),
    details: [
      `${t('field.session.form')}: ${termName(t, 'form', form)}`,
      `${t('field.session.topics')}: ${topics.map((topic) => termName(t, 'topic', topic)).join(', ')}`,
    ],
    foot: [],
  }
}
