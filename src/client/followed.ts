// What screens know of the phone as signals that follow its database: whose it is, what has to be read first, its places.

import { batch, signal } from '@preact/signals'
import type { Store } from './store/database.ts'
import { readEarlierDevices } from './store/earlier-devices.ts'
import { follow, queryAnewOnReopen } from './store/live.ts'
import { getIdentity } from './store/read.ts'
import { loadUnitBook } from './store/units.ts'
import type { App } from './ui/context.ts'

export async function followStore(store: Store): Promise<Pick<App, 'identity' | 'earlierDevices' | 'units'>> {
  queryAnewOnReopen(store)
  const identity = signal(await getIdentity(store))
  const earlierDevices = signal(await readEarlierDevices(store))
  const units = signal(await loadUnitBook(store))
  follow(
    () => Promise.all([getIdentity(store), readEarlierDevices(store)]),
    // Together, or the first screen would flash up before what has to be read first.
    ([who, devices]) => batch(() => ([identity.value, earlierDevices.value] = [who, devices])),
    console.error,
  )
  follow(
    () => loadUnitBook(store),
    (now) => (units.value = now),
    console.error,
  )
  return { identity, earlierDevices, units }
}
