// What screens know of the phone as signals that follow its database: whose it is, what has to be read first, its places.

import { batch, signal } from '@preact/signals'
import { dateInVietnam } from '../model/civil-date.ts'
import type { Environment } from './environment.ts'
import type { Store } from './store/database.ts'
import { readEarlierDevices } from './store/earlier-devices.ts'
import { follow, queryAnewOnReopen } from './store/live.ts'
import { getIdentity } from './store/read.ts'
import { loadUnitBook } from './store/units.ts'
import type { App } from './ui/context.ts'

export async function followStore(store: Store, { now }: Pick<Environment, 'now'>): Promise<Pick<App, 'identity' | 'earlierDevices' | 'units'>> {
  queryAnewOnReopen(store)
  const readUnits = () => loadUnitBook(store, dateInVietnam(now()))
  const identity = signal(await getIdentity(store))
  const earlierDevices = signal(await readEarlierDevices(store))
  const units = signal(await readUnits())
  follow(
    () => Promise.all([getIdentity(store), readEarlierDevices(store)]),
    // Together, or the first screen would flash up before what has to be read first.
    ([who, devices]) => batch(() => ([identity.value, earlierDevices.value] = [who, devices])),
    console.error,
  )
  follow(readUnits, (book) => (units.value = book), console.error)
  return { identity, earlierDevices, units }
}
