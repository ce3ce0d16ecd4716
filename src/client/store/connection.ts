// The connection to the database over the life of a page: lost and opened again, handed over to a newer version in another
// tab, or found without its data. A database is made when it is first opened, and never in place of one that is gone.

import type { Dexie } from 'dexie'
import type { Timer } from './probe.ts'

/** superseded: another tab needs the database for a newer version. gone: it was deleted while this page was open. */
export type Ending = 'superseded' | 'gone'

export interface Connection {
  ending(): Ending | undefined
  /** Told once, when this page may no longer use the database. */
  onEnd(listener: (ending: Ending) => void): void
  /** Opens what was lost, or waits for that; resolves also where it can't be. */
  reopen(): Promise<void>
  /** Told each time that a lost connection is there again. */
  onReopen(listener: () => void): void
}

export interface ConnectionGuard extends Connection {
  /** What Dexie opens with instead of the browser's own. */
  indexedDB: IDBFactory
  watch(db: Dexie): void
}

/** A browser that is still clearing up after itself says once or twice that a new connection was closed, too. */
const PAUSES_MS = [0, 300, 1000, 3000]

interface Life {
  db?: Dexie
  /** Told why opening again failed. */
  onFailure(cause: unknown): void
  ending?: Ending
  timer: Timer
  wasOpen: boolean
  /** By its owner, for good: that is no loss. */
  isClosed: boolean
  reopening?: Promise<void> | undefined
  /** Why opening again failed; another try on a full disk could cost everything. */
  failure?: DOMException
  endListeners: Set<(ending: Ending) => void>
  reopenListeners: Set<() => void>
}

export interface ConnectionParts {
  factory: IDBFactory
  /** The highest version, as IndexedDB counts, that this build may touch. */
  newest: number
  timer: Timer
  onFailure(cause: unknown): void
}

export function createConnection({ factory, newest, timer, onFailure }: ConnectionParts): ConnectionGuard {
  const life: Life = { onFailure, timer, wasOpen: false, isClosed: false, endListeners: new Set(), reopenListeners: new Set() }
  return {
    indexedDB: {
      open: (name, version) => (life.wasOpen ? openAgain(life, factory, name, newest) : factory.open(name, version)),
      cmp: (first, second) => factory.cmp(first, second),
      databases: () => factory.databases(),
      deleteDatabase: (name) => factory.deleteDatabase(name),
    },
    watch: (db) => watch(life, db),
    ending: () => life.ending,
    onEnd: (listener) => (life.ending ? listener(life.ending) : void life.endListeners.add(listener)),
    reopen: () => reopen(life),
    onReopen: (listener) => void life.reopenListeners.add(listener),
  }
}

function watch(life: Life, db: Dexie): void {
  life.db = db
  const close = db.close.bind(db)
  // Dexie itself closes so that it may open again, and says so.
  db.close = (options) => {
    if (options?.disableAutoOpen !== false) life.isClosed = true
    close(options)
  }
  // What is being written is still finished: the browser closes when the last transaction has ended.
  db.on('versionchange', ({ newVersion }) => {
    end(life, newVersion === null ? 'gone' : 'superseded')
    return false // Dexie's own answer would be to open again at the next read.
  })
  db.on(
    'ready',
    () => {
      if (life.wasOpen) for (const listener of life.reopenListeners) listener()
      life.wasOpen = true
      // Only what closes by itself says so. Dexie would wait for the next question; this way a loss is known at once.
      db.backendDB().addEventListener('close', () => queueMicrotask(() => reopen(life)))
    },
    true,
  )
}

function end(life: Life, ending: Ending): void {
  if (life.ending) return
  life.ending = ending
  life.db?.close()
  for (const listener of life.endListeners) listener(ending)
}

const rest = ({ timer }: Life, ms: number): Promise<void> => new Promise((resolve) => timer(resolve, ms))

function reopen(life: Life): Promise<void> {
  life.reopening ??= openPatiently(life).finally(() => {
    life.reopening = undefined
  })
  return life.reopening
}

async function openPatiently(life: Life): Promise<void> {
  let cause: unknown
  for (const pause of PAUSES_MS) {
    if (pause > 0) await rest(life, pause)
    if (life.ending || life.failure || life.isClosed) return
    try {
      await life.db?.open()
      return
    } catch (error) {
      cause = error
    }
  }
  if (!life.ending && !life.failure) life.onFailure(cause)
}

/** Without a version, so that nothing is made and nothing altered; and not once more where the files can't be read. */
function openAgain(life: Life, factory: IDBFactory, name: string, newest: number): IDBOpenDBRequest {
  if (life.failure) throw life.failure
  const asked = factory.open(name)
  asked.addEventListener('upgradeneeded', (event) => {
    event.stopImmediatePropagation()
    asked.transaction?.abort()
    end(life, 'gone')
  })
  asked.addEventListener('success', (event) => {
    if (asked.result.version <= newest) return
    event.stopImmediatePropagation()
    asked.result.close()
    end(life, 'superseded')
  })
  asked.addEventListener('error', () => {
    if (life.ending || !asked.error || asked.error.name === 'AbortError') return
    life.failure = asked.error
    life.onFailure(asked.error)
  })
  return asked
}
