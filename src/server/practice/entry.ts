// What a practice province is made of, before a server holds it: accounts and records with their authors and times.

import { beginOfDay } from '../../model/civil-date.ts'
import { makeId } from '../../model/id.ts'
import type { RoleOn } from '../../model/permission.ts'
import type { Fields } from '../../model/record.ts'
import type { Data, KindName } from '../../model/registry.ts'
import type { Chance } from './chance.ts'
import type { Span } from './place.ts'

export interface PracticeAccount {
  id: string
  key: 'collaborator' | 'official' | 'province' | 'observer'
  /** By function, never a person's name: "Cộng tác viên xã A Lưới 1". */
  name: string
  /** Id of the organisation's record. */
  organisation: string
  roles: RoleOn[]
  /** True for the four that a practice server prints a link for. */
  offered: boolean
}

export interface PracticeRecord {
  id: string
  kind: KindName
  /** An account's id. */
  author: string
  /** When it was entered, ms since 1970. */
  at: number
  data: Fields
  /** What was changed of it afterwards, in order. */
  then?: PracticeEdit[]
}

export interface PracticeEdit {
  author: string
  at: number
  set: Fields
}

/** A record with its exact fields, while the province is being made. */
export type Entry<K extends KindName> = Omit<PracticeRecord, 'kind' | 'data'> & { kind: K; data: Data<K> }

/** Ms since 1970 of an hour (with fraction) of a civil date in Vietnam. */
export const momentOf = (date: string, hour: number): number => beginOfDay(date) + Math.round(hour * 60) * 60_000

/** That hour of the day, or of the last day of the practice where the day is later. */
export const momentBy = (date: string, hour: number, { yesterday }: Span): number => momentOf(date < yesterday ? date : yesterday, hour)

export function entry<K extends KindName>(chance: Chance, kind: K, author: string, at: number, data: Data<K>): Entry<K> {
  return { id: makeId(at, chance.bytes(10)), kind, author, at, data }
}
