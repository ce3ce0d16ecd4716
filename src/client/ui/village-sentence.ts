// What a change of villages comes to, as sentences that are read before it is kept.

import { addDays } from '../../model/civil-date.ts'
import type { Unit } from '../../model/unit.ts'
import { formatDate } from '../../text/format.ts'
import type { Translate } from '../../text/translate.ts'
import type { VillageAct } from './village-act.ts'
import { type Draft, newVillage } from './village-changing.ts'
import { unitName } from './words.ts'

/** "Từ 01/01/2027 Thôn 1 và Thôn 2 thành Thôn Đoàn Kết." */
export function sentenceOf(act: VillageAct, { names, type, from }: Draft, old: readonly Unit[], t: Translate): string {
  const becomes = names.map((name) => unitName(newVillage(name, type), t))
  return t(`village-act.sentence-${act}`, { date: from === undefined ? '' : formatDate(from), old: oldNames(old, t), names: joined(becomes, t) })
}

/** Undefined where none comes to its end. */
export const lastDayOf = (act: VillageAct, { from }: Draft, old: readonly Unit[], t: Translate): string | undefined =>
  act === 'rename' || act === 'stay' || from === undefined
    ? undefined
    : t('village-act.last-day', { date: formatDate(addDays(from, -1)), old: oldNames(old, t) })

export const whatFollows = (act: VillageAct, t: Translate): string => t(`village-act.follows-${act}`)

const oldNames = (old: readonly Unit[], t: Translate): string =>
  joined(
    old.map((unit) => unitName(unit, t)),
    t,
  )

/** "Thôn 1, Thôn 2 và Thôn 3" */
function joined(names: readonly string[], t: Translate): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : t('village-act.and', { names: names.slice(0, -1).join(', '), last })
}
