// Findings that the person looked at and found right. They are this account's on this phone: never sent, so nobody else loses
// sight of what she passed over (docs/decisions/0029-findings-stay-on-the-phone.md).

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readOwn } from './meta.ts'
import { getIdentity } from './read.ts'

export const setSeen = (store: Store, key: string, isSeen: boolean): Promise<Result<true, Problem>> =>
  write(store, [store.meta], async (): Promise<true> => {
    const account = (await getIdentity(store))?.account
    if (account === undefined) return true
    const others = (await keysOf(store)).filter((held) => held !== key)
    await putMeta(store, 'seen-findings', { account, keys: isSeen ? [...others, key] : others })
    return true
  })

export const readSeen = async (store: Store): Promise<Set<string>> => new Set(await keysOf(store))

const keysOf = async (store: Store): Promise<string[]> => (await readOwn(store, 'seen-findings'))?.keys ?? []
