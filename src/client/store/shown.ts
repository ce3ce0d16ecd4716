// A record as screens see it: the server's row folded with what this phone has not brought home yet.

import type { Conflict } from '../../model/merge.ts'
import type { Problem } from '../../model/problem.ts'
import type { Fields, Mark } from '../../model/record.ts'
import { marks } from '../../model/record.ts'
import { type Data, isKindName, type KindName, kindNamed } from '../../model/registry.ts'
import { ladder } from '../../model/upgrade.ts'
import type { StoredRecord } from './stored.ts'

export interface Shown<K extends KindName = KindName> {
  id: string
  kind: K
  data: { [Name in K]: Data<Name> }[K]
  removed: boolean
  author: string
  authorName: string
  /** The server's times where it knows the record, else this phone's; ms since 1970. By them records are put in order. */
  createdAt: number
  changedAt: number
  /** When the person made it, and edited it last: what people are told. */
  madeAt: number
  editedAt: number
  marks: Mark[]
  /** The server's number for the newest state it told or acknowledged; null while it has none. */
  version: number | null
  /** attention: a change of it was refused. waiting: something is not acknowledged yet. sent: the server has all of it. */
  state: 'waiting' | 'sent' | 'attention'
  problems: Problem[]
  /** What two people have said differently, for one of them to decide. */
  conflicts: Conflict[]
  /** Written by a newer build: it can be read, and edited after an update. */
  readOnly: boolean
  mine: boolean
}

/** Undefined for what this build can't show: a kind it doesn't know, or data of a shape it doesn't know. It stays stored. */
export function toShown(record: StoredRecord | undefined, account: string | undefined): Shown | undefined {
  if (!record || !isKindName(record.kind) || (record.odd && !fits(record.kind, record.data))) return undefined
  const { id, kind, removed, author, authorName, createdAt, changedAt, madeAt = createdAt, editedAt = changedAt, version, state, problems } = record
  // `fits` has proved the shape, when the record was stored or just now.
  const data = record.data as Shown['data']
  const known = marks.filter((mark) => record.marks.includes(mark))
  const { conflicts = [], model = 1 } = record
  const stands = { version, state, problems, conflicts, readOnly: model > ladder.model, mine: author === account }
  return { id, kind, data, removed, author, authorName, createdAt, changedAt, madeAt, editedAt, marks: known, ...stands }
}

/** Whether every field has a value that this build's schemas know. Rules are not asked: what the server took is shown. */
export const fits = (kind: KindName, fields: Fields): boolean =>
  Object.entries(kindNamed(kind).fields).every(([name, { schema }]) => schema.safeParse(fields[name]).success)
