// From a pack to the programme that an office adopts, and back. The record keeps the whole pack as the office adapted it, so
// a later edition of the file changes nothing that was adopted.

import type { Data } from '../model/registry.ts'
import type { Result } from '../model/result.ts'
import type { Pack } from './pack.ts'
import { type PackProblem, readPack } from './read-pack.ts'

export interface Adoption {
  /** A province's id, or a commune's for a plan of its own. */
  unit: string
  /** Absent: the pack's Vietnamese name. */
  name?: string | undefined
  adoptedOn: string
}

/** What the programme's record is made of; validate() judges it like any other. */
export function adoptPack(pack: Pack, { unit, name, adoptedOn }: Adoption): Data<'programme'> {
  const { from, to } = pack.period
  return { unit, name: name ?? pack.name.vi, from, ...(to !== undefined && { to }), adoptedOn, pack }
}

/** The pack of an adopted programme. Lines and columns of problems are those of the pack printed with two spaces. */
export const packOf = (programme: Pick<Data<'programme'>, 'pack' | 'name'>): Result<Pack, PackProblem[]> =>
  readPack(JSON.stringify(programme.pack, null, 2), programme.name)
