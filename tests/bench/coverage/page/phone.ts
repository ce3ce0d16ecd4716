// The databases of the page: the app's own, and beside it a plain table of records with the app's indexes.

import { Dexie, type Table } from 'dexie'
import { openDatabase, type Store } from '../../../../src/client/store/database.ts'
import type { StoredRecord } from '../../../../src/client/store/stored.ts'

export interface Phone {
  store: Store
  /** Where an office would have to keep its sessions; a commune's official has them in the app's own database. */
  plain: Table<StoredRecord, string>
}

export async function emptyPhone(name: string): Promise<Phone> {
  const opened = await openDatabase(name)
  if (!opened.ok) throw new Error(`The database does not open: ${opened.problem.code}`)
  const dexie = new Dexie(`${name} plain`, { cache: 'disabled' })
  dexie.version(1).stores({ records: 'id, [kind+date], [kind+unit+date]' })
  return { store: opened.value, plain: dexie.table('records') }
}
