// Rows and changes in the words of this build's data model, whatever build wrote them. Pure.

import { withoutDecided } from '../../model/merge.ts'
import type { ChangeBody } from '../../model/record.ts'
import { setOf } from '../../model/record.ts'
import { isKindName } from '../../model/registry.ts'
import { ladder, upcast, upcastBody } from '../../model/upgrade.ts'
import type { OutboxEntry, ServerRow } from './stored.ts'

/** Rows of the first builds say no model; those of a newer one stay as they are. */
export function currentRow(row: ServerRow): ServerRow {
  const { kind, model = 1, data } = row
  return model < ladder.model && isKindName(kind) ? { ...row, model: ladder.model, data: upcast(kind, data, model) } : row
}

/** What a change does; it is never altered itself. */
export const bodyOf = ({ kind, change }: Pick<OutboxEntry, 'kind' | 'change'>): ChangeBody =>
  isKindName(kind) ? upcastBody(kind, change, change.model) : change

/** What is still to be decided once those decisions have arrived that are on their way. */
export function openConflicts(row: ServerRow | undefined, pending: readonly OutboxEntry[]): ServerRow['conflicts'] {
  const { kind = '', conflicts = [] } = row ?? {}
  if (conflicts.length === 0 || !isKindName(kind)) return undefined
  const left = pending.reduce((still, entry) => {
    const body = bodyOf(entry)
    if ('remove' in body) return []
    return 'resolve' in body ? withoutDecided(kind, still, Object.keys(setOf(body) ?? {})) : still
  }, conflicts)
  return left.length > 0 ? left : undefined
}
