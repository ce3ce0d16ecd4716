// Whether the person at the phone is the one to decide where two have said different things of a record.

import type { Shown } from '../store/shown.ts'
import { subjectOf } from '../store/subject.ts'
import { isUndecided } from '../store/undecided.ts'
import { type Me, useMe } from './actor.ts'

/** The reason, where one is needed, is asked when she decides. */
export const mayDecide = (me: Me, record: Shown): boolean =>
  isUndecided(record) && me.may('edit', subjectOf(record.kind, record.data, record.author), 'asked when deciding')

export const useMayDecide = (record: Shown): boolean => mayDecide(useMe(), record)
