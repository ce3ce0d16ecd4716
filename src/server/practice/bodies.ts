// Organisations of a practice province, and the accounts that work for them. Functions only, no persons.

import { makeId } from '../../model/id.ts'
import type { RoleOn } from '../../model/permission.ts'
import type { Data } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount } from './entry.ts'
import { isMountain, named } from './lie-of-land.ts'

type OrganisationType = Data<'organisation'>['type']

/** Ids of the organisations of one commune that hold sessions there. */
export interface CommuneBodies {
  union: string
  committee: string
  police: string
  front: string
  school: string
  border: string | undefined
}

export interface Staff {
  collaborators: PracticeAccount[]
  official: PracticeAccount
}

export interface ProvinceOffice {
  account: PracticeAccount
  organisations: Entry<'organisation'>[]
}

/** The province's office comes first: it is the author of everything that nobody in a commune enters. */
export function provinceOffice(chance: Chance, province: Unit, since: string): ProvinceOffice {
  const id = makeId(momentOf(since, 8), chance.bytes(10))
  const add = (name: string, type: OrganisationType) => entry(chance, 'organisation', id, momentOf(since, 8), { name, type, unit: province.id })
  const union = add(`Hội LHPN ${named(province)}`, 'womens-union')
  const others = [
    add(`Công an ${named(province)}`, 'police'),
    add(`Bộ đội Biên phòng ${named(province)}`, 'border-guard'),
    add(`Sở Văn hóa và Thể thao ${named(province)}`, 'department'),
    add(`Sở Giáo dục và Đào tạo ${named(province)}`, 'department'),
  ]
  const roles = rolesOn('province', province, since)
  return {
    account: { id, key: 'province', name: `Văn phòng Hội LHPN ${named(province)}`, organisation: union.id, roles, offered: true },
    organisations: [union, ...others],
  }
}

/** Who sees figures and no records, as a guest of the office. */
export const provinceObserver = (chance: Chance, province: Unit, { account: { organisation } }: ProvinceOffice, since: string): PracticeAccount => ({
  id: makeId(momentOf(since, 8), chance.bytes(10)),
  key: 'observer',
  name: `Người theo dõi ${named(province)}`,
  organisation,
  roles: rolesOn('observer', province, since),
  offered: true,
})

export function communeBodies(chance: Chance, commune: Unit, author: string, since: string): { ids: CommuneBodies; organisations: Entry<'organisation'>[] } {
  const add = (name: string, type: OrganisationType) =>
    entry(chance, 'organisation', author, momentOf(since, 9), { name: `${name} ${named(commune)}`, type, unit: commune.id })
  const union = add('Hội LHPN', 'womens-union')
  const committee = add('UBND', 'peoples-committee')
  const police = add('Công an', 'police')
  const front = add('Ủy ban MTTQ Việt Nam', 'front-union')
  const school = add('Trường trung học cơ sở (diễn tập)', 'school')
  const border = isMountain(commune) ? add('Đồn Biên phòng (diễn tập)', 'border-guard') : undefined
  const ids = { union: union.id, committee: committee.id, police: police.id, front: front.id, school: school.id, border: border?.id }
  return { ids, organisations: [union, committee, police, front, school, ...(border ? [border] : [])] }
}

/** Two collaborators and an official; those of the shown commune can be tried. */
export function communeStaff(chance: Chance, commune: Unit, organisation: string, since: string, isShown: boolean): Staff {
  const account = (key: 'collaborator' | 'official', name: string, offered: boolean): PracticeAccount => ({
    id: makeId(momentOf(since, 10), chance.bytes(10)),
    key,
    name: `${name} ${named(commune)}`,
    organisation,
    roles: rolesOn(key, commune, since),
    offered,
  })
  const collaborators = [account('collaborator', 'Cộng tác viên', isShown), account('collaborator', 'Cộng tác viên thứ hai', false)]
  return { collaborators, official: account('official', 'Cán bộ Hội LHPN', isShown) }
}

const rolesOn = (role: RoleOn['role'], unit: Unit, from: string): RoleOn[] => [{ role, unit: unit.id, from }]
