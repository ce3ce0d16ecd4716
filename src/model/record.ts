// A record as it is stored and sent, and what a change does to it.

import { type KindName, kindNamed } from './registry.ts'

/** Field → value, as stored. Fields that this build doesn't know are carried along untouched. */
export type Fields = Record<string, unknown>

/** What the server wants a person to look at, without refusing it. */
export const marks = ['future-date', 'conflict'] as const
export type Mark = (typeof marks)[number]

/** `resolve` sets fields too, and ends what was kept for a person to decide. */
export type ChangeBody = { set: Fields } | { remove: true } | { restore: true } | { resolve: Fields }

/** What a record is before anything happened to it. */
export interface State {
  fields: Fields
  removed: boolean
  exists: boolean
}

export const nothing: State = { fields: {}, removed: false, exists: false }

/** The state after one change. A field set to null is taken away. Pure: neither argument is altered. */
export function applyChange(state: State, change: ChangeBody): State {
  if ('remove' in change) return { ...state, removed: true }
  if ('restore' in change) return { ...state, removed: false }
  const fields: Fields = { ...state.fields }
  for (const [name, value] of Object.entries(setOf(change) ?? {})) {
    if (value === null) delete fields[name]
    else fields[name] = value
  }
  return { fields, removed: state.removed, exists: true }
}

/** The fields that a change sets; undefined where it sets none. */
export function setOf(change: ChangeBody): Fields | undefined {
  if ('set' in change) return change.set
  return 'resolve' in change ? change.resolve : undefined
}

/** Those fields of `after` that differ from `before`, as a change's `set`: what went missing becomes null. */
export function difference(before: Fields, after: Fields): Fields {
  const set: Fields = {}
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[name]
    if (JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(value))) set[name] = value === undefined ? null : value
  }
  return set
}

/** The same value with every object's keys in order, so that equal values have equal JSON. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** The fields with what only their author and officials may read taken out. */
export function withoutSensitive(kind: KindName, fields: Fields): Fields {
  const known = kindNamed(kind).fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !known[name]?.sensitive))
}
