// Sends what waits while no page of the app is open: the browser wakes it once there is a network (Background Sync, which
// only Chromium has). It controls no page, answers no request and keeps no file; it runs the pages' own engine, once, with
// the device's cookie. A page that is open goes first, and whoever sends holds the same lock.

import './older-browsers.ts'
import * as z from 'zod/mini'
import { browserEngine, SENDING } from './browser-engine.ts'
import { browserEnvironment, browserLock, browserTimer } from './environment.ts'
import { openDatabase, type Store } from './store/database.ts'
import { countInState } from './store/outbox.ts'
import { takingIn } from './store/taking-in.ts'
import { sendFork } from './sync/fork.ts'

// The policy that comes with this script forbids making code from text, which Zod would try.
z.config({ jitless: true })

declare const self: ServiceWorkerGlobalScope

/** What is used of Background Sync, which TypeScript's library lacks. */
type SyncEvent = ExtendableEvent & { tag: string }

/** Long enough for an open page to send what was just saved. */
const PAGE_FIRST_MS = 3_000

// There is nothing of an older version to wait for.
self.addEventListener('install', () => void self.skipWaiting())

self.addEventListener('sync', (event) => {
  // The event of this name has these members.
  const { tag, waitUntil } = event as SyncEvent
  if (tag === 'outbox') waitUntil.call(event, sendOutbox())
})

async function sendOutbox(): Promise<void> {
  if (await isPageOpen()) await new Promise<void>((resolve) => browserTimer(resolve, PAGE_FIRST_MS))
  const opened = await openDatabase('lan-toa', { timer: browserTimer })
  // Why it doesn't open, the next page will tell.
  if (!opened.ok) return
  try {
    await browserLock(SENDING)(() => sendFrom(opened.value))
  } finally {
    opened.value.close()
  }
}

/** A rejection makes the browser try again later, a few times. */
async function sendFrom(store: Store): Promise<void> {
  if ((await countInState(store, 'waiting')) === 0) return
  // A worker of this kind can load nothing later.
  const inside = { takingIn: async () => takingIn, forking: async () => ({ sendFork }) }
  const engine = browserEngine(store, browserEnvironment(), (work) => work(), inside)
  const { at, lastProblem } = await engine.sync()
  engine.stop()
  if (at === 'waiting') throw new Error(`Not all was sent: ${lastProblem?.code ?? 'more was saved meanwhile'}`)
}

const isPageOpen = async (): Promise<boolean> =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).some(({ visibilityState }) => visibilityState === 'visible')
