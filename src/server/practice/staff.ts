// Who works on it in practice communes and at the office: functions, also where a name would stand. Nobody is invented, and no number
// can reach anybody: 00 is for abroad, and no country's code begins with a 0.

import { isValidOn } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount } from './entry.ts'
import { named } from './lie-of-land.ts'
import type { CommunePlace, Span } from './place.ts'

export function communeStaffList(chance: Chance, { commune, villages, staff, bodies, isShown }: CommunePlace, { since, yesterday }: Span): Entry<'person'>[] {
  let number = 0
  const add = (name: string, duty: string, unit: string, organisation: string, date: string) => {
    number += 1
    const phone = `0000 ${commune.id.slice(0, 5)} ${String(number).padStart(2, '0')}`
    return entry(chance, 'person', staff.official.id, momentOf(date, 15), { name, duty, phone, unit, organisation })
  }
  const chair = add(`Chủ tịch Hội LHPN ${named(commune)}`, 'Phụ trách truyền thông', commune.id, bodies.union, since)
  const valid = villages.map(({ village }) => village).filter(({ data }) => isValidOn(data, yesterday))
  const heads = (isShown ? valid : valid.slice(0, 1)).map(({ id, at, data }) =>
    add(`Chi hội trưởng ${data.name}`, 'Chi hội trưởng phụ nữ', id, bodies.union, dateOf(at, since)),
  )
  return [chair, ...heads]
}

/** The villages of a merger are younger than the practice. */
const dateOf = (at: number, since: string): string => {
  const date = new Date(at).toISOString().slice(0, 10)
  return date > since ? date : since
}

export const officeStaff = (chance: Chance, { id, organisation }: PracticeAccount, unit: string, { since }: Span): Entry<'person'>[] =>
  ['Trưởng ban Tuyên giáo', 'Cán bộ tổng hợp báo cáo'].map((duty) =>
    entry(chance, 'person', id, momentOf(since, 15), { name: `${duty} Hội LHPN tỉnh`, duty, unit, organisation }),
  )
