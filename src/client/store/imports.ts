// A whole table taken over as records, all of them or none; and taken back as a whole.

import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { UnitLookup } from '../../model/unit.ts'
import type { Environment } from '../environment.ts'
import { write } from './breaker.ts'
import type { Refusal } from './change.ts'
import type { Store } from './database.ts'
import { putMeta, readOwn } from './meta.ts'
import { getIdentity } from './read.ts'
import { removeAll, saveAll } from './save.ts'
import type { Import } from './stored.ts'

export type { Import } from './stored.ts'

/** Older ones stay as records; they are only not undone by one tap any more. */
const MOST = 20

type Clock = Pick<Environment, 'now' | 'newId'>

export interface Importing {
  kind: KindName
  /** Its name. */
  file: string
  rows: readonly Fields[]
}

/** `place` of a refusal: which of the rows. */
export async function importAll(store: Store, env: Clock, units: UnitLookup, { kind, file, rows }: Importing): Promise<Result<Import, Refusal>> {
  const saved = await saveAll(
    store,
    env,
    units,
    rows.map((fields) => ({ kind, fields })),
  )
  if (!saved.ok) return saved
  const made: Import = { kind, at: env.now(), file, records: saved.value.map(({ id }) => id) }
  const noted = await change(store, (before) => [made, ...before].slice(0, MOST))
  return noted.ok ? ok(made) : failed({ place: 0, problems: [noted.problem] })
}

/** Its records are removed, as by hand: what the office took already, it is told. */
export async function undoImport(store: Store, env: Clock, units: UnitLookup, { at, records }: Import): Promise<Result<true, Problem[]>> {
  const removed = await removeAll(store, env, units, records)
  if (!removed.ok) return failed(removed.problem.problems)
  const noted = await change(store, (before) => before.map((one) => (one.at === at ? { ...one, undone: true } : one)))
  return noted.ok ? ok(true) : failed([noted.problem])
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
