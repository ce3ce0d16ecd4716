// Makes the stored record anew from the server's row and this phone's changes. Pure; whoever writes calls it.

import type { Problem } from '../../model/problem.ts'
import { isKindName, kindNamed } from '../../model/registry.ts'
import { dateOf } from '../../model/validate.ts'
import { shownState } from './fold.ts'
import { openConflicts } from './renew.ts'
import { fits } from './shown.ts'
import type { OutboxEntry, ServerRow, StoredRecord } from './stored.ts'

export interface Known {
  epoch: string
  row: ServerRow
}

/** Who makes records here, for those that the server has not seen. */
export interface Author {
  account: string
  name: string
}

/** The server's row that a stored record was folded from. */
export function serverOf(record: StoredRecord | undefined): Known | undefined {
  if (!record?.server) return undefined
  const { epoch, version, row } = record.server
  return { epoch, row: row ?? rowOf(record, version) }
}

/**
 * Undefined where nothing is left of it: the server never had it, and the person dropped it. `entries` in order of n; `left`:
 * it may be read here no more.
 */
export function refold(
  id: string,
  known: Known | undefined,
  entries: readonly OutboxEntry[],
  author: Author,
  left: true | undefined,
): StoredRecord | undefined {
  const shown = shownState(known?.row, entries)
  const kind = known?.row.kind ?? entries[0]?.kind
  if (!shown.exists || kind === undefined) return undefined
  const open = entries.filter(({ state }) => state === 'waiting' || state === 'held' || state === 'acked' || state === 'rejected')
  const conflicts = openConflicts(
    known?.row,
    open.filter(({ state }) => state !== 'rejected'),
  )
  const refused = open.filter(({ state }) => state === 'rejected')
  return {
    ...origin(known?.row, entries, author),
    id,
    kind,
    data: shown.fields,
    removed: shown.removed,
    changedAt: open.at(-1)?.change.at ?? known?.row.changedAt ?? 0,
    marks: (known?.row.marks ?? []).filter((mark) => mark !== 'conflict' || conflicts !== undefined),
    ...(conflicts ? { conflicts } : {}),
    ...whenDone(known?.row, open.length > 0),
    ...(known?.row.model === undefined ? {} : { model: known.row.model }),
    version: newestVersion(known, entries)?.version ?? null,
    state: refused.length > 0 ? 'attention' : open.some(({ state }) => state === 'waiting' || state === 'held') ? 'waiting' : 'sent',
    problems: problemsOf(refused),
    ...(left ? { left } : {}),
    ...indexed(kind, shown.fields),
    ...(known ? { server: { epoch: known.epoch, version: known.row.version, ...(open.length > 0 ? { row: known.row } : {}) } } : {}),
  }
}

/** The newest state of the server that this phone knows of: told as a row, or acknowledged. */
export function newestVersion(known: Known | undefined, entries: readonly OutboxEntry[]): { epoch: string; version: number } | undefined {
  const told = known ? [{ epoch: known.epoch, version: known.row.version }] : []
  const acknowledged = entries.flatMap(({ state, epoch, version }) =>
    state === 'acked' && epoch !== undefined && version !== undefined ? [{ epoch, version }] : [],
  )
  const epoch = acknowledged.at(-1)?.epoch ?? known?.epoch
  return [...told, ...acknowledged]
    .filter((one) => one.epoch === epoch)
    .sort((a, b) => a.version - b.version)
    .at(-1)
}

function origin(row: ServerRow | undefined, entries: readonly OutboxEntry[], author: Author): Pick<StoredRecord, 'author' | 'authorName' | 'createdAt'> {
  if (row) return { author: row.author, authorName: row.authorName, createdAt: row.createdAt }
  return { author: author.account, authorName: author.name, createdAt: entries[0]?.change.at ?? 0 }
}

/** What was done here since is told by this phone's own clock. */
function whenDone({ madeAt, editedAt }: Pick<ServerRow, 'madeAt' | 'editedAt'> = {}, isEdited: boolean): Pick<ServerRow, 'madeAt' | 'editedAt'> {
  return { ...(madeAt === undefined ? {} : { madeAt }), ...(editedAt === undefined || isEdited ? {} : { editedAt }) }
}

/** Each thing once; that an edit's record is missing says nothing where the reason for it stands beside it. */
function problemsOf(refused: readonly OutboxEntry[]): Problem[] {
  const all = new Map(refused.flatMap(({ problems = [] }) => problems.map((one): [string, Problem] => [JSON.stringify([one.code, one.path]), one])))
  const found = [...all.values()]
  const telling = found.filter(({ code }) => code !== 'no-record')
  return telling.length > 0 ? telling : found
}

/** Data of a newer build may have another shape: what is no text is not indexed. */
function indexed(kind: string, fields: StoredRecord['data']): Pick<StoredRecord, 'date' | 'unit' | 'odd'> {
  if (!isKindName(kind)) return {}
  const date: unknown = dateOf(kind, fields)
  const unit: unknown = kindNamed(kind).home(fields as never)
  return { ...(typeof date === 'string' ? { date } : {}), ...(typeof unit === 'string' ? { unit } : {}), ...(fits(kind, fields) ? {} : { odd: true as const }) }
}

function rowOf(record: StoredRecord, version: number): ServerRow {
  const { id, kind, removed, author, authorName, createdAt, changedAt, marks, conflicts, model, data } = record
  const more = { ...(conflicts ? { conflicts } : {}), ...(model === undefined ? {} : { model }) }
  return { id, kind, version, removed, author, authorName, createdAt, changedAt, marks, ...whenDone(record, false), ...more, data }
}
