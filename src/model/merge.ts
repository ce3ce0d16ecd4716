// What two edits of one record come to (docs/protocol.md, "Merging"). Pure: what the person saw, what is held and who
// touched what in between are given. Fields are merged by group, so that no record comes out that nobody entered.

import * as z from 'zod/mini'
import { id } from './id.ts'
import { type Fields, sorted } from './record.ts'
import { type KindName, kindNamed } from './registry.ts'

/**
 * What did not come to stand, kept for a person to decide. `change` is the change that stands; `account` is whose value
 * lies here (`fields`, null where there was none), or who wanted the record removed while another edited it (`removal`).
 */
export const conflict = z.object({
  change: id,
  account: id,
  name: z.string(),
  at: z.int(),
  fields: z.optional(z.record(z.string(), z.unknown())),
  removal: z.optional(z.literal(true)),
})
export type Conflict = z.infer<typeof conflict>

export interface MergeAsked {
  kind: KindName
  /** Field → value, null to take it away. */
  set: Fields
  /** The record as it is held. */
  current: Fields
  /** The record as the person saw it. */
  base: Fields
  /** Fields whose newest value is another's, set since. */
  touched: ReadonlySet<string>
}

export interface Merged {
  /** What is to be set: whole groups where two had changed the same. */
  set: Fields
  /** Field → the value that gives way, null where there is none; empty without a conflict. */
  lost: Fields
}

/** The later arrival stands; equal values are no conflict, nor is another's edit that was taken back since. */
export function mergeSet({ kind, set, current, base, touched }: MergeAsked): Merged {
  const merged: Merged = { set: {}, lost: {} }
  for (const names of groupsIn(kind, set)) {
    const said = pick(set, names)
    const isTouched = names.some((name) => touched.has(name))
    const wanted = isTouched ? { ...pickAll(base, names), ...said } : said
    const isConflict = isTouched && !isEqual(pickAll(current, names), wanted) && !isEqual(pickAll(current, names), pickAll(base, names))
    Object.assign(merged.set, isConflict ? wanted : said)
    if (isConflict) Object.assign(merged.lost, differing(pickAll(current, names), wanted))
  }
  return merged
}

/** Conflicts with those of the named fields, and with wanted removals, decided. */
export function withoutDecided(kind: KindName, conflicts: readonly Conflict[], names: readonly string[]): Conflict[] {
  const decided = new Set(names.flatMap((name) => groupOf(kind, name)))
  return conflicts.flatMap((one) => {
    const fields = Object.entries(one.fields ?? {}).filter(([name]) => !decided.has(name))
    return fields.length > 0 ? [{ ...one, fields: Object.fromEntries(fields) }] : []
  })
}

/** The field with those that say one thing with it. */
export function groupOf(kind: KindName, name: string): string[] {
  const { fields } = kindNamed(kind)
  const group = Object.hasOwn(fields, name) ? fields[name]?.group : undefined
  return group === undefined ? [name] : Object.keys(fields).filter((other) => fields[other]?.group === group)
}

/** The groups that an edit touches, each once. */
const groupsIn = (kind: KindName, set: Fields): string[][] => {
  const groups = Object.keys(set).map((name) => groupOf(kind, name))
  return [...new Map(groups.map((names) => [names.join(), names])).values()]
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(fields, name) ? [[name, fields[name]]] : [])))

const pickAll = (fields: Fields, names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))

const differing = (held: Fields, wanted: Fields): Fields => Object.fromEntries(Object.entries(held).filter(([name, value]) => !isEqual(value, wanted[name])))

export const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
