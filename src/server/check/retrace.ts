// Makes each record anew from its history, by what its changes did when they were taken, and compares it with what is kept.
// Only content that today's schemas tell apart differs: a later build may clean a text further than the one that took it.

import { applyChange, type Fields, nothing, type State, sorted } from '../../model/record.ts'
import { type KindName, kindNamed } from '../../model/registry.ts'
import { cleanAll } from '../../model/text.ts'
import { subjectOf } from '../change/decide.ts'
import type { Sql } from '../database/database.ts'
import type { HeldRecord } from '../database/query/record.ts'
import { everyTrail, type Traced, type Trail } from '../database/query/retrace.ts'

/** A sentence for each record and each change that is not as it ought to be. */
export async function compareRecords(sql: Sql, feed: string): Promise<string[]> {
  const found: string[] = []
  for await (const trail of everyTrail(sql, feed)) found.push(...faultsOf(trail))
  return found
}

function faultsOf({ id, record, changes }: Trail): string[] {
  const unread = changes.flatMap((one) => (one.change ? [] : [`The change ${one.id} of the record ${id} is not as it was written.`]))
  if (!record) return [...unread, `The record ${id} can't be read.`]
  if (unread.length > 0) return unread
  const done = changes.flatMap(({ change }) => (change && change.seq !== undefined ? [change] : []))
  if (done.length !== record.version) return [`The record ${id} is of version ${record.version}, and its history has ${done.length} changes.`]
  const apart = differencesOf(record, done)
  return apart.length === 0 ? [] : [`The record ${id} (${record.kind}) is not what its history gives: ${apart.join(', ')}.`]
}

/** What of the record its history gives otherwise. */
function differencesOf(record: HeldRecord, done: readonly Traced[]): string[] {
  const [first, last] = [done[0], done.at(-1)]
  if (!first || !last) return ['no change made it']
  const state = done.reduce(after, nothing)
  const { unit, organisation } = subjectOf(record.kind, record.fields, '')
  const given: Partial<HeldRecord> = {
    ...{ author: first.account, createdAt: first.receivedAt, changedAt: last.receivedAt, seq: last.seq ?? 0 },
    ...{ removed: state.removed, unit, organisation },
  }
  const names = Object.keys(given) as (keyof HeldRecord)[] // of the object just made
  return [
    ...(done.every(({ kind, feed, version }, place) => kind === record.kind && feed === record.feed && version === place + 1) ? [] : ['its changes']),
    ...names.filter((name) => given[name] !== record[name]),
    ...fieldsApart(record.kind, state.fields, record.fields),
  ]
}

function after(state: State, { did: { set, removed = state.removed } }: Traced): State {
  return { ...applyChange(state, { set: set ?? {} }), removed }
}

/** Most texts are typed as they are kept, so that few have to be read by their schemas. */
function fieldsApart(kind: KindName, given: Fields, kept: Fields): string[] {
  const names = [...new Set([...Object.keys(given), ...Object.keys(kept)])]
  return names.filter((name) => !isSame(given[name], kept[name]) && !isSame(cleaned(kind, name, given[name]), cleaned(kind, name, kept[name])))
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** As it would be kept today; what is valid no more is compared letter by letter. */
function cleaned(kind: KindName, name: string, value: unknown): unknown {
  const { fields } = kindNamed(kind)
  const read = Object.hasOwn(fields, name) ? fields[name]?.schema.safeParse(value) : undefined
  return read?.success ? read.data : cleanAll(value)
}
