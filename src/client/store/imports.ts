// A whole table taken over as records, all of them or none; and taken back as a whole.

import type { Problem } from '../../model/problem.ts'
import { type Fields, nothing, setOf } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { UnitLookup } from '../../model/unit.ts'
import type { Environment } from '../environment.ts'
import { write } from './breaker.ts'
import { type Current, type Decision, makeChanges, type Refusal, type Watch } from './change.ts'
import type { Store } from './database.ts'
import { judgeSave } from './judge.ts'
import { readLocks } from './locks.ts'
import { putMeta, readOwn } from './meta.ts'
import { getIdentity } from './read.ts'
import { newestVersion } from './refold.ts'
import { removal, saveAll } from './save.ts'
import type { Import } from './stored.ts'

export type { Import } from './stored.ts'

/** Older ones stay as records; they are only not undone by one tap any more. */
const MOST = 20

type Clock = Pick<Environment, 'now' | 'newId'>

export interface Importing {
  kind: KindName
  /** Its name. */
  file: string
  /** `late`: it lies in a period that is locked. */
  rows: readonly { fields: Fields; late?: true }[]
  /** Why something comes after a lock. */
  reason?: string | undefined
}

/** `place` of a refusal: which of the rows; it has no problem where `goesOn` said no. */
export async function importAll(
  store: Store,
  env: Clock,
  units: UnitLookup,
  { kind, file, rows, reason }: Importing,
  goesOn: (done: number) => boolean = () => true,
): Promise<Result<Import, Refusal>> {
  const requests = rows.map(({ fields, late }) => ({ kind, fields, ...(late && reason ? { reason } : {}) }))
  const saved = await endable((watch) => saveAll(store, env, units, requests, undefined, watch), goesOn)
  if (!saved.ok) return saved
  const made: Import = { kind, at: env.now(), file, records: saved.value.map(({ id }) => id) }
  const noted = await change(store, (before) => [made, ...before].slice(0, MOST))
  return noted.ok ? ok(made) : failed({ place: 0, problems: [noted.problem] })
}

async function endable<T>(run: (watch: Watch) => Promise<Result<T, Refusal>>, goesOn: (done: number) => boolean): Promise<Result<T, Refusal>> {
  // An error of this code, as the breaker knows them: it rolls the transaction back, and the disk is not at fault.
  const ended = new RangeError('The person ended it')
  const watch: Watch = (done) => {
    if (!goesOn(done)) throw ended
  }
  try {
    return await run(watch)
  } catch (cause) {
    if (cause !== ended) throw cause
    return failed({ place: 0, problems: [] })
  }
}

/** Why an import stays: a record of it was changed since, lies in a period that is locked, or can't be removed for another reason. */
export type StaysFor = 'changed' | 'locked' | 'failed'

/** Its records are removed, as by hand: what the office took already, it is told. Those that somebody removed since are gone. */
export async function undoImport(store: Store, env: Clock, units: UnitLookup, { at, records }: Import): Promise<Result<true, StaysFor>> {
  let stays: StaysFor = 'failed'
  const decide = (current: Current): Result<Decision, Problem[]> => {
    const isChanged = !current.expected.removed && changesOf(current) > 1
    const judged = isChanged ? failed([]) : removal(current, { nowMs: env.now(), units })
    if (isChanged) stays = 'changed'
    else if (!judged.ok && judged.problem.some(({ code }) => code === 'reason-needed')) stays = 'locked'
    return judged
  }
  const removed = await makeChanges(
    store,
    env,
    records.map((id) => ({ id, decide })),
  )
  if (!removed.ok) return failed(stays)
  const noted = await change(store, (before) => before.map((one) => (one.at === at ? { ...one, undone: true } : one)))
  return noted.ok ? ok(true) : failed('failed')
}

/** How often it was changed, its making among them: those that the office counts, and those that have not come there. */
const changesOf = ({ known, entries }: Current): number =>
  (newestVersion(known, entries)?.version ?? 0) + entries.filter(({ state }) => state === 'waiting' || state === 'held').length

/** What saving a new record would come to, without writing: its fields as they would be kept, and whether they move what is locked. */
export type JudgeNew = (fields: Fields) => Result<{ fields: Fields; late: boolean }, Problem[]>

/** Undefined where nobody is let in. */
export async function judgeOfNew(store: Store, env: Clock, units: UnitLookup, kind: KindName): Promise<JudgeNew | undefined> {
  const [identity, locks] = await Promise.all([getIdentity(store), readLocks(store)])
  if (!identity) return undefined
  const current: Current = { identity, tip: undefined, record: undefined, known: undefined, entries: [], expected: nothing, locks }
  return (fields) => {
    // With a reason at hand: the person is asked for it once, when all is read.
    const judged = judgeSave(current, { kind, fields, reason: kind }, { nowMs: env.now(), units })
    return judged.ok ? ok({ fields: setOf(judged.value.body ?? { set: fields }) ?? fields, late: judged.value.lock !== undefined }) : judged
  }
}

/** Of that kind, newest first. */
export const listImports = async (store: Store, kind: KindName): Promise<Import[]> => (await madeBy(store)).filter((one) => one.kind === kind)

const madeBy = async (store: Store): Promise<Import[]> => (await readOwn(store, 'imports'))?.made ?? []

const change = (store: Store, next: (before: Import[]) => Import[]): Promise<Result<true, Problem>> =>
  write(store, [store.meta], async (): Promise<true> => {
    const account = (await getIdentity(store))?.account
    if (account !== undefined) await putMeta(store, 'imports', { account, made: next(await madeBy(store)) })
    return true
  })
