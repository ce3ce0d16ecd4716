// Keeps the app itself (page, scripts, icons) on the phone, so that it opens without a signal. It never touches the
// records: /api is not answered from here nor kept, and neither are the units, which the store keeps.
// A new version waits until the person takes it; then the page says SKIP_WAITING. Only where the old one can't even show a
// page (rescue.ts) it takes its place by itself.

import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { isServedAsNamed } from './content-type.ts'
import { stuckPages } from './rescue.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

addPlugins([
  {
    // Thrown while installing, this leaves the old version whole and in charge.
    fetchDidSucceed: async ({ request, response }) => {
      const type = response.headers.get('content-type')
      if (response.ok && !isServedAsNamed(new URL(request.url).pathname, type)) throw new TypeError(`${request.url} came as ${type}`)
      return response
    },
  },
])
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// Every address of the app is the same page.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/units\//] }))

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting()
})

let stuck: readonly WindowClient[] = []

self.addEventListener('install', (event) =>
  event.waitUntil(
    stuckPages(self).then((pages) => {
      stuck = pages
      if (pages.length > 0) void self.skipWaiting()
    }),
  ),
)

self.addEventListener('activate', (event) =>
  event.waitUntil(
    // The very first page, which came over the network, is offline-ready without a reload.
    self.clients.claim().then(() => {
      // Not waited for: a page is answered only when this event is over.
      for (const page of stuck) page.navigate(page.url).catch(() => undefined)
    }),
  ),
)
