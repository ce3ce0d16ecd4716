// All sessions of this phone, read a month at a time: so many at once would hold the page up while they are unpacked.

import { Dexie } from 'dexie'
import type { Store } from './database.ts'
import { listSessions } from './read.ts'
import type { Shown } from './shown.ts'

/** Oldest month first. */
export async function listSessionsByMonth(store: Store): Promise<Shown<'session'>[]> {
  const all: Shown<'session'>[] = []
  let begin = await firstDate(store, Dexie.minKey)
  while (begin !== undefined) {
    const end = `${begin.slice(0, 8)}31`
    all.push(...(await listSessions(store, { from: begin, to: end })))
    begin = await firstDate(store, end, true)
  }
  return all
}

/** Of the sessions from a date on, or after it. */
async function firstDate(store: Store, from: unknown, isAfter = false): Promise<string | undefined> {
  const found = store.records.where('[kind+date]').between(['session', from], ['session', Dexie.maxKey], !isAfter, true)
  return (await found.first())?.date
}
