// A commune's villages change: one gets another name, several become one, one becomes several, one is no more. Each is one
// act: all of its records are kept or none, and it is taken back as a whole. The day before is the last of the old ones.

import { addDays } from '../../model/civil-date.ts'
import { problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { Data } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { UnitLookup } from '../../model/unit.ts'
import type { Environment } from '../environment.ts'
import type { Refusal } from './change.ts'
import type { Store } from './database.ts'
import { listRecords } from './read.ts'
import { saveAll } from './save.ts'
import type { Shown } from './shown.ts'

type Village = Data<'unit'>
type Named = Pick<Village, 'name' | 'type'>

/** `from`: the first civil date of what will be. */
export type VillageChange = { villages: readonly string[]; from: string } & (
  | { act: 'rename'; becomes: readonly [Named] }
  | { act: 'merge'; becomes: readonly [Named] }
  | { act: 'split'; becomes: readonly Named[] }
  | { act: 'end'; becomes: readonly [] }
  /** What was said of its end was a mistake. */
  | { act: 'stay'; becomes: readonly [] }
)

/** What was done, as it is taken back. */
export interface VillagesChanged {
  made: string[]
  /** Each with what it said before in the fields that were altered. */
  edited: { id: string; before: Partial<Village> }[]
}

type Clock = Pick<Environment, 'now' | 'newId'>

/** `reason` goes into the history of each of the records. */
export async function changeVillages(
  store: Store,
  env: Clock,
  units: UnitLookup,
  change: VillageChange,
  reason: string,
): Promise<Result<VillagesChanged, Refusal>> {
  const all = await listRecords(store, 'unit')
  const held = change.villages.flatMap((id) => all.find((village) => village.id === id) ?? [])
  const [first] = held
  if (!first || held.length < change.villages.length) return failed({ place: 0, problems: [problem('no-record')] })
  const made = madeBy(change, held).map((data) => ({ id: env.newId(), data }))
  const edits = held.map((village) => ({ village, set: editOf(change, village.data, made) }))
  const fresh = new Map(made.map(({ id, data }) => [id, { ...data, id, level: 'village' as const }]))
  const saved = await saveAll(store, env, (id) => fresh.get(id) ?? units(id), [
    ...made.map(({ id, data }) => ({ kind: 'unit' as const, id, fields: withoutEmpty(data), reason })),
    ...edits.map(({ village, set }) => ({ kind: 'unit' as const, id: village.id, fields: withoutEmpty({ ...village.data, ...set }), reason })),
  ])
  if (!saved.ok) return saved
  return ok({ made: made.map(({ id }) => id), edited: edits.map(({ village: { id, data }, set }) => ({ id, before: pick(data, set) })) })
}

/** Only what the act itself altered is put back. */
export async function undoVillageChange(
  store: Store,
  env: Clock,
  units: UnitLookup,
  { made, edited }: VillagesChanged,
  reason: string,
): Promise<Result<unknown, Refusal>> {
  const all = await listRecords(store, 'unit')
  const back = edited.flatMap(({ id, before }) => {
    const now = all.find((village) => village.id === id)
    return now ? [{ kind: 'unit' as const, id, fields: withoutEmpty({ ...now.data, ...before }), reason }] : []
  })
  return saveAll(store, env, units, back, { ids: made, reason })
}

/** The villages that begin with it. */
function madeBy({ act, becomes, from }: VillageChange, held: readonly Shown<'unit'>[]): Village[] {
  const [first] = held
  if (!first || act === 'rename') return []
  const formerName = act === 'merge' ? formerNames(held.map(({ data }) => data.name)) : undefined
  return becomes.map((named) => ({ ...named, parent: first.data.parent, validFrom: from, formerName }))
}

function editOf({ act, becomes, from }: VillageChange, village: Village, made: readonly { id: string }[]): Partial<Village> {
  if (act === 'stay') return { validTo: undefined, successors: undefined }
  const [named] = becomes
  if (act === 'rename' && named) {
    return { ...named, renamed: { before: village.name, from }, formerName: formerNames([village.name, village.formerName ?? '']) }
  }
  const successors = made.map(({ id }) => ({ unit: id, whole: act === 'merge' }))
  return { validTo: addDays(from, -1), successors: successors.length > 0 ? successors : undefined }
}

const MOST_LETTERS = 120

/** As many as the field takes; the newest stand first. */
function formerNames(names: readonly string[]): string {
  const all = names.filter((name) => name !== '')
  for (let count = all.length; count > 0; count--) {
    const together = all.slice(0, count).join(', ')
    if (together.length <= MOST_LETTERS) return together
  }
  return ''
}

const withoutEmpty = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))

const pick = (data: Village, set: Partial<Village>): Partial<Village> => Object.fromEntries(Object.keys(set).map((name) => [name, data[name as keyof Village]]))
