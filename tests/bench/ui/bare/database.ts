// The bare page's one table: the indexes and the strictness of the app's own records, and nothing else.

import { Dexie, type Table } from 'dexie'

export interface BareRecord {
  id: string
  kind: string
  state: string
  marks: string[]
  date: string
  unit: string
  author: string
  createdAt: number
  data: unknown
}

const dexie = new Dexie('bare', { chromeTransactionDurability: 'strict', cache: 'disabled' })
dexie.version(1).stores({ records: 'id, state, *marks, [kind+date], [kind+unit+date], [kind+author+createdAt]' })

// Dexie makes one property for each table that `stores` names.
export const database = dexie as Dexie & { records: Table<BareRecord, string> }
