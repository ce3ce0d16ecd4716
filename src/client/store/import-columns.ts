// Which columns the person named by hand in files of one making, so that the next such file is read the same way.

import type { KindName } from '../../model/registry.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readOwn } from './meta.ts'
import { getIdentity } from './read.ts'
import type { ImportColumns } from './stored.ts'

const MOST = 20

export async function keptColumns(store: Store, kind: KindName, headings: string): Promise<ImportColumns['places'] | undefined> {
  const held = await readOwn(store, 'import-columns')
  return held?.kept.find(isOf(kind, headings))?.places
}

export const keepColumns = (store: Store, kept: ImportColumns) =>
  write(store, [store.meta], async (): Promise<true> => {
    const account = (await getIdentity(store))?.account
    const others = ((await readOwn(store, 'import-columns'))?.kept ?? []).filter((one) => !isOf(kept.kind, kept.headings)(one))
    if (account !== undefined) await putMeta(store, 'import-columns', { account, kept: [kept, ...others].slice(0, MOST) })
    return true
  })

const isOf =
  (kind: KindName, headings: string) =>
  (one: ImportColumns): boolean =>
    one.kind === kind && one.headings === headings
