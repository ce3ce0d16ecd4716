// The account's other devices, told when this one enrolled with nothing on it: a phone whose data was cleared knows nothing of
// it, and that there was another device is all that is left to tell. Kept until the person has read it.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { EnrolAnswer, KnownDevice } from '../../protocol/enrol.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'

/** Inside a transaction over meta. Where a loss was told already, this would only say the same again. */
export async function noteEarlierDevices(store: Store, { devices = [] }: EnrolAnswer): Promise<void> {
  const others = devices.filter(({ isThis }) => !isThis)
  const isTold = (await readMeta(store, 'loss')) !== undefined
  if (others.length > 0 && !isTold) await putMeta(store, 'earlier-devices', others)
}

export const readEarlierDevices = (store: Store): Promise<KnownDevice[] | undefined> => readMeta(store, 'earlier-devices')

/** The person has read it. */
export function dropEarlierDevices(store: Store): Promise<Result<true, Problem>> {
  return write(store, [store.meta], async (): Promise<true> => {
    await store.meta.delete('earlier-devices')
    return true
  })
}
