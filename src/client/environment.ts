// The platform, as the rest of the client is given it: clock, randomness, network, storage, locks. With main.tsx and
// the service worker this is the only place that touches them. What a browser lacks gives false, 0 or "run at once".

import { makeId } from '../model/id.ts'

export interface Environment {
  now(): number
  random(count: number): Uint8Array
  newId(): string
  /** Only on secure origins. */
  subtle(): SubtleCrypto
  fetch: typeof fetch
  isOnline(): boolean
  storage: {
    persist(): Promise<boolean>
    persisted(): Promise<boolean>
    estimate(): Promise<{ usage: number; quota: number }>
  }
  deviceName(): string
  /**
   * Takes a name that one window of the browser holds at a time: who held it is told that it is lost, where the browser has
   * locks. Gives back how to let it go.
   */
  hold(name: string, onLost: () => void): () => void
}

export function browserEnvironment(): Environment {
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
  // Once for each page: some browsers ask the person, and nobody is asked at every save.
  let promise: Promise<boolean> | undefined
  return {
    now: () => Date.now(),
    random,
    newId: () => makeId(Date.now(), random(10)),
    subtle: () => crypto.subtle,
    fetch: (input, init) => globalThis.fetch(input, init),
    // Only a plain "no" is believed: browsers say "yes" to any cable.
    isOnline: () => navigator.onLine !== false,
    storage: {
      persist: () => {
        promise ??= orElse(false, () => storageManager()?.persist?.())
        return promise
      },
      persisted: () => orElse(false, () => storageManager()?.persisted?.()),
      estimate: async () => {
        const found = await orElse<StorageEstimate>({}, () => storageManager()?.estimate?.())
        return { usage: found.usage ?? 0, quota: found.quota ?? 0 }
      },
    },
    deviceName: () => deviceNameFrom(navigator.userAgent),
    hold,
  }
}

/** Runs something later, once; gives back how to call it off. */
export function browserTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** A word from one tab to all others, where the browser lets tabs talk. */
export function browserTabs(name: string): { tell(): void; onTold(listener: () => void): void } {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined
  return {
    tell: () => channel?.postMessage(true),
    onTold: (listener) => channel?.addEventListener('message', listener),
  }
}

/** How long one tab waits for another before it goes on without the lock: a frozen tab must not hold all others. */
const LONGEST_WAIT_MS = 30_000

/** One at a time over all tabs where the browser has locks; everything stays right without, it only costs requests. */
export function browserLock(name: string): <T>(work: () => Promise<T>) => Promise<T> {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (!navigator.locks) return work()
    const giveUp = new AbortController()
    const stopWaiting = browserTimer(() => giveUp.abort(), LONGEST_WAIT_MS)
    let entered = false
    try {
      return await navigator.locks.request(name, { signal: giveUp.signal }, async () => {
        entered = true
        stopWaiting()
        return await work()
      })
    } catch (error) {
      if (entered || !giveUp.signal.aborted) throw error
      return await work()
    } finally {
      stopWaiting()
    }
  }
}

function hold(name: string, onLost: () => void): () => void {
  const locks: LockManager | undefined = navigator.locks // absent on insecure origins, whatever the types say
  let isOver = false
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  locks
    ?.request(name, { steal: true }, () => held)
    .catch(() => {
      if (!isOver) onLost()
    })
  return () => {
    isOver = true
    letGo()
  }
}

type Listen = (run: () => void) => () => void

/** The moments at which trying to send is worth it, for sync/schedule.ts. */
export function browserMoments(): { online: Listen; visible: Listen } {
  return {
    online: (run) => listen(window, 'online', run),
    visible: (run) => listen(document, 'visibilitychange', () => document.visibilityState === 'visible' && run()),
  }
}

function listen(target: EventTarget, type: string, run: () => void): () => void {
  target.addEventListener(type, run)
  return () => target.removeEventListener(type, run)
}

/** Absent on insecure origins and in old browsers, whatever the types say. */
const storageManager = (): Partial<StorageManager> | undefined => navigator.storage as StorageManager | undefined

/** What the platform says, or the given value where it says nothing or fails: these questions are never vital. */
async function orElse<T>(otherwise: T, ask: () => Promise<T> | undefined): Promise<T> {
  try {
    return (await ask()) ?? otherwise
  } catch {
    return otherwise
  }
}

const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'Mac'],
  [/Linux/, 'Linux'],
]
const BROWSERS: [RegExp, string][] = [
  [/Zalo/, 'Zalo'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

/** "Android · Chrome": enough for an official to tell two phones apart, and nothing that follows a person. */
export function deviceNameFrom(userAgent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [named(SYSTEMS), named(BROWSERS)].filter((name) => name !== undefined).join(' · ')
}
