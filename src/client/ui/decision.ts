// What there is to decide about a record: its versions where two have said different things, one question for each group of
// fields that belong together, and what a choice sets. Pure.

import { type Conflict, groupOf, isEqual } from '../../model/merge.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Shown } from '../store/shown.ts'

export interface Version {
  /** The same as long as it is the same version. */
  key: string
  /** Whose it is, and since when; undefined for what stands in the record. */
  conflict: Conflict | undefined
  /** Field → value, null where there is none. */
  fields: Fields
}

export interface Question {
  key: string
  names: string[]
  /** What stands first, then the others, newest first. No two are equal. */
  versions: Version[]
  /** The change that made what stands. */
  standing: string
}

type Divided = Pick<Shown, 'kind' | 'data' | 'conflicts'>

/** A question with one version has nothing to ask: the others have come to say the same. */
export function questionsOf({ kind, data, conflicts }: Divided): Question[] {
  const inOrder = [...conflicts].sort((a, b) => b.at - a.at)
  const groups = new Map<string, string[]>()
  for (const name of inOrder.flatMap(({ fields }) => Object.keys(fields ?? {}))) {
    const key = groupKey(kind, name)
    groups.set(key, [...new Set([...(groups.get(key) ?? []), name])])
  }
  return [...groups].map(([key, names]) => {
    const concerned = inOrder.filter(({ fields = {} }) => names.some((name) => name in fields))
    return { key, names, versions: versionsOf(data, names, concerned), standing: concerned[0]?.change ?? '' }
  })
}

function versionsOf(data: Fields, names: readonly string[], conflicts: readonly Conflict[]): Version[] {
  const standing = Object.fromEntries(names.map((name) => [name, data[name] ?? null]))
  const theirs = conflicts.map((conflict) => ({
    key: `${conflict.change} ${conflict.account}`,
    conflict,
    fields: Object.fromEntries(names.map((name) => [name, conflict.fields && name in conflict.fields ? (conflict.fields[name] ?? null) : standing[name]])),
  }))
  const all: Version[] = [{ key: 'standing', conflict: undefined, fields: standing }, ...theirs]
  return all.filter(({ fields }, place) => all.findIndex((other) => isEqual(other.fields, fields)) === place)
}

const groupKey = (kind: KindName, name: string): string => groupOf(kind, name)[0] ?? name

export const removalsOf = ({ conflicts }: Divided): Conflict[] => conflicts.filter(({ removal }) => removal)

/** Question → version. */
export type Choices = Readonly<Record<string, string>>

export const isAsked = ({ versions }: Question): boolean => versions.length > 1

/** What the decision sets; what needed no choice stays as it stands, and is decided with it. */
export function fieldsChosen(questions: readonly Question[], choices: Choices): Fields {
  const chosen = questions.map(({ key, versions }) => versions.find((version) => version.key === choices[key]) ?? versions[0])
  return Object.assign({}, ...chosen.map((version) => version?.fields ?? {}))
}

/** A decision entered by hand: what was changed, and everything that was in question as it was entered. */
export function fieldsByHand(record: Divided, set: Fields, entered: Fields): Fields {
  const names = questionsOf(record).flatMap((question) => question.names)
  return { ...set, ...Object.fromEntries(names.map((name) => [name, entered[name] ?? null])) }
}
