// The engine on this browser's platform: the pages build one each, and so does the background sender.

import { browserTimer, type Environment } from './environment.ts'
import type { Store } from './store/database.ts'
import { storePort } from './store/port.ts'
import { createEngine, type Engine } from './sync/engine.ts'
import type { Lock } from './sync/ports.ts'
import { sendSync } from './sync/transport.ts'

/** The one lock that whoever sends on this phone holds. */
export const SENDING = 'lan-toa-sync'

export function browserEngine(store: Store, environment: Environment, lock: Lock): Engine {
  return createEngine({
    store: storePort(store),
    transport: (request) => sendSync(environment.fetch, request, browserTimer),
    now: environment.now,
    random: environment.random,
    timer: browserTimer,
    lock,
    isOnline: environment.isOnline,
    onError: console.error,
  })
}
