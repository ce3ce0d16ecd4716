// When the phones of the area were last heard of, as the server told it; kept with its moment, to be read without a network too.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { DeviceListAnswer } from '../../protocol/device-list.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readOwn } from './meta.ts'
import type { HeardDevices } from './stored.ts'

export const keepDevices = (store: Store, account: string, { serverTime, devices }: DeviceListAnswer): Promise<Result<true, Problem>> =>
  write(store, [store.meta], async (): Promise<true> => {
    await putMeta(store, 'heard-devices', { account, at: serverTime, devices })
    return true
  })

/** Undefined until it was told once, and for another account than the one it was told to. */
export const readDevices = (store: Store): Promise<HeardDevices | undefined> => readOwn(store, 'heard-devices')
