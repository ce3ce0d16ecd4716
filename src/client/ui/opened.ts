// Single records behind a sum, opened at the office one page after the other while a screen looks at them. They are kept for the
// screen alone and written nowhere.

import { useState } from 'preact/hooks'
import { type Problem, problem } from '../../model/problem.ts'
import type { Data, KindName } from '../../model/registry.ts'
import { failed } from '../../model/result.ts'
import { ladder } from '../../model/upgrade.ts'
import type { Dates } from '../../programme/period.ts'
import type { OpenedRecord } from '../../protocol/opened.ts'
import { fits, type Shown } from '../store/shown.ts'
import { useApp } from './context.ts'

const PAGE = 30

export interface OpenedAsked {
  unit: string
  kinds: readonly KindName[]
  /** From '': from the beginning. */
  days: Dates
}

export interface Opened {
  records: Shown[]
  /** There is more to open. */
  more: boolean
  /** Some are of a newer build than this phone's. */
  unreadable: number
  /** The office's time of the last answer; undefined before the first. */
  at: number | undefined
}

const nothing: Opened & Place = { records: [], more: true, unreadable: 0, at: undefined, kind: 0, after: undefined }

interface Place {
  kind: number
  after: number | undefined
}

export function useOpened(asked: OpenedAsked) {
  const { office, environment } = useApp()
  const [opened, setOpened] = useState(nothing)
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<Problem | undefined>(undefined)

  /** Until a page has something, or everything is looked through. */
  async function open(): Promise<void> {
    setAsking(true)
    setTrouble(undefined)
    let now = opened
    for (let found = 0; now.more && found === 0; ) {
      const { unit, kinds, days } = asked
      const kind = kinds[now.kind]
      if (!kind) break
      const question = { unit, kind, ...(days.from === '' ? {} : { from: days.from }), to: days.to, want: PAGE }
      // The part of the app that asks may not have come yet, without a network.
      const told = environment.isOnline()
        ? await office()
            .then(({ records }) => records({ ...question, ...(now.after === undefined ? {} : { after: now.after }) }))
            .catch(() => failed(problem('no-connection')))
        : failed(problem('no-connection'))
      if (!told.ok) {
        setTrouble(told.problem)
        break
      }
      const { records, next, serverTime } = told.value
      const shown = records.flatMap((record) => toShown(record) ?? [])
      found = records.length
      const place = next === null ? { kind: now.kind + 1, after: undefined } : { kind: now.kind, after: next }
      const unreadable = now.unreadable + records.length - shown.length
      now = { ...place, records: [...now.records, ...shown], unreadable, more: place.kind < kinds.length, at: serverTime }
    }
    setOpened(now)
    setAsking(false)
  }

  return { opened: opened as Opened, open, isAsking, trouble }
}

/** As a record of this phone is shown; undefined for what this build can't read. */
function toShown({
  id,
  kind,
  version,
  author,
  authorName,
  createdAt,
  changedAt,
  madeAt = createdAt,
  editedAt = changedAt,
  model,
  data,
}: OpenedRecord): Shown | undefined {
  if (model > ladder.model || !fits(kind, data)) return undefined
  const stands = { removed: false, marks: [], state: 'sent', problems: [], conflicts: [], readOnly: true, mine: false } as const
  // `fits` has proved the shape.
  return {
    id,
    kind,
    data: data as Data<KindName>,
    author,
    authorName,
    createdAt,
    changedAt,
    madeAt,
    editedAt,
    version,
    ...stands,
    marks: [],
    problems: [],
    conflicts: [],
  }
}
