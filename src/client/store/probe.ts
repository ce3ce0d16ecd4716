// Looks at the database on disk without making, changing or keeping it open: Dexie by itself opens a newer database and
// patches it, and hides that the browser threw data away.

/** Runs something later, once; gives back how to call it off. */
export type Timer = (run: () => void, ms: number) => () => void

export interface Found {
  /** 0 where there is no database. */
  version: number
  /** Chromium tells only here, by `dataLoss`, that it replaced a corrupted database. */
  lost: boolean
}

/** iOS was seen to let a first open() hang for ever while a second one was answered. */
const ASK_AGAIN_AFTER_MS = 5000
const MOST_QUESTIONS = 3

/** The first answer counts; it may never come. */
export function probe(name: string, factory: IDBFactory, timer: Timer): Promise<Found> {
  return new Promise((resolve, reject) => {
    let callOff = () => {}
    const askOnceMore = (left: number) => {
      ask(name, factory)
        .finally(() => callOff())
        .then(resolve, reject)
      if (left > 1) callOff = timer(() => askOnceMore(left - 1), ASK_AGAIN_AFTER_MS)
    }
    askOnceMore(MOST_QUESTIONS)
  })
}

function ask(name: string, factory: IDBFactory): Promise<Found> {
  return new Promise((resolve, reject) => {
    const asked = factory.open(name)
    let isNew = false
    let lost = false
    asked.onupgradeneeded = (event) => {
      isNew = true
      lost = 'dataLoss' in event && event.dataLoss === 'total'
      asked.transaction?.abort()
    }
    asked.onsuccess = () => {
      const { version } = asked.result
      asked.result.close()
      resolve({ version, lost: false })
    }
    asked.onerror = (event) => {
      event.preventDefault()
      if (isNew) resolve({ version: 0, lost })
      else reject(asked.error)
    }
  })
}
