// The number of the data model, and how what an older build wrote is read by this one. A step says what became of single
// fields, so it serves a whole record and an edit of a few fields alike. Pure; the ladder is given, so that a test can
// stand on a taller one.

import type { ChangeBody, Fields } from './record.ts'
import type { KindName } from './registry.ts'

/** Old field → what it became; `as` is asked for its value, never for null, which takes the new field away. */
interface Renewed {
  field: string
  as(value: unknown): unknown
}

export interface Step {
  /** The model that this step leads to. */
  to: number
  fields: Partial<Record<KindName, Record<string, Renewed>>>
}

export interface Ladder {
  /** The number of today's model. */
  model: number
  /** The oldest model whose phones are still told rows; older ones may only hand in. */
  oldestRead: number
  /** In order, each one higher than the one before. */
  steps: readonly Step[]
}

export const ladder: Ladder = { model: 1, oldestRead: 1, steps: [] }

/** Fields as an older model wrote them, as today's knows them. A newer model's come back as they are. */
export function upcast(kind: KindName, fields: Fields, model: number, { steps }: Ladder = ladder): Fields {
  return steps.filter(({ to }) => to > model).reduce((older, step) => climb(older, step.fields[kind]), fields)
}

export function upcastBody(kind: KindName, body: ChangeBody, model: number, by: Ladder = ladder): ChangeBody {
  if ('set' in body) return { set: upcast(kind, body.set, model, by) }
  return 'resolve' in body ? { resolve: upcast(kind, body.resolve, model, by) } : body
}

function climb(fields: Fields, renewed: Record<string, Renewed> | undefined): Fields {
  if (!renewed) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const to = Object.hasOwn(renewed, name) ? renewed[name] : undefined
      return to ? [to.field, value === null ? null : to.as(value)] : [name, value]
    }),
  )
}
