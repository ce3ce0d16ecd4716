// The only ways in which a person's work enters the store. Each gives back the record as it now stands, or the problems
// for the form; "saved" means on disk. After a storage error everything answers storage-failed (breaker.ts).

import { type Problem, problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { UnitLookup } from '../../model/unit.ts'
import type { Environment } from '../environment.ts'
import { type Current, type Decision, makeChange, makeChanges, type Refusal, type Watch } from './change.ts'
import type { Store } from './database.ts'
import { type Around, judgeDecision, judgeRemoval, judgeSave, type SaveRequest } from './judge.ts'
import type { Shown } from './shown.ts'

export type { SaveRequest } from './judge.ts'

type Clock = Pick<Environment, 'now' | 'newId'>

/** Makes a record or changes one; without a difference nothing is written. On a refused record it mends what was refused. */
export async function save(store: Store, env: Clock, units: UnitLookup, request: SaveRequest): Promise<Result<Shown, Problem[]>> {
  const id = request.id ?? env.newId()
  return present(await makeChange(store, env, id, (current) => judgeSave(current, request, { nowMs: env.now(), units }), request.draft))
}

/** Makes or changes several records and takes others away, all of it or nothing. */
export async function saveAll(
  store: Store,
  env: Clock,
  units: UnitLookup,
  requests: readonly SaveRequest[],
  removed: { ids: readonly string[]; reason?: string | undefined } = { ids: [] },
  watch?: Watch,
): Promise<Result<Shown[], Refusal>> {
  const saving = requests.map((request) => ({
    id: request.id ?? env.newId(),
    isNew: request.id === undefined,
    draft: request.draft,
    decide: (current: Current) => judgeSave(current, request, { nowMs: env.now(), units }),
  }))
  const removing = removed.ids.map((id) => ({ id, decide: (current: Current) => removal(current, { nowMs: env.now(), units, reason: removed.reason }) }))
  const made = await makeChanges(store, env, [...saving, ...removing], watch)
  return made.ok ? ok(made.value.filter((one) => one !== undefined)) : made
}

/** Takes a record away, so that it can be restored. One that the server never took is dropped, kept in the outbox. */
export async function removeRecord(store: Store, env: Clock, units: UnitLookup, id: string, reason?: string): Promise<Result<Shown | undefined, Problem[]>> {
  return makeChange(store, env, id, (current) => removal(current, { nowMs: env.now(), units, reason }))
}

/** What taking a record away comes to. */
export function removal(current: Current, around: Around & { reason?: string | undefined }): Result<Decision, Problem[]> {
  if (current.record && !current.expected.exists) return ok({ kind: kindOf(current), settles: 'dropped' })
  const judged = judgeRemoval(current, around)
  if (!judged.ok) return judged
  return ok({ ...judged.value, settles: 'mended', ...(current.expected.removed ? {} : { body: { remove: true } }) })
}

/** Brings a removed record back; refused edits of it stay refused until they are saved again. */
export async function restoreRecord(store: Store, env: Clock, units: UnitLookup, id: string, reason?: string): Promise<Result<Shown, Problem[]>> {
  const restored = await makeChange(store, env, id, (current) => {
    const judged = judgeRemoval(current, { nowMs: env.now(), units, reason })
    if (!judged.ok) return judged
    return ok({ ...judged.value, ...(current.expected.removed ? { body: { restore: true } } : {}) })
  })
  return present(restored)
}

/** The person's decision where two have said different things: the values that shall stand. */
export async function resolveConflict(
  store: Store,
  env: Clock,
  units: UnitLookup,
  id: string,
  fields: Fields,
  reason?: string,
  draft?: SaveRequest['draft'],
): Promise<Result<Shown, Problem[]>> {
  return present(await makeChange(store, env, id, (current) => judgeDecision(current, fields, { nowMs: env.now(), units, reason }), draft))
}

/** The person's choice to take the server's version instead of what it refused. The outbox keeps what she had written. */
export async function dropRejected(store: Store, id: string): Promise<Result<Shown | undefined, Problem[]>> {
  return makeChange(store, noChange, id, (current) => (current.record ? ok({ kind: kindOf(current), settles: 'dropped' }) : failed([problem('no-record')])))
}

/** Dropping makes no change, so it needs neither a time nor an id. */
const noChange: Clock = {
  now: () => 0,
  newId: () => {
    throw new Error('Dropping a refused change makes no change')
  },
}

/** Only records that this build shows are edited or removed, so the stored kind is one of its own. */
const kindOf = ({ record }: Current): KindName => record?.kind as KindName

function present(made: Result<Shown | undefined, Problem[]>): Result<Shown, Problem[]> {
  if (!made.ok) return made
  return made.value ? ok(made.value) : failed([problem('no-record')])
}
