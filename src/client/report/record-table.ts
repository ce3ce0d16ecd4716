// Records of one kind as rows with headings, drawn from the kind's columns. Codes, units and organisations are said by
// the words given; numbers stay numbers.

import { columnsOf, columnValue } from '../../model/columns.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Cell } from '../../text/csv.ts'

export interface Wording {
  heading: (path: readonly string[]) => string
  /** A stored text as people read it: a code of a list, a unit, an organisation, or itself. */
  say: (text: string, terms: string | undefined) => string
  yes: string
  no: string
}

export function recordTable(kind: KindName, records: readonly { id: string; data: Fields }[], words: Wording): Cell[][] {
  const columns = columnsOf(kind)
  const heading = ['id', ...columns.map(({ field, part }) => words.heading(part === '' ? [field] : [field, part]))]
  return [heading, ...records.map(({ id, data }) => [id, ...columns.map((column) => toCell(columnValue(data, column), column.terms, words))])]
}

function toCell(value: unknown, terms: string | undefined, words: Wording): Cell {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((one) => toCell(one, terms, words)).join('; ')
  return words.say(String(value), terms)
}
