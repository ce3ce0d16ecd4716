// What a record kind is made of. A kind's file says beside each field what only that kind knows; form, server
// validation, permission, sealing, merge and CSV columns are derived from it and written nowhere else.

import type * as z from 'zod/mini'
import type { Role } from './permission.ts'
import type { Problem } from './problem.ts'
import type { Unit, UnitLevel } from './unit.ts'

/** How a form asks for a field, and so how its value becomes columns. `part` is a part of the screen made for it. */
export type Ask =
  | { as: 'text'; lines?: number }
  | { as: 'whole' }
  | { as: 'yes-no' }
  | { as: 'date' }
  | { as: 'unit'; levels: readonly UnitLevel[] }
  | { as: 'organisation' }
  | { as: 'record'; kind: string }
  | { as: 'decimal' }
  | { as: 'span' }
  | { as: 'one' | 'many'; terms: string; of: readonly string[] }
  | { as: 'wholes'; of: readonly string[] }
  | { as: 'part'; columns: readonly string[] }

export interface Field<S extends z.ZodMiniType = z.ZodMiniType> {
  schema: S
  ask: Ask
  /** Sealed on the phone, and never sent to another collaborator. */
  sensitive?: true
  /** Set when the record is made, never changed after. */
  fixed?: true
  /** Fields of the same group say one thing together: of two edits one stands with all of them (merge.ts). */
  group?: string
  /** Only these roles may set it, whatever else they may edit. */
  only?: readonly Role[]
  /** For each value the roles that may set it; a value that is not named may be set by nobody. */
  values?: Record<string, readonly Role[]>
}

type Fields = Record<string, Field>
type Schemas<F extends Fields> = { [Name in keyof F]: F[Name]['schema'] }
export type DataFrom<F extends Fields> = z.infer<z.ZodMiniObject<Schemas<F>, z.core.$strip>>

/** What the rules of a kind may look up while they check a record. */
export interface Surroundings {
  unit: (id: string) => Unit | undefined
}

export interface Kind<Name extends string = string, F extends Fields = Fields> {
  name: Name
  fields: F
  /** The unit that decides who may see and change the record. */
  home: (data: DataFrom<F>) => string
  /** The organisation it belongs to, where it belongs to one. */
  organisation?: (data: DataFrom<F>) => string | undefined
  /** The civil date it is listed by. */
  date?: (data: DataFrom<F>) => string
  /** Fields with a day on which something happened, where it is not just "date": none of them may lie ahead. */
  happened?: readonly (keyof F & string)[]
  /** Its date lies ahead by its nature: never refused or marked for that. */
  ahead?: true
  /**
   * What a phone asks to have mended where it knows better, when one of the fields in `about` is set; the server takes it as it
   * is, because the phone that made it may not have known yet.
   */
  knownBetter?: { about: readonly (keyof F & string)[]; problems: (data: DataFrom<F>, around: Surroundings) => Problem[] }
  /** What may come after what, asked of an edit whose author saw the record as it was (a state and the next). */
  follows?: (before: DataFrom<F>, after: DataFrom<F>) => Problem[]
  /** What single fields can't say: sums, dates that cross, confidential places. Runs on the whole, merged record. */
  rules: (data: DataFrom<F>, around: Surroundings) => Problem[]
}

/** One field of a kind, with its options; keeps the schema's exact type. */
export const field = <S extends z.ZodMiniType>(schema: S, ask: Ask, more: Omit<Field, 'schema' | 'ask'> = {}): Field<S> => ({ schema, ask, ...more })

/** Names a kind and keeps its exact types. */
export const defineKind = <const Name extends string, F extends Fields>(kind: Kind<Name, F>): Kind<Name, F> => kind
