// Keeps the app itself (page, scripts, icons) on the phone, so that it opens without a signal. It never touches the
// records: /api is not answered from here nor kept, and neither are the units, which the store keeps.
// A new version waits until the person takes it; then the page says SKIP_WAITING.

import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { isServedAsNamed } from './content-type.ts'

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

// The very first page, which came over the network, is offline-ready without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
