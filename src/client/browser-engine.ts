// The engine on this browser's platform: the pages build one each, and so does the background sender.

import { browserTimer, type Environment } from './environment.ts'
import type { Store } from './store/database.ts'
import { storePort, type TakingIn } from './store/port.ts'
import { createEngine, type Engine } from './sync/engine.ts'
import type { sendFork } from './sync/fork.ts'
import type { Lock } from './sync/ports.ts'
import { sendSync } from './sync/transport.ts'

/** The one lock that whoever sends on this phone holds. */
export const SENDING = 'lan-toa-sync'

/** What is seldom or not at once needed: a page loads it later, a worker has it inside. */
export interface Later {
  takingIn(): Promise<TakingIn>
  forking(): Promise<{ sendFork: typeof sendFork }>
}

export function browserEngine(store: Store, environment: Environment, lock: Lock, { takingIn, forking }: Later): Engine {
  return createEngine({
    store: storePort(store, takingIn),
    transport: (request) => sendSync(environment.fetch, request, browserTimer),
    fork: async (request) => (await forking()).sendFork(environment.fetch, request, browserTimer),
    now: environment.now,
    random: environment.random,
    timer: browserTimer,
    lock,
    isOnline: environment.isOnline,
    onError: console.error,
  })
}
