// Whether this phone holds what it should: the sum over all records that the server told it, against the server's own.

import { addSum, emptySum, sumOfRecord, sumText } from '../../protocol/check.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'
import { isTold } from './reading.ts'

/** One that can't be mended by reading anew is a bug, and must not be read anew for ever. */
const NOT_AGAIN_MS = 24 * 3_600_000

interface Checked {
  check?: string | undefined
  changes: readonly unknown[]
  left: readonly unknown[]
}

/** Inside a transaction over records and meta. True where everything has to be read anew. */
export async function isMismatch(store: Store, { check, changes, left }: Checked, nowMs: number): Promise<boolean> {
  // Summing up a year's records takes a cheap phone a moment: only where something was told, and once after each start.
  const isSame = check === store.checked && changes.length === 0 && left.length === 0
  if (check === undefined || isSame) return false
  const isRight = check === (await ownCheck(store))
  store.checked = isRight ? check : undefined
  if (isRight) return false
  const before = await readMeta(store, 'mismatch')
  if (before && Math.abs(nowMs - before.at) < NOT_AGAIN_MS) return false
  await putMeta(store, 'mismatch', { at: nowMs, times: (before?.times ?? 0) + 1 })
  return true
}

async function ownCheck(store: Store): Promise<string> {
  let sum = emptySum
  await store.records.each((record) => {
    if (isTold(record)) sum = addSum(sum, sumOfRecord(record.id, record.server?.version ?? 0))
  })
  return sumText(sum)
}
