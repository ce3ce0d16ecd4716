// Sessions that the person starred, to begin others like them; newest star first. They belong to this phone's account and are
// never sent.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readOwn } from './meta.ts'
import { getIdentity, getRecord } from './read.ts'
import type { Shown } from './shown.ts'

/** More than a handful is no shortcut any more: the oldest star gives way. */
const MOST = 6

export async function isStarred(store: Store, id: string): Promise<boolean> {
  return (await idsOf(store)).includes(id)
}

/** Those that still stand: a removed session is no template, and is one again when it is restored. */
export async function listStarred(store: Store): Promise<Shown<'session'>[]> {
  const found = await Promise.all((await idsOf(store)).map((id) => getRecord(store, id)))
  return found.filter((one): one is Shown<'session'> => one?.kind === 'session' && !one.removed)
}

export const setStarred = (store: Store, id: string, starred: boolean): Promise<Result<true, Problem>> =>
  write(store, [store.meta], async (): Promise<true> => {
    const account = (await getIdentity(store))?.account
    if (account === undefined) return true
    const others = (await idsOf(store)).filter((held) => held !== id)
    await putMeta(store, 'starred', { account, ids: starred ? [id, ...others].slice(0, MOST) : others })
    return true
  })

const idsOf = async (store: Store): Promise<string[]> => (await readOwn(store, 'starred'))?.ids ?? []
