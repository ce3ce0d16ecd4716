// Registers the service worker and says when a new version waits to be taken. Knows nothing of what it keeps.
// The page's policy demands Trusted Types where they exist: only this one script may be registered.

import { Workbox } from 'workbox-window'

const WORKER = '/service-worker.js'

/** `onWaiting` is called when a new version is ready; `accept` then switches to it and reloads the page. */
export function registerWorker({ onWaiting }: { onWaiting(accept: () => void): void }): void {
  if (!('serviceWorker' in navigator)) return
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

/** What is used of Trusted Types, which TypeScript's DOM lacks. What a policy makes is an object; it passes for text here. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

function trusted(path: string): string {
  // The cast says only what the platform may have, and the next line asks whether it does.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return path
  const policy = trustedTypes.createPolicy('lan-toa', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError(`${url} is not the app's worker`)
      return url
    },
  })
  return policy.createScriptURL(path)
}
