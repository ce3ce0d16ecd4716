// What became of a village and what it was made of, in words.

import { addDays } from '../../model/civil-date.ts'
import { heirOf, type Unit } from '../../model/unit.ts'
import { formatDate } from '../../text/format.ts'
import type { Translate } from '../../text/translate.ts'
import type { Shown } from '../store/shown.ts'
import { periodDates } from './period-name.ts'
import type { Say } from './say.ts'
import { unitName } from './words.ts'

/** The line under its name in the list of villages. */
export function villagePast({ data }: Shown<'unit'>, say: Say): string {
  const { t, today } = say
  const { validFrom, validTo } = data
  const dates =
    validTo !== undefined
      ? periodDates({ kind: 'dates', from: validFrom, to: validTo }, t)
      : validFrom > today
        ? t('village.from', { date: formatDate(validFrom) })
        : t('village.valid')
  return [dates, becoming(data, say.unit, t), formerly(data, today, t)].filter(Boolean).join(' · ')
}

/** "nhập vào Thôn Đoàn Kết", "tách thành Thôn 1, Thôn 2"; empty where nothing came after it. */
function becoming(village: Pick<Unit, 'validTo' | 'successors'>, nameOf: (id: string) => string, t: Translate): string {
  const { successors = [] } = village
  const heir = heirOf(village)
  if (heir !== undefined) return t('village.merged-into', { name: nameOf(heir) })
  return successors.length === 0 ? '' : t('village.split-into', { names: successors.map(({ unit }) => nameOf(unit)).join(', ') })
}

function formerly({ name, type, renamed, formerName }: Shown<'unit'>['data'], today: string, t: Translate): string {
  const said = (one: string): string => unitName({ id: '', level: 'village', validFrom: '', type, name: one }, t)
  if (renamed && today < renamed.from) return t('village.will-be', { name: said(name), date: formatDate(renamed.from) })
  if (renamed) return t('village.formerly-until', { names: formerName ?? renamed.before, date: formatDate(addDays(renamed.from, -1)) })
  return formerName === undefined ? '' : t('village.formerly', { names: formerName })
}

export interface Past {
  sentence: string
  /** Its figures of before can't be compared with those of after. */
  isSplit: boolean
}

/** What its figures hold, and what became of it. `all` holds the villages of the commune, those of other times too. */
export function pastOf(unit: Unit, all: readonly Unit[], t: Translate): Past[] {
  const nameOf = (id: string): string =>
    unitName(
      all.find((one) => one.id === id),
      t,
    )
  const into = all.filter(({ successors = [] }) => successors.some((link) => link.unit === unit.id))
  const whole = into.filter((one) => heirOf(one) === unit.id)
  const past: Past[] = []
  if (whole.length > 0) {
    const [first] = whole
    const date = formatDate(addDays(first?.validTo ?? '', 1))
    past.push({ sentence: t('village.made-of', { date, names: whole.map(({ id }) => nameOf(id)).join(', ') }), isSplit: false })
  }
  for (const one of into.filter((other) => !whole.includes(other))) {
    past.push({ sentence: t('village.split-from', { name: unitName(one, t), date: formatDate(unit.validFrom) }), isSplit: true })
  }
  if (unit.validTo !== undefined) {
    const became = becoming(unit, nameOf, t)
    const gone = t('village.gone', { date: formatDate(addDays(unit.validTo, 1)) })
    past.push({ sentence: became === '' ? `${gone}.` : `${gone}: ${became}.`, isSplit: heirOf(unit) === undefined && became !== '' })
  }
  return past
}
