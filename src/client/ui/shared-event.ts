// One event that took in people of several communes: entered once, kept as a session for each commune. They share the event's
// id; the first of them, and it alone, counts as the event (docs/domain.md §1, §4.5). Pure.

import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { Entered } from './part/entered.ts'

/** Another commune that took part, as the draft keeps it: with the id that its session will have. */
export interface AlsoIn {
  id: string
  unit?: string
  counts: Entered
}

/** Told of the whole event, so a session of one commune must not tell it again. */
const onlyOnce = ['materials', 'note'] as const

/** The sessions to make: the first is what the form is about. */
export function sessionsOf(entered: Fields, id: string): { id: string; fields: Fields }[] {
  const { alsoIn = [], ...fields } = entered as Fields & { alsoIn?: AlsoIn[] } // only the form's own part writes it
  if (alsoIn.length === 0) return [{ id, fields }]
  const told = Object.fromEntries(Object.entries(fields).filter(([name]) => !onlyOnce.some((one) => one === name)))
  const others = alsoIn.map((other) => ({
    id: other.id,
    fields: { ...told, unit: other.unit, counts: other.counts, event: { id, counts: false } },
  }))
  return [{ id, fields: { ...fields, event: { id, counts: true } } }, ...others]
}

/** Where in the form a problem of the session at that place is to be mended. */
export function inForm(place: number, problems: readonly Problem[]): Problem[] {
  if (place === 0) return [...problems]
  const at = String(place - 1)
  return problems.map((problem) => {
    const [field = '', part] = problem.path
    if (field === 'counts') return { ...problem, path: ['alsoIn', at, part ?? 'total'] }
    return field === 'unit' ? { ...problem, path: ['alsoIn', at, 'unit'] } : problem
  })
}
