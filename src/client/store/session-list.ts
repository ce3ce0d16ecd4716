// All sessions of this phone, for a list that may be very long: read month by month, newest first, so that no read is long;
// afterwards only the months that changed are read again, and what did not change stays the same object.

import { addDays } from '../../model/civil-date.ts'
import type { Store } from './database.ts'
import { watch } from './live.ts'
import { listSessions } from './read.ts'
import type { Shown } from './shown.ts'

export interface SessionList {
  /** Newest first, with the removed ones. */
  sessions: readonly Shown<'session'>[]
  /** False while older months are still being read. */
  isWhole: boolean
}

interface Span {
  from?: string
  to?: string
}

/** What a screen shows at once; the rest is told when all of it is there. */
const ENOUGH = 40

/** Tells the list as it grows and changes, until the function that is given back is called. */
export function watchSessions(store: Store, tell: (list: SessionList) => void, onError: (error: unknown) => void): () => void {
  const spans: Shown<'session'>[][] = []
  const watched: (() => void)[] = []
  let isWhole = false
  let told = false
  let stopped = false
  read().catch(onError)
  return () => {
    stopped = true
    for (const stop of watched) stop()
  }

  /** The spans leave no gap: the first and the last are open, for what comes to lie before or after all others. */
  async function read() {
    let until: string | undefined
    while (!stopped) {
      const to = until === undefined ? {} : { to: addDays(until, -1) }
      const newest = await newestDate(store, to)
      if (newest === undefined) {
        await follow(to)
        isWhole = true
        return show()
      }
      until = `${newest.slice(0, 7)}-01`
      await follow({ from: until, ...to })
    }
  }

  function follow(span: Span): Promise<void> {
    const place = spans.push([]) - 1
    return new Promise((first) => {
      const take = (found: Shown<'session'>[]) => {
        spans[place] = found
        show()
        first()
      }
      if (!stopped) watched.push(watch(() => listSessions(store, { ...span, removed: true }), take, onError))
    })
  }

  function show() {
    const sessions = spans.flat()
    if (stopped || !(isWhole || (!told && sessions.length >= ENOUGH))) return
    told = true
    tell({ sessions, isWhole })
  }
}

async function newestDate(store: Store, { to = '\uffff' }: Span): Promise<string | undefined> {
  return (await store.records.where('[kind+date]').between(['session', ''], ['session', to], true, true).last())?.date
}
