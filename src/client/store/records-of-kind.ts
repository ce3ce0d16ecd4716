// All stored records of a kind, by the index that has every one of them.

import { Dexie } from 'dexie'
import type { KindName } from '../../model/registry.ts'
import type { Store } from './database.ts'

export const recordsOfKind = (store: Store, kind: KindName) =>
  store.records.where('[kind+author+createdAt]').between([kind, Dexie.minKey], [kind, Dexie.maxKey])
