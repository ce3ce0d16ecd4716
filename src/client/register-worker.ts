// Registers the service worker and says when a new version waits to be taken, and the background sender where the browser
// can wake one. Knows nothing of what they do. The page's policy demands Trusted Types where they exist: only these two
// scripts may be registered.

import { Workbox } from 'workbox-window'
import { ASKING } from './rescue.ts'

const WORKER = '/service-worker.js'
const SENDER = '/sync-worker.js'
/** A scope without a page in it: the sender controls none. */
const SENDER_SCOPE = '/sync-worker/'

interface Page {
  /** Called when a new version is ready; `accept` then switches to it and reloads the page. */
  onWaiting(accept: () => void): void
  /** Whether the person sees anything that works. */
  isShown(): boolean
}

export function registerWorker({ onWaiting, isShown }: Page): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data?.type === ASKING && isShown()) ports[0]?.postMessage(true)
  })
  const workbox = new Workbox(trusted(WORKER))
  let registration: ServiceWorkerRegistration | undefined
  let isAccepted = false

  workbox.addEventListener('controlling', () => {
    if (isAccepted) window.location.reload()
  })
  workbox.addEventListener('waiting', () =>
    onWaiting(() => {
      // Another tab may have taken it already: then this one only has to load it.
      if (!registration?.waiting) return window.location.reload()
      isAccepted = true
      workbox.messageSkipWaiting()
    }),
  )
  workbox.register().then(
    (registered) => {
      registration = registered
    },
    // Without it the app works as before, online: private windows and full disks refuse.
    (cause: unknown) => console.warn('The app will not open offline yet:', cause),
  )
}

/** Background Sync, which TypeScript's DOM lacks: Chromium alone has it. */
interface CanSync {
  sync?: { register(tag: string): Promise<void> }
}

/** Fetches the background sender, or its next version, so that it is there when there is no network to fetch it by. */
export async function registerSender(): Promise<(ServiceWorkerRegistration & CanSync) | undefined> {
  if (!('serviceWorker' in navigator && 'SyncManager' in window)) return undefined
  return navigator.serviceWorker.register(trusted(SENDER), { scope: SENDER_SCOPE })
}

/** Has the sender woken as soon as there is a network, also when every page of the app is closed by then. */
export async function wakeSenderOnline(): Promise<void> {
  const found = await navigator.serviceWorker?.getRegistration(SENDER_SCOPE)
  // Where there is no sender yet, the worker that keeps the app answers for its scope too.
  const registration: (ServiceWorkerRegistration & CanSync) | undefined = found?.scope.endsWith(SENDER_SCOPE) ? found : await registerSender()
  if (!registration?.sync) return
  await isActive(registration)
  await registration.sync.register('outbox')
}

/** Only an active worker can be woken; one that was just fetched becomes it in a moment. */
async function isActive({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (active || !coming) return
  await new Promise<void>((resolve) => coming.addEventListener('statechange', () => ['activated', 'redundant'].includes(coming.state) && resolve()))
}

/** What is used of Trusted Types, which TypeScript's DOM lacks. What a policy makes is an object; it passes for text here. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

function trusted(path: string): string {
  // The cast says only what the platform may have, and the next line asks whether it does.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return path
  policy ??= trustedTypes.createPolicy('lan-toa', {
    createScriptURL: (url) => {
      if (url !== WORKER && url !== SENDER) throw new TypeError(`${url} is no worker of the app`)
      return url
    },
  })
  return policy.createScriptURL(path)
}
