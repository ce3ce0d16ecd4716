// Opens the phone's database, and never deletes one: a database that can't be opened may still be saved by other means.
// Of what is stored in it, it knows only that nobody may write before the summaries are this build's.

import { Dexie, type Table } from 'dexie'
import { failed, ok, type Result } from '../../model/result.ts'
import { type Breaker, createBreaker, type OtherTabs } from './breaker.ts'
import { type Connection, createConnection } from './connection.ts'
import { probe, type Timer } from './probe.ts'
import type { Draft, LastSession, MetaEntry, OutboxEntry, ServerRow, StoredRecord, StoredSummary, StoredUnit } from './stored.ts'
import { bringUpToDate } from './up-to-date.ts'

export interface Tables {
  records: Table<StoredRecord, string>
  outbox: Table<OutboxEntry, string>
  drafts: Table<Draft, string>
  units: Table<StoredUnit, string>
  meta: Table<MetaEntry, string>
  /** Told by the server, to offices. */
  summaries: Table<StoredSummary, [string, string, string]>
  lastSessions: Table<LastSession, string>
  /** Of the records on this phone. */
  localSummaries: Table<StoredSummary, [string, string, string]>
  /** Rows of a reading from the start, until it is whole. */
  staged: Table<ServerRow, string>
}

/** `checked`: the server's check that what lies here was last found to meet, since the app was started. */
export type Store = Dexie & Tables & { breaker: Breaker; connection: Connection; checked?: string | undefined }

/** Append only, indexes only, every version a frozen literal. */
const VERSIONS: { version: number; stores: Partial<Record<keyof Tables, string>> }[] = [
  {
    version: 1,
    stores: {
      records: 'id, state, [kind+date], [kind+unit+date], [kind+author+createdAt]',
      outbox: 'id, &[device+n], [state+n], record',
      drafts: 'key, at',
      units: 'id, parent',
      meta: 'key',
    },
  },
  {
    version: 2,
    stores: {
      summaries: '[unit+date+organisation], date',
      lastSessions: 'unit',
      localSummaries: '[unit+date+organisation], date',
    },
  },
  {
    version: 3,
    stores: {
      records: 'id, state, *marks, [kind+date], [kind+unit+date], [kind+author+createdAt]',
      staged: 'id',
    },
  },
  // Nothing but the number: a tab of an older build would write without telling that it did (kept-in-memory.ts).
  { version: 4, stores: {} },
]
const NEWEST = VERSIONS.at(-1)?.version ?? 0

/** newer: a later build made it. blocked: another tab holds an older one open. lost: the browser says it threw data away. */
export interface OpenFailure {
  code: 'blocked' | 'newer' | 'lost' | 'slow' | 'failed'
  cause?: unknown
}

export interface Opening {
  timer: Timer
  /** Other tabs with the same database. */
  tabs?: OtherTabs
  indexedDB?: IDBFactory
  IDBKeyRange?: typeof IDBKeyRange
}

/** iOS was seen to hang for ever in open(). */
const LONGEST_OPENING_MS = 20_000

/** Before opening once more what did not open: a browser that has just been killed may still hold its files. */
const PAUSES_MS = [500, 1500, 4000]

/** No timer by itself: a test's clock never runs out. */
const neverLate: Opening = { timer: () => () => undefined }

export async function openDatabase(name = 'lan-toa', opening: Opening = neverLate): Promise<Result<Store, OpenFailure>> {
  return new Promise((resolve) => {
    let blocked = false
    let isLate = false
    const callOff = opening.timer(() => {
      isLate = true
      resolve(failed({ code: blocked ? 'blocked' : 'slow' }))
    }, LONGEST_OPENING_MS)
    const onBlocked = () => {
      blocked = true
    }
    const finish = (opened: Result<Store, OpenFailure>) => {
      callOff()
      // Nobody waits for it any more, and left open it would stand in the way of the next try.
      if (isLate && opened.ok) opened.value.close()
      resolve(opened)
    }
    void openPatiently(name, opening, onBlocked, () => isLate).then(finish)
  })
}

async function openPatiently(name: string, opening: Opening, onBlocked: () => void, isLate: () => boolean): Promise<Result<Store, OpenFailure>> {
  for (const pause of PAUSES_MS) {
    const opened = await openOnce(name, opening, onBlocked)
    if (opened.ok || opened.problem.code !== 'failed' || isLate()) return opened
    await new Promise<void>((resolve) => opening.timer(resolve, pause))
  }
  return openOnce(name, opening, onBlocked)
}

async function openOnce(name: string, opening: Opening, onBlocked: () => void): Promise<Result<Store, OpenFailure>> {
  try {
    const found = await probe(name, opening.indexedDB ?? indexedDB, opening.timer)
    if (found.lost) return failed({ code: 'lost' })
    if (found.version > NEWEST * DEXIE_FACTOR) return failed({ code: 'newer' })
    const store = declare(name, opening)
    store.on('blocked', onBlocked)
    await store.open()
    await bringUpToDate(store)
    return ok(store)
  } catch (cause) {
    return failed({ code: 'failed', cause })
  }
}

function declare(name: string, { indexedDB: factory = indexedDB, IDBKeyRange: keyRange, timer, tabs }: Opening): Store {
  const breaker = createBreaker(tabs)
  const connection = createConnection({ factory, newest: NEWEST * DEXIE_FACTOR, timer, onFailure: breaker.trip })
  const own = { indexedDB: connection.indexedDB, ...(keyRange ? { IDBKeyRange: keyRange } : {}) }
  // The cache would show writes before they are on disk; "saved" has to mean saved.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled', ...own })
  for (const { version, stores } of VERSIONS) db.version(version).stores(stores)
  connection.watch(db)
  // Dexie makes one property for each table that `stores` names.
  return Object.assign(db as Dexie & Tables, { breaker, connection })
}

/** Dexie multiplies its versions by ten. */
const DEXIE_FACTOR = 10
