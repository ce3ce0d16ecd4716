// The CSV columns of a kind, derived from its fields: [path of the value, path of the label]. A group of numbers or a
// part of the screen becomes a column for each of its parts.

import type { Fields } from './record.ts'
import { type KindName, kindNamed } from './registry.ts'

export interface Column {
  field: string
  /** Part of the field, or empty for the whole of it. */
  part: string
  /** The list whose words stand for the codes, where it is one. */
  terms?: string
}

export function columnsOf(kind: KindName): Column[] {
  return Object.entries(kindNamed(kind).fields).flatMap(([field, { ask }]): Column[] => {
    if (ask.as === 'wholes') return ask.of.map((part) => ({ field, part }))
    if (ask.as === 'span') return ['from', 'to'].map((part) => ({ field, part }))
    if (ask.as === 'part') return ask.columns.map((part) => ({ field, part }))
    if (ask.as === 'one' || ask.as === 'many') return [{ field, part: '', terms: ask.terms }]
    return [{ field, part: '' }]
  })
}

/** The raw value of a column: a number, a text, a list of codes, or undefined where nothing was entered. */
export function columnValue(fields: Fields, { field, part }: Column): unknown {
  const value = fields[field]
  if (part === '' || value === undefined) return value
  if (Array.isArray(value)) return listedValue(value, part)
  return (value as Record<string, unknown>)[part]
}

/** Lists of small objects: materials by their kind, dated statuses by their newest entry. */
function listedValue(list: readonly Record<string, unknown>[], part: string): unknown {
  const named = list.find((entry) => entry['kind'] === part)
  if (named) return named['quantity']
  return list.at(-1)?.[part]
}
